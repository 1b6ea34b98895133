"""Any order of what a kind of file is made of is read or refused: each part is sound, the whole is not."""

# ruff: noqa: E501 -- what a kind is made of stays on few lines

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hostile.olds import rtf
from hostile.packages import GOOD, document, odt
from hostile.pages import page
from pdffiles import pdf
from soundfiles import outcome
from vanban.files import parse
from wordfiles import levels, num, part

TRIES = settings(
    max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
NUMBERS = st.sampled_from(("", "0", "1", "2", "9", "-1", "x", "²", "٣", "99999", "4294967296", "1e9", "true"))
WORDS = st.sampled_from(
    (
        "",
        " ",
        "a",
        "Sửa cầu:",
        "1. Trồng tre.",
        "\t",
        "MẬT",
        "u\u0316\u0300",
        "\u00ad",
        "®µ",
        "😀",
        "Nơi nhận:",
    )
)
WORD = [
    "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:tcPr", "w:gridSpan", "w:vMerge", "w:trPr", "w:gridBefore", "w:pPr",
    "w:numPr", "w:numId", "w:ilvl", "w:pStyle", "w:rPr", "w:b", "w:vanish", "w:del", "w:ins", "w:sdt", "w:sdtContent",
    "w:br", "w:tab", "w:sym", "w:txbxContent", "mc:AlternateContent", "mc:Choice", "w:lastRenderedPageBreak",
    "w:altChunk", "w:rFonts", "w:fldChar", "w:instrText", "w:sectPr", "w:body",
]  # fmt: skip
OPEN = [
    "text:p", "text:h", "text:span", "text:list", "text:list-item", "text:list-header", "text:s", "text:tab",
    "text:line-break", "text:note", "text:note-body", "text:note-citation", "text:section", "text:number", "table:table",
    "table:table-row", "table:table-header-rows", "table:table-cell", "table:covered-table-cell", "text:tracked-changes",
    "text:deletion", "text:soft-page-break", "office:annotation", "text:table-of-content", "text:index-body",
]  # fmt: skip
WEB = [
    "p", "div", "table", "tbody", "tr", "td", "th", "ol", "ul", "li", "b", "strong", "br", "pre", "span", "font", "a",
    "h1", "script", "style", "nav", "hr", "sup", "center", "caption", "dl", "dt", "svg", "template", "select",
]  # fmt: skip
CONTROLS = [
    "\\par", "\\pard", "\\intbl", "\\cell", "\\row", "\\trowd", "\\cellx", "\\clvmrg", "\\clmgf", "\\clmrg", "\\itap",
    "\\nestcell", "\\nestrow", "\\u", "\\uc", "\\bin", "\\'", "\\f", "\\ls", "\\ilvl", "\\v", "\\deleted", "\\tab", "\\line",
    "\\page", "\\sect", "\\footnote", "\\header", "\\plain", "\\*", "\\shptxt", "\\field", "\\fldinst", "\\fldrslt", "\\~",
    "\\pntext", "\\listtext", "\\upr", "\\ud", "\\fonttbl", "\\fcharset", "\\stylesheet", "\\s", "\\listtable",
]  # fmt: skip
DRAWN = [
    "q",
    "Q",
    "BT",
    "ET",
    "Tj",
    "Tm",
    "Td",
    "T*",
    "cm",
    "re",
    "f",
    "S",
    "l",
    "m",
    "h",
    "W",
    "n",
    "Tf",
    "Tr",
    "Do",
    "BI",
]


def trees(names: list[str], attributes: list[str]) -> st.SearchStrategy[str]:
    """Elements in each other, some of which say something."""
    said = st.dictionaries(st.sampled_from(attributes), NUMBERS, max_size=2)

    def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.builds(_element, st.sampled_from(names), said, st.lists(inner, max_size=4))

    return st.lists(st.recursive(WORDS, element, max_leaves=30), max_size=6).map("".join)


def _element(name: str, said: dict[str, str], inner: list[str]) -> str:
    marks = "".join(f" {key}={quoteattr(value)}" for key, value in said.items())
    return f"<{name}{marks}>{''.join(inner)}</{name}>"


LISTS = part("numbering", levels("decimal %1.", "lowerRoman %1.%2") + num(1, 1))


@TRIES
@given(trees(WORD, ["w:val", "w:type", "w:char", "w:id", "w:ascii"]))
@example("<w:tbl/><w:tbl><w:tr/></w:tbl>")
@example('<w:p><w:sym w:char="x"/></w:p>')
def test_word(body):
    data = document(GOOD.replace("<w:body>", f"<w:body>{body}"), numbering=LISTS)
    assert outcome(lambda: parse(data, kind="docx")) == "read"


@TRIES
@given(
    trees(OPEN, ["text:c", "table:number-columns-repeated", "table:number-rows-repeated", "text:start-value"])
)
@example("<table:table/>")
def test_opendocument(body):
    assert outcome(lambda: parse(odt(body), kind="odt")) in ("read", "too-large")


@TRIES
@given(trees(WEB, ["colspan", "rowspan", "start", "value", "style", "class", "hidden", "face"]))
def test_web_pages(body):
    assert outcome(lambda: parse(page(body), kind="html")) in ("read", "no-words")


@TRIES
@given(
    st.lists(
        st.one_of(WORDS, st.sampled_from(["{", "}"]), st.tuples(st.sampled_from(CONTROLS), NUMBERS)),
        max_size=80,
    )
)
def test_rich_text(pieces):
    body = "".join(piece if isinstance(piece, str) else f"{piece[0]}{piece[1]} " for piece in pieces)
    assert outcome(lambda: parse(rtf(body), kind="rtf")) in (
        "read",
        "broken-file",
        "dangerous-file",
        "too-large",
    )


def test_rich_text_whose_first_group_ends_before_it_begins():
    assert parse(b"}{\\rtf1 x}", kind="rtf").blocks == ()


@TRIES
@given(st.lists(st.tuples(st.lists(NUMBERS, max_size=6), st.sampled_from(DRAWN)), max_size=60))
def test_drawings(operations):
    drawn = "".join(f"{' '.join(numbers)} {sign}\n" for numbers, sign in operations)
    data = pdf(pages=[f"BT /F1 12 Tf 1 0 0 1 60 700 Tm <0061> Tj ET {drawn}"])
    assert outcome(lambda: parse(data, kind="pdf")) == "read"
