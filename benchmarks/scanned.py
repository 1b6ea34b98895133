"""Documents as an office scanner gives them: set in the official layout, printed to pixels, kept as pictures only.

``clean`` is a good scan; ``degraded`` is one turned a little, grey, noisy and pressed hard, with a red stamp and a
signature over the names and a number that was written in. Same document and seed, same scan.
"""

from __future__ import annotations

import io
import json
import os
import random
import re
from collections.abc import Iterable, Iterator

from PIL import Image, ImageChops, ImageFilter

from vanban.files.blocks import Block, Paragraph, Table
from vanban.grammar.lexicon import letterhead, type_line
from vanban.grammar.markers import mark_of
from vanban.layout.compose import is_grid

DPI = 200
_ANNEX = letterhead("annex")
_QUALITY = {"clean": 85, "degraded": 40}
_SETTING = """
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm), numbering: "1",
  header: context if counter(page).get().first() > 1 { align(center, counter(page).display("1")) }, footer: none)
#set text(font: ("Liberation Serif", "Libertinus Serif"), size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 10mm, all: true), spacing: 9pt, leading: 7pt)
#set table(stroke: 0.6pt, inset: 4pt)
#let plain = block.with(width: 100%)
#let middle(body) = block(width: 100%, { set par(first-line-indent: 0pt, justify: false); align(center, body) })
#let columned(body) = { set par(first-line-indent: 0pt, justify: false, spacing: 6pt); body }
#let written(body) = text(fill: rgb("#1f3f9f"), style: "italic", size: 16pt, body)
#let stamp = place(center, dx: -22mm, dy: 4mm, {
  let red = rgb("#d8323c")
  circle(radius: 16mm, stroke: 1.3pt + red)
  place(center + horizon, circle(radius: 11mm, stroke: 0.6pt + red))
  place(center + horizon, text(fill: red, size: 30pt, sym.star.filled))
  place(center + horizon, dy: 14mm, text(fill: red, size: 7pt, weight: "bold", "BẾN MÂY"))
})
#let signature = place(center, dy: 8mm, curve(stroke: 1.2pt + rgb("#1f3f9f"),
  curve.move((0mm, 8mm)), curve.cubic((6mm, -8mm), (9mm, 18mm), (14mm, 2mm)),
  curve.cubic((18mm, -6mm), (16mm, 14mm), (26mm, 4mm)), curve.cubic((32mm, 0mm), (30mm, 10mm), (44mm, 3mm))))
"""


def printed(blocks: Iterable[Block], *, signed: bool = False) -> bytes:
    """The document as a PDF of text; ``signed`` with a stamp, a signature and the number written by hand."""
    import typst

    source = "\n".join([_SETTING, *_parts(list(blocks), signed=signed)])
    return bytes(typst.compile(source.encode(), font_paths=os.environ.get("VANBAN_FONTS", "").split()))


def scan(blocks: Iterable[Block], *, quality: str, seed: int = 1) -> bytes:
    """The document as a PDF of pictures, ``quality`` "clean" or "degraded"."""
    import pypdfium2

    dice = random.Random(seed)
    document = pypdfium2.PdfDocument(printed(blocks, signed=quality == "degraded"))
    pages = [page.render(scale=DPI / 72).to_pil() for page in document]
    pages = [_worn(page, dice) if quality == "degraded" else page.convert("L") for page in pages]
    out = io.BytesIO()
    first, *rest = pages
    first.save(
        out, "PDF", save_all=True, append_images=rest, resolution=float(DPI), quality=_QUALITY[quality]
    )
    return out.getvalue()


def is_ruled(block: Block) -> bool:
    """True for a table that is printed with its lines."""
    return isinstance(block, Table) and is_grid(block.rows)


def annex() -> Table:
    """An annex of own words: six columns, ten tasks under three group rows."""
    rows = [["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm"]]
    number = 0
    for mark, (group, tasks) in zip(("I", "II", "III"), _TASKS, strict=True):
        rows.append([mark, group, "", "", "", ""])
        for task in tasks:
            number += 1
            rows.append([str(number), *task])
    return Table(tuple(tuple((cell,) if cell else () for cell in row) for row in rows))


_TASKS = (
    ("XÂY DỰNG TỦ SÁCH", (
        ("Khảo sát nhu cầu đọc của người dân tại các thôn, bản vùng cao", "Sở Văn hóa, Thể thao và Du lịch",
         "UBND các xã, phường", "Quý I/2031", "Báo cáo khảo sát"),
        ("Ban hành Quyết định số 27/QĐ-UBND về danh mục sách", "Thư viện tỉnh", "Sở Tài chính",
         "Trước ngày 15/3/2031", "Quyết định của UBND tỉnh"),
        ("Mua sắm, phân phối sách theo Nghị quyết số 08/NQ-HĐND", "Sở Tài chính", "Sở Giáo dục và Đào tạo",
         "Quý II/2031", "5.400 bản sách"),
        ("Sửa chữa 12 phòng đọc ở cơ sở", "UBND các xã, phường", "Sở Xây dựng", "Tháng 6/2031", "Biên bản nghiệm thu"),
    )),
    ("ĐÀO TẠO, TUYÊN TRUYỀN", (
        ("Mở lớp bồi dưỡng cho người phụ trách tủ sách", "Thư viện tỉnh", "Trường Chính trị tỉnh", "Quý III/2031",
         "04 lớp, 160 học viên"),
        ("Phát sóng chuyên mục “Mỗi tuần một cuốn sách”", "Báo và Đài Phát thanh, Truyền hình tỉnh", "Tỉnh đoàn",
         "Hằng tuần", "Chuyên mục"),
        ("Tổ chức ngày hội đọc sách", "Sở Giáo dục và Đào tạo", "Hội Liên hiệp Phụ nữ tỉnh", "Tháng 4 hằng năm",
         "Ngày hội cấp tỉnh"),
    )),
    ("KIỂM TRA, ĐÁNH GIÁ", (
        ("Kiểm tra việc thực hiện Kế hoạch số 118/KH-UBND", "Đoàn kiểm tra liên ngành", "Các sở, ban, ngành",
         "Quý IV/2031", "Kết luận kiểm tra"),
        ("Sơ kết một năm thực hiện", "Sở Văn hóa, Thể thao và Du lịch", "Văn phòng UBND tỉnh",
         "Trước ngày 20/12/2031", "Báo cáo sơ kết"),
        ("Khen thưởng tập thể, cá nhân", "Sở Nội vụ", "UBND các xã, phường", "Tháng 01/2032", "Bằng khen"),
    )),
)  # fmt: skip


def _parts(blocks: list[Block], *, signed: bool) -> Iterator[str]:
    """The typst source of each part: letterhead, type and title, body, foot, annexes."""
    first = next((at for at, block in enumerate(blocks) if _is_type(block)), 0)
    yield _letterhead(_words(blocks[:first]), signed=signed)
    in_title = bool(first)
    foot: list[Block] = []
    for at, block in enumerate(blocks[first:]):
        if foot and isinstance(block, Paragraph) and not _ANNEX.match(block.text):
            foot.append(block)
            continue
        if _opens_foot(block):
            foot = [block]
            continue
        if foot:
            yield _foot(_words(foot), signed=signed)
            yield "#pagebreak()"
            foot, in_title = [], True
        in_title = in_title and at < 2 or isinstance(block, Paragraph) and _is_middle(block.text)
        yield _grid(block) if isinstance(block, Table) else _paragraph(block, middle=in_title)
    if foot:
        yield _foot(_words(foot), signed=signed)


def _is_type(block: Block) -> bool:
    return isinstance(block, Paragraph) and type_line().fullmatch(block.text) is not None


def _opens_foot(block: Block) -> bool:
    return letterhead("recipients").match(_words([block])[0] if _words([block]) else "") is not None


def _is_middle(text: str) -> bool:
    """True for the lines that say what an annex is."""
    return (
        _ANNEX.match(text) is not None
        or letterhead("carried").match(text) is not None
        or text.isupper()
        and not mark_of(text).kind
    )


def _words(blocks: Iterable[Block]) -> list[str]:
    """Every line of the blocks, those of tables cell by cell."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += [line for row in block.rows for cell in row for line in cell]
    return [line for line in lines if line.strip()]


def _text(words: str) -> str:
    """A string of the setting language."""
    return f"#{json.dumps(words, ensure_ascii=False)}"


def _letterhead(lines: list[str], *, signed: bool) -> str:
    sides: tuple[list[str], list[str]] = ([], [])
    for line in lines:
        motto = letterhead("motto").search(line)
        right = motto or letterhead("place").match(line)
        text = _number(line) if signed and letterhead("number").match(line) else _text(line)
        if letterhead("place").match(line):
            text = f"#emph[{text}]"
        elif motto and not line.isupper():
            text = f"#strong(underline(offset: 3pt)[{text}])"
        elif line.isupper():
            text = f"#strong[{text}]"
        sides[bool(right)].append(text)
    left, right_side = ("\n\n".join(side) for side in sides)
    cells = ", ".join(f"columned(text(12pt)[{side}])" for side in (left, right_side))
    return f"#grid(columns: (2fr, 3fr), align: center, {cells})\n#v(4mm)"


def _number(line: str) -> str:
    """The line of the number, its digits written by hand."""
    return re.sub(r"\d+|\D+", lambda run: f"#written[{run[0]}]" if run[0].isdigit() else _text(run[0]), line)


def _paragraph(block: Paragraph, *, middle: bool) -> str:
    strong = len(block.text) if middle or block.text.isupper() else block.strong
    bold, rest = block.text[:strong], block.text[strong:]
    text = (f"#strong[{_text(bold)}]" if bold else "") + (_text(rest) if rest else "")
    return f"#middle[{text}]" if middle else text + "\n"


def _foot(lines: list[str], *, signed: bool) -> str:
    """Those who receive it on the left; on the right who signs, his name below the stamp."""
    at = next(
        (at for at, line in enumerate(lines) if line.isupper() and not line.startswith("-")), len(lines)
    )
    recipients = "\n\n".join(_text(line) for line in lines[:at])
    *posts, name = lines[at:] or [""]
    marks = "#stamp #signature" if signed else ""
    signs = "\n\n".join(_text(line) for line in posts)
    return (
        f"#v(4mm)\n#block(breakable: false, grid(columns: (1fr, 1fr), columned(text(11pt)[{recipients}]),\n"
        f"  align(center, columned[#strong[{signs}]\n{marks}\n#v(22mm)\n#strong[{_text(name)}]])))"
    )


def _grid(table: Table) -> str:
    """A ruled table; a row with words in its first two cells only goes across."""
    width = max(len(row) for row in table.rows)
    cells: list[str] = []
    for at, row in enumerate(table.rows):
        texts = [" #linebreak() ".join(_text(line) for line in cell if line) for cell in row]
        texts = [f"#strong[{text}]" if text and not at else text for text in texts]
        if at and len(texts) > 2 and any(texts) and not any(texts[2:]):
            cells.append(f"[{texts[0]}], table.cell(colspan: {width - 1})[#strong[{texts[1]}]]")
        else:
            cells.append(", ".join(f"[{text}]" for text in [*texts, *[""] * (width - len(texts))]))
    widths = ", ".join(("auto", "2fr", *["1fr"] * (width - 2)) if width > 2 else ["1fr"] * width)
    rows = ",\n  ".join(cells)
    return f"#columned(text(12pt, table(columns: ({widths}),\n  {rows})))"


def _worn(page: Image.Image, dice: random.Random) -> Image.Image:
    """The page as a worn scanner sees it: turned by up to a degree, lit from one side, soft and full of noise."""
    page = page.convert("RGB").rotate(dice.uniform(-1, 1), Image.Resampling.BICUBIC, fillcolor="white")
    light = Image.linear_gradient("L").rotate(dice.choice((0, 90, 180, 270))).resize(page.size)
    light = light.point(lambda value: 205 + value * 50 // 255)
    page = ImageChops.multiply(page, Image.merge("RGB", (light, light, light)))
    page = page.filter(ImageFilter.GaussianBlur(0.7))
    width, height = page.size
    noise = Image.frombytes("L", page.size, dice.randbytes(width * height)).filter(
        ImageFilter.GaussianBlur(0.6)
    )
    noise = Image.merge("RGB", (noise, noise, noise))
    return Image.blend(page, noise, 0.12)
