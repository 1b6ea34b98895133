"""What is a stamp of secrecy, and what only speaks of secrets."""

from __future__ import annotations

import unicodedata

import pytest

from pdffiles import pdf, shown
from vanban import read
from vanban.errors import SecretStamp
from vanban.files import load
from vanban.secrecy import find_stamp
from wordfiles import p, r, tbl, tc, word

HEAD = "ỦY BAN NHÂN DÂN\nXÃ SUỐI TRÚC\nSố: 12/KH-UBND\n"


def of_text(text: str) -> str | None:
    return find_stamp(load(text.encode()))


@pytest.mark.parametrize("degree", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
@pytest.mark.parametrize(
    "line",
    ["{}", "   {}", "**{}**", "[{}]", "({})", "{}.", "- {} -", "| {} |", "{}\tBến Mây, ngày 5 tháng 3"],
)
def test_a_line_of_its_own(degree, line):
    assert of_text(HEAD + line.format(degree) + "\nKẾ HOẠCH\nI. MỤC ĐÍCH") == degree.replace(" ", "")


@pytest.mark.parametrize("line", ["M Ậ T", "T Ố I  M Ậ T", "MẬ\u200bT", "TUYỆT\u00a0MẬT"])
def test_spaced(line):
    assert of_text(HEAD + line + "\nKẾ HOẠCH")
    assert of_text(unicodedata.normalize("NFD", HEAD + line + "\nKẾ HOẠCH"))


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "KẾ HOẠCH\nBảo vệ bí mật nhà nước",
        HEAD + "KẾ HOẠCH\nTHỰC HIỆN CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        HEAD + "KẾ HOẠCH\nTUYÊN TRUYỀN VỀ BẢO VỆ BÍ\nMẬT\nNHÀ NƯỚC",
        HEAD + "Mật",
        HEAD + "Độ mật: MẬT",
        HEAD + "KẾ HOẠCH\nI. MỤC ĐÍCH\nDấu gồm:\nMẬT\nTỐI MẬT",
        HEAD + "QUYẾT ĐỊNH\nĐiều 1. Dấu\nMẬT",
        HEAD + "THÔNG BÁO\n1. Các mức độ\n- MẬT;\n- TỐI MẬT",
        "MẬT ONG RỪNG",
    ],
)
def test_words_are_no_stamp(text):
    assert of_text(text) is None


def test_the_subject_line_is_no_section():
    assert of_text(HEAD + "V/v sửa cầu\nMẬT\nKính gửi: Sở Xây dựng") == "MẬT"


BODY = p("KẾ HOẠCH") + p("I. MỤC ĐÍCH") + p("Sửa cầu")
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"


@pytest.mark.parametrize(
    ("data", "degree"),
    [
        (word(tbl(tc("XÃ SUỐI TRÚC", "TỐI MẬT") + tc("Độc lập")) + BODY), "TỐIMẬT"),
        (word(tbl(tc("XÃ SUỐI TRÚC", "TUYỆT", "MẬT") + tc("Độc lập")) + BODY), "MẬT"),
        (word(tbl(tc("TUYỆT", "MẬT") + tc("Độc lập")) + BODY), "TUYỆTMẬT"),
        (word(p(BOX.format(p("MẬT"))) + BODY), "MẬT"),
        (word(p(r("Số: 12/KH-UBND"), "<w:r><w:br/><w:t>MẬT</w:t></w:r>") + BODY), "MẬT"),
        (word(BODY, hdr=p("MẬT")), "MẬT"),
        (word(BODY, ftr=tbl(tc("Trang 1") + tc("x")) + p("TỐI MẬT")), "TỐIMẬT"),
        (word(BODY, ftr=p("Bảo vệ bí mật nhà nước")), None),
        (word(BODY + p("MẬT")), None),
        (word(BODY + tbl(tc("MẬT") + tc("TỐI MẬT"))), None),
    ],
)
def test_word_files(data, degree):
    assert find_stamp(load(data)) == degree


LINES = [f"Dòng thứ {at} của một trang có nhiều chữ." for at in range(20)]
HEADED = ["XÃ SUỐI TRÚC", "KẾ HOẠCH", "I. MỤC ĐÍCH", *LINES]


def page(lines: list[str], *, left: float = 60, start: int = 0) -> str:
    return "".join(shown(line, left=left, base=780 - 16 * (at + start)) for at, line in enumerate(lines))


@pytest.mark.parametrize(
    ("pages", "degree"),
    [
        ([page(HEADED)], None),
        ([page(["XÃ SUỐI TRÚC", "MẬT", "KẾ HOẠCH", "I. MỤC ĐÍCH", *LINES])], "MẬT"),
        (
            [page(["XÃ SUỐI TRÚC", "MẬT"]) + page(["Độc lập", "Bến Mây"], left=350) + page(HEADED, start=3)],
            "MẬT",
        ),
        ([page(HEADED), page(["TỐI MẬT", *LINES])], "TỐIMẬT"),
        ([page(HEADED), page([*LINES, "MẬT"])], "MẬT"),
        ([page(HEADED), page(["MẬT", *LINES]), page(["MẬT", *LINES]), page(["MẬT", *LINES])], "MẬT"),
        ([page(HEADED), page([*LINES, "MẬT", *LINES])], None),
    ],
)
def test_pdf_files(pages, degree):
    assert find_stamp(load(pdf(pages=pages))) == degree


FULL = "Sửa cầu treo và trồng cây giữ đất ở bờ suối của xã và làm ngay"


def items(first: int, *, top: float) -> str:
    """A list whose items stand apart, so that a full line below it goes on over the page."""
    return "".join(
        shown(f"{first + at}. {FULL[:60]}", left=60, base=top - 40 * at)
        + shown("trong mùa khô.", left=60, base=top - 40 * at - 16)
        for at in range(6)
    )


FIRST = items(1, top=760) + shown(FULL, left=60, base=520)
FOOT = "".join(
    shown(words, left=left, base=base)
    for words, left, base in (
        ("Nơi nhận:", 60, 300), ("TM. ỦY BAN NHÂN DÂN", 340, 300), ("- UBND;", 60, 284), ("- Lưu: VT.", 60, 268),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    "degree", ["MẬT", "TỐI MẬT", "T U Y Ệ T M Ậ T", unicodedata.normalize("NFD", "TỐI MẬT")]
)
@pytest.mark.parametrize(
    "place",
    [
        lambda stamp: [FIRST, stamp(300, 790) + items(7, top=740)],
        lambda stamp: [FIRST, items(7, top=760) + stamp(300, 40)],
        lambda stamp: [stamp(300, 800) + FIRST, *[stamp(300, 800) + items(7, top=760)] * 2],
        lambda stamp: [stamp(280, 790) + shown("CHƯƠNG TRÌNH VÌ SUỐI SẠCH", left=200, base=774) + FIRST],
        lambda stamp: [FIRST, stamp(60, 800) + shown("Trang 2", left=300, base=800) + items(7, top=740)],
        lambda stamp: [items(7, top=760) + FOOT + stamp(60, 252)],
        lambda stamp: [FIRST, items(7, top=740) + stamp(300, 790)],
    ],
    ids=[
        "goes-on",
        "below",
        "on-each-page",
        "above-the-title",
        "beside-a-number",
        "below-a-list",
        "written-last",
    ],
)
def test_a_stamp_of_a_pdf_stands_alone_whatever_is_around_it(place, degree):
    pages = place(lambda left, base: shown(degree, left=left, base=base))
    assert find_stamp(load(pdf(pages=pages)))


def test_reading_says_the_sentence():
    with pytest.raises(SecretStamp) as refused:
        read((HEAD + "MẬT\nKẾ HOẠCH").encode())
    assert refused.value.code == "secret-stamp"
    assert str(refused.value) == (
        "Tài liệu có dấu độ mật, không được đưa vào hệ thống này. Chưa có gì được lưu. "
        "Hãy xử lý trên máy không nối mạng theo quy định bảo vệ bí mật nhà nước."
    )
