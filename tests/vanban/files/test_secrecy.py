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


def test_reading_says_the_sentence():
    with pytest.raises(SecretStamp) as refused:
        read((HEAD + "MẬT\nKẾ HOẠCH").encode())
    assert refused.value.code == "secret-stamp"
    assert str(refused.value) == (
        "Tài liệu có dấu độ mật, không được đưa vào hệ thống này. Chưa có gì được lưu. "
        "Hãy xử lý trên máy không nối mạng theo quy định bảo vệ bí mật nhà nước."
    )
