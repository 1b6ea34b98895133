"""What is read in the benchmarks: invented plans of any length, as text, .docx and .pdf. Same seed, same plans."""

from __future__ import annotations

import io
import json
import random
import sys
from functools import cache
from pathlib import Path

import scrambled

sys.path.append(
    str(Path(__file__).resolve().parents[1] / "tests")
)  # files of old Word are made by hand there
SEED = 20311124
UNITS = [
    "Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo", "Sở Tài chính", "Sở Nông nghiệp và Môi trường",
    "Sở Xây dựng", "Công an tỉnh", "Đài Phát thanh và Truyền hình tỉnh", "Ủy ban nhân dân các xã, phường",
    "Trung tâm Khuyến nông", "Ban Dân tộc", "Hội Liên hiệp Phụ nữ tỉnh", "Thư viện tỉnh",
]  # fmt: skip
DEEDS = [
    "Khảo sát nhu cầu của người dân tại từng thôn, bản trước khi làm",
    "Lập danh sách những nơi phải sửa trước, công khai tại nhà văn hóa",
    "Mở lớp bồi dưỡng ngắn ngày cho người phụ trách ở cơ sở",
    "Biên soạn sổ tay hướng dẫn bằng tiếng Việt và tiếng dân tộc",
    "Kiểm tra chất lượng vật liệu, ghi sổ từng chuyến hàng",
    "Vận động nhân dân góp ngày công, phát quang hành lang đường",
    "Trồng cây giữ đất ở bờ suối bị sạt, chăm bón trong ba năm đầu",
    "Tổ chức ngày hội đọc sách, thi kể chuyện theo sách cho học sinh",
    "Đưa tin về những nơi làm tốt trên sóng phát thanh và mạng xã hội",
]
ACTS = [
    "Nghị quyết số {n}-NQ/TU ngày {d}/{m}/2030 của Tỉnh ủy", "Quyết định số {n}/QĐ-UBND ngày {d}/{m}/2030 của Ủy ban "
    "nhân dân tỉnh", "Chỉ thị số {n}/CT-TTg ngày {d} tháng {m} năm 2029 của Thủ tướng Chính phủ",
]  # fmt: skip
TIMES = [
    "Trước ngày {d}/{m}/2031",
    "Quý II/2031",
    "Thường xuyên",
    "Hằng năm",
    "Tháng {m}/2031",
    "Trong năm 2031",
]
HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH BẾN MÂY\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Số: {n}/KH-UBND\n\nBến Mây, ngày {d} tháng {m} năm 2031\n\nKẾ HOẠCH\nPhát triển tủ sách cộng đồng năm 2031\n\n"
    "Thực hiện {act}; Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n"
    "- Đưa sách tới gần nơi ở của người dân.\n\nII. NHIỆM VỤ VÀ GIẢI PHÁP"
)
FOOT = (
    "Nơi nhận:\n- Các sở, ban, ngành;\n- UBND các xã, phường;\n- Lưu: VT.\n\n"
    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Mẫu\n"
)


def plan(length: int, *, seed: int = SEED) -> str:
    """A plan of about ``length`` characters: provisions with doers, times and citations, then who reports what."""
    dice = random.Random(seed)
    parts = [_filled(HEAD, dice, act=_filled(dice.choice(ACTS), dice))]
    size = len(parts[0]) + len(FOOT) + 1500
    number = 0
    while size < length:
        number += 1
        parts.append(_provision(dice, number))
        size += len(parts[-1]) + 2
    parts.append("III. TỔ CHỨC THỰC HIỆN")
    parts += [_organisation(dice, number) for number in range(1, 7)]
    return "\n\n".join([*parts, FOOT])


def _provision(dice: random.Random, number: int) -> str:
    basis = f" theo {_filled(dice.choice(ACTS), dice)}" if number % 3 == 1 else ""
    lines = [f"{number}. " + "; ".join(dice.sample(DEEDS, 4)) + f"{basis}."]
    lines.append(f"- Cơ quan chủ trì: {dice.choice(UNITS)}.")
    lines.append(f"- Cơ quan phối hợp: {dice.choice(UNITS)}; {dice.choice(UNITS)}.")
    lines.append(f"- Thời gian thực hiện: {_filled(dice.choice(TIMES), dice)}.")
    return "\n\n".join(lines)


def _organisation(dice: random.Random, number: int) -> str:
    return f"{number}. {dice.choice(UNITS)}\n\na) {dice.choice(DEEDS)}.\n\n" + _filled(
        "b) Tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh trước ngày {d} tháng {m} năm 2031.", dice
    )


def _filled(pattern: str, dice: random.Random, **words: str) -> str:
    return pattern.format(n=dice.randint(10, 900), d=dice.randint(10, 28), m=dice.randint(10, 12), **words)


def opinion(length: int) -> str:
    """English text of about ``length`` characters with a citation of a case in every other sentence."""
    dice = random.Random(SEED)
    out: list[str] = []
    while sum(map(len, out)) < length:
        volume, page, year = dice.randint(10, 550), dice.randint(1, 999), dice.randint(1950, 2020)
        out.append(
            f"The court agreed with the reasoning of Bamboo v. River, {volume} U.S. {page}, {page + 3} ({year}), and "
            "found that the notice had been given in time. No party asked that the question be looked at again. "
        )
    return "".join(out)


def docx(text: str) -> bytes:
    """The text as a .docx with one paragraph a line and a table of ten tasks at its end."""
    from docx import Document

    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    dice = random.Random(SEED)
    table = document.add_table(11, 5)
    for index, row in enumerate(table.rows):
        words = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
        if index:
            words = [str(index), dice.choice(DEEDS), dice.choice(UNITS), dice.choice(UNITS), "Quý III/2031"]
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def doc(text: str) -> bytes:
    """The text as a binary Word file with one paragraph a line."""
    import docfiles

    return bytes(docfiles.doc(*(docfiles.p(line) for line in text.split("\n"))))


@cache
def pdf() -> bytes:
    """A plan on eight pages."""
    import typst

    lines = "\n\n".join(
        f"#{json.dumps(line, ensure_ascii=False)}" for line in plan(13_500).split("\n") if line
    )
    setting = '#set page(paper: "a4", margin: 25mm)\n#set text(font: "DejaVu Serif", size: 12pt)\n'
    return bytes(typst.compile((setting + lines).encode()))


@cache
def scrambled_pdf() -> bytes:
    """A plan on eight pages whose accented letters stand apart."""
    return scrambled.pdf(plan(21_500))
