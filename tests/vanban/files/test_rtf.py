"""What an RTF file says, feature by feature."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from rtffiles import FONTS, par, row, rtf, written
from vanban.errors import BrokenFile, DangerousFile, NoWords, TooLarge
from vanban.files import load, parse
from vanban.files.blocks import Paragraph, Table

BOX = r"{\shptxt \pard\plain \fs24 {Trong khung\par }}"
WORDS = {
    "a plain line": ("{Sửa }{cầu treo}", ["Sửa cầu treo"]),
    "a line that the file breaks": ("{Sửa c\r\nầu\r\n treo}", ["Sửa cầu treo"]),
    "blanks folded": (r"{Sửa   cầu\~ treo }", ["Sửa cầu treo"]),
    "bytes of the western page": (r"{B\'e1o c\'e1o \'93th\'e1ng\'94}", ["Báo cáo “tháng”"]),
    "bytes of the Vietnamese page": (r"{\f1 S\'fd\'d2a ch\'fd\'dea}", ["Sửa chữa"]),
    "bytes of a wide page": (r"{\f3 \'d6\'d0}", ["中"]),
    "bytes of a page that the font names": (r"{\f4 \'e8}", ["č"]),
    "a byte that stands for no letter": (r"{a\'81\'8d\'8f\'90\'9db}", ["a\x81\x8d\x8f\x90\x9db"]),
    "letters without a sign beside them": (r"{\uc0 S\u7917 a c\u7847 u}", ["Sửa cầu"]),
    "letters with two signs beside them": (r"{\uc2 S\u7917\'cb\'ceaa}{\u7847 ?u}", ["Sửaaầu"]),
    "how many signs, said for a group": (r"{{\uc0 S\u7917 }a c\u7847\'3fu}", ["Sửa cầu"]),
    "a letter beyond the first plane": (r"{a\u-10179\'3f\u-8704\'3f}", ["a😀"]),
    "half a letter": (r"{a\u-10179\'3fb}", ["ab"]),
    "signs by their names": (
        r"{\ldblquote a\rdblquote  \lquote b\rquote  \endash  \emdash  c\bullet }", ["“a” ‘b’ – — c•"],
    ),
    "signs that RTF uses": (r"{\{a\\b\}}", [r"{a\b}"]),
    "a hyphen that does not break": (r"{12/NQ\_CP}", ["12/NQ-CP"]),
    "a hyphen that may be shown": (r"{cộng\- đồng}", ["cộng đồng"]),
    "a tab": (r"{Số: 1\tab Bến Mây}", ["Số: 1\tBến Mây"]),
    "a break before an item": (r"{Gồm:\line - Sửa cầu;\line - Trồng cây.}", ["Gồm:", "- Sửa cầu;", "- Trồng cây."]),
    "a break within a sentence": (r"{Sửa chữa cầu\line treo}", ["Sửa chữa cầu treo"]),
    "a page break": (r"{Sửa cầu\page }", ["Sửa cầu"]),
    "hidden words": (r"{Sửa}{\v  kín}{\v\v0  cầu}", ["Sửa cầu"]),
    "a deletion": (r"{Sửa }{\deleted\revauthdel1\revdttmdel1736509440 nhà }{cầu}", ["Sửa cầu"]),
    "words moved away": (r"{Sửa }{\mvf\mvauth1 nhà }{cầu}", ["Sửa cầu"]),
    "an insertion": (r"{Sửa }{\revised\revauth1\revdttm1736509440 cầu}", ["Sửa cầu"]),
    "a note in a deletion": (r"{Sửa{\deleted {\footnote \pard\plain Chú}}}", ["Sửa"]),
    "a field": (r"{Trang }{\field{\*\fldinst { PAGE  \\* MERGEFORMAT }}{\fldrslt {\fs20 3}}}", ["Trang 3"]),
    "a field that is a sign": (
        r'{\field{\*\fldinst SYMBOL 45 \\f "Symbol" \\s 14}{\fldrslt\f2\fs28}}{ Sửa cầu}', ["- Sửa cầu"],
    ),
    "a sign that is said twice": (
        r'{\field{\*\fldinst SYMBOL 45 \\f "Symbol"}{\fldrslt \f2 -}}{\field{\*\fldinst DATE}{\fldrslt 1/2}}',
        ["-1/2"],
    ),
    "signs of a symbol font": (r"{\f2 -\'b7}{ Sửa cầu}", ["- Sửa cầu"]),
    "a picture": (r"{\*\shppict{\pict\pngblip\picw10 89504e47}}{\nonshppict{\pict 01}}{Sửa}", ["Sửa"]),
    "a picture in bytes": ("{\\pict\\wmetafile8\\bin9 }}\\{{\\par}{Sửa}", ["Sửa"]),
    "what is optional and has no name": (r"{\* Sửa }{\b cầu}", ["Sửa cầu"]),
    "bookmarks and what is unknown": (r"{\*\bkmkstart _a}{Sửa}{\*\bkmkend _a}{\*\xyz {\b không}}", ["Sửa"]),
    "a text box": (
        rf"{{Ngoài}}{{\shp{{\*\shpinst\shpleft1{{\sp{{\sn lTxid}}{{\sv 65536}}}}{BOX}}}"
        rf"{{\shprslt{{\*\do\dobxcolumn{{\dptxbxtext \pard\plain Trong khung\par }}}}}}}}",
        ["Ngoài", "Trong khung"],
    ),
    "a text box of old Word": (
        r"{Ngoài}{\*\do\dobxcolumn\dptxbx{\dptxbxtext \pard\plain {Trong khung\par }}\dpx1}", ["Ngoài", "Trong khung"],
    ),
    "the number that Word shows": (r"{\listtext\pard\plain\f0 II.\tab}{Sửa}", ["II. Sửa"]),
    "the bullet that Word shows": (r"{\listtext\pard\plain\f2 \'b7\tab}{Sửa}", ["• Sửa"]),
    "a bullet by its number": (r"{\listtext\pard\plain\f2 \u-4051\'2d\tab}{Sửa}", ["- Sửa"]),
    "the number of old Word": (
        r"{\pntext\pard\plain 1)\tab}{\*\pn \pnlvlbody\pndec{\pntxta )}}{Sửa}", ["1) Sửa"],
    ),
}  # fmt: skip


def texts(content):
    return [block.text for block in content.blocks]


@pytest.mark.parametrize("name", WORDS)
def test_words(name):
    body, expected = WORDS[name]
    assert texts(load(rtf(rf"\pard\plain {body}\par"))) == expected


@pytest.mark.parametrize("name", WORDS)
def test_words_in_a_cell(name):
    body, expected = WORDS[name]
    assert load(rtf(row(body, "Khác", edges=(3000, 6000)))).blocks == (
        Table(((tuple(expected), ("Khác",)),)),
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (par("Một") + par("Hai"), ["Một", "Hai"]),
        (r"\pard Một\par Hai", ["Một", "Hai"]),
        ("\\pard Một\\\r\nHai\\par", ["Một", "Hai"]),
        (r"\pard Một\sect\sectd Hai\par", ["Một", "Hai"]),
        (par("Sửa") + r"{\deleted nhà\par }" + par(" cầu"), ["Sửa", "cầu"]),
        (r"\pard {Sửa }{\deleted nhà\par }{cầu\par }", ["Sửa cầu"]),
        (r"\pard Một\cell Hai\row\pard Ba\par", ["Một", "Hai", "Ba"]),
    ],
)
def test_where_paragraphs_end(body, expected):
    assert texts(load(rtf(body))) == expected


def test_margins_and_notes_stand_apart():
    content = load(
        rtf(
            r"{\header \pard\plain {Trang {\field{\*\fldinst PAGE}{\fldrslt 5}}\par }}"
            r"{\footerf " + row("Lưu", "hành", edges=(1000, 2000)) + r"\pard\par }"
            r"{\*\ftnsep \chftnsep \par }"
            r"\pard\plain {Sửa cầu}{\super \chftn {\footnote \pard\plain \s2 {\super \chftn }{ Chú\par }}}{ treo\par }"
        )
    )
    assert content.blocks == (
        Paragraph("Trang 5", margin=True),
        Paragraph("Lưu hành", margin=True),
        Paragraph("Sửa cầu treo"),
        Paragraph("Chú", note=True),
    )


@pytest.mark.parametrize(
    ("body", "text", "strong"),
    [
        (r"\pard\plain {\b 1. Sở Y tế:}{ Khám bệnh}", "1. Sở Y tế: Khám bệnh", 11),
        (r"\pard\plain {\b 1. Sở }{ }{\b Y tế: }{Khám bệnh}", "1. Sở Y tế: Khám bệnh", 11),
        (r"\pard\plain \b Khám: \b0 ở xã", "Khám: ở xã", 5),
        (r"\pard\plain {1. Sở Y tế: }{\b Khám bệnh}", "1. Sở Y tế: Khám bệnh", 0),
        (r"\pard\plain \s1 {Sở Y tế: }{\b0 khám}", "Sở Y tế: khám", 8),
        (r"\pard\plain \s2 {Sở Y tế: }{\plain khám}", "Sở Y tế: khám", 13),
        (r"\pard\plain {\listtext\pard\plain 1.\tab}{\b Sở Y tế:}{ khám}", "1. Sở Y tế: khám", 11),
    ],
)
def test_how_far_the_bold_at_the_start_goes(body, text, strong):
    (found,) = load(rtf(body + r"\par")).blocks
    assert (found.text, found.strong) == (text, strong)


def test_a_style_gives_the_font_where_none_is_set():
    (found,) = load(rtf(r"\pard\plain \s2 {S\'fd\'d2a}\par")).blocks
    assert found.text == "Sửa"


HEADING = r"\trowd \trleft-108\clvmgf \cellx900\cellx6000\pard\intbl TT\cell Thời gian\cell\row"
UNDER = r"\trowd \trleft-105\clvmrg \cellx900\cellx3000\cellx6010\pard\intbl che\cell Từ\cell Đến\cell\row"


def test_columns_are_aligned_by_their_edges():
    first = row("1", "chung", "", edges=(900, 3000, 6000), marks={1: r"\clmgf", 2: r"\clmrg"})
    content = load(rtf(HEADING + UNDER + first.replace(r"\trleft0", r"\trleft-110") + par("Sau")))
    assert content.blocks == (
        Table((
            (("TT",), ("Thời gian",), ()),
            ((), ("Từ",), ("Đến",)),
            (("1",), ("chung",), ()),
        )),
        Paragraph("Sau"),
    )  # fmt: skip


def test_a_row_that_begins_further_right_leaves_columns_out():
    rows = row("a", "b", "c", edges=(1000, 2000, 3000)) + row("d", edges=(3000,)).replace(
        "trleft0", "trleft1000"
    )
    assert load(rtf(rows)).blocks[0].rows == ((("a",), ("b",), ("c",)), ((), ("d",), ()))


def test_a_row_is_cut_by_what_stands_at_its_end():
    """Word says how a row is cut before it and after it; others only once for many rows."""
    late = r"\pard\intbl {a\cell b\cell }{\trowd \cellx1000\cellx3000\row }\pard\intbl c\cell d\cell\row"
    assert load(rtf(late)).blocks[0].rows == ((("a",), ("b",)), (("c",), ("d",)))


def test_cells_hold_paragraphs():
    content = load(rtf(row(r"Một\par Hai\par }{Ba", "", edges=(1000, 2000)) + par("Sau")))
    assert content.blocks == (Table(((("Một", "Hai", "Ba"), ()),)), Paragraph("Sau"))


def test_a_table_of_one_cell_is_its_paragraphs():
    assert texts(load(rtf(row(r"Một\par Hai", edges=(1000,)) + par("Sau")))) == ["Một", "Hai", "Sau"]


def test_a_table_in_a_cell_gives_a_line_a_row():
    inner = "".join(
        rf"\pard\intbl\itap2 {{{a}\nestcell }}{{{b}\nestcell }}"
        r"\pard\intbl\itap2 {{\*\nesttableprops\trowd \cellx900\cellx1800\nestrow}{\nonesttables\par }}"
        for a, b in (("Một", "Hai"), ("Ba", "Bốn"))
    )
    body = rf"\trowd \cellx1000\cellx3000\pard\intbl {{Ngoài\cell }}{inner}\pard\intbl {{Sau\cell }}{{\row }}"
    assert load(rtf(body)).blocks[0].rows == ((("Ngoài",), ("Một Hai", "Ba Bốn", "Sau")),)


LISTS = (
    r"{\*\listtable{\list\listtemplateid7"
    r"{\listlevel\levelnfc1\levelnfcn1\leveljc0\levelstartat1{\leveltext\leveltemplateid1\'02\'00.;}"
    r"{\levelnumbers\'01;}}"
    r"{\listlevel\levelnfc0\leveljc0\levelstartat1{\leveltext\'04\'00.\'01.;}{\levelnumbers\'01\'03;}\levellegal1}"
    r"{\listlevel\levelnfc23\leveljc0\levelstartat1{\leveltext\'01\u-3913 ?;}{\levelnumbers;}\f2}"
    r"{\listname ;}\listid98}}"
    r"{\*\listoverridetable{\listoverride\listid98\listoverridecount0\ls1}{\listoverride\listid98\listoverridecount1"
    r"{\lfolevel\listoverridestartat\levelstartat5}\ls2}}"
)


def test_lists_are_counted_where_their_numbers_are_not_said():
    places = ((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (9, 0))
    body = "".join(par("Việc", rf"\pard\plain \ls{number}\ilvl{level}") for number, level in places)
    body += r"\pard\plain \ls1 Ô\par"
    shown = ["I.", "1.1.", "1.2.", "•", "II.", "2.1.", "V."]
    assert texts(load(rtf(body, FONTS + LISTS))) == [*(f"{label} Việc" for label in shown), "Việc", "III. Ô"]


def test_numbers_that_are_said_are_not_counted_again():
    body = par(r"{\listtext\pard\plain 7.\tab}Một", r"\pard\plain \ls1") + par("Hai", r"\pard\plain \ls1")
    assert texts(load(rtf(body, FONTS + LISTS))) == ["7. Một", "Hai"]


def test_fonts_that_are_told_without_braces_or_ends():
    for fonts in (r"\f0 Arial;\f1\fcharset163 Arial;", r"{\f0 Arial}{\f1\fcharset163 Arial}"):
        assert texts(load(rtf(r"\f1 S\'fd\'d2a\f0 \'e1", rf"{{\fonttbl{fonts}}}"))) == ["Sửaá"]


def test_a_page_for_all_fonts_without_one_of_their_own():
    head = r"{\fonttbl{\f0\fnil Arial;}}"
    data = written(rf"{{\rtf1\ansi\ansicpg1258\deff0{head}S\'fd\'d2a}}")
    assert texts(load(data)) == ["Sửa"]
    assert texts(load(data.replace(head.encode(), b""))) == ["Sửa"]
    assert texts(load(rb"{\rtf1\mac B\'87o}")) == ["Báo"]


LONG = rtf(par("Sửa cầu treo") * 400)


@pytest.mark.parametrize(
    ("data", "paragraphs"),
    [
        (LONG[:-1], 400),
        (LONG[:-1] + b"{\\b", 400),
        (LONG + b"\r\n\x00\x00" + b"x" * 900, 400),
        (LONG + b"\x00" * 5000, 400),
        (LONG[: LONG.rindex(b"{", 0, -400)], 394),
    ],
)
def test_what_is_missing_at_the_end_may_be_little(data, paragraphs):
    assert len(load(data).blocks) == paragraphs


@pytest.mark.parametrize(
    "data",
    [
        LONG[:-1] + rb"{\pict " + b"0a" * 2000,
        rb"{\rtf1 {\fonttbl{\f0 " + b"Arial " * 400,
        LONG + b"{\\rtf1 " + LONG,
    ],
)
def test_a_file_whose_end_is_missing_is_refused(data):
    with pytest.raises(BrokenFile):
        load(data)


def test_bytes_that_are_no_numbers():
    data = rtf("@").replace(b"@", b"B\xe1o\tc\x00\xe1o")
    assert texts(load(data)) == ["Báo\tcáo"]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"{\\rtf1 " + b"{" * 501, DangerousFile),
        (b"{\\rtf1 {\\info " + b"{" * 501, DangerousFile),
        (b"{\\rtf1 " + b"a" * 4_000_001 + b"}", TooLarge),
        (b"{\\rtf1 " + rb"\intbl" + rb"\cell" * 400_001 + b"}", TooLarge),
    ],
)
def test_what_no_document_needs_is_refused(data, refusal):
    with pytest.raises(refusal):
        load(data)


PATTERNS = {
    "groups": b"{}", "words": rb"\b", "letters": rb"\u7847 ?", "bytes": rb"\'e1", "paragraphs": rb"a\par ",
    "breaks": rb"a\line ", "cells": rb"\cell ", "edges": rb"\cellx9 ", "rows": rb"\row ", "fields": rb"{\field}",
    "tables in cells": rb"\itap9 a\par\pard\par ", "stories": rb"{\shptxt a}", "skips": rb"{\*\a b}", "signs": rb"\*",
    "fonts": rb"{\fonttbl{\f1 A;}}", "styles": rb"{\stylesheet{\s1 A;}}\s1 a", "numbers": rb"\bin1 a",
}  # fmt: skip


@pytest.mark.parametrize("name", PATTERNS)
def test_reading_takes_time_in_step_with_the_size(name):
    start = time.process_time()
    with suppress(TooLarge, NoWords):
        parse(b"{\\rtf1 " + PATTERNS[name] * (600_000 // len(PATTERNS[name])) + b"}", kind="rtf")
    assert time.process_time() - start < 3
