"""The numbers that Word shows and the file does not hold."""

from __future__ import annotations

import pytest

from vanban.files import load
from vanban.files.counting import numeral
from wordfiles import levels, num, p, word

OUTLINE = levels("upperRoman %1.", "decimal %2.", "decimal %2.%3.", "lowerLetter %4)", "bullet -") + num(1, 1)


def shown(body: str, **parts: str) -> list[str]:
    return [block.text for block in load(word(body, **parts)).blocks]


def at(level: int, words: str = "x", *, number: int = 1) -> str:
    return p(words, num=(number, level))


def test_levels_count_and_start_again():
    body = "".join(map(at, (0, 1, 2, 2, 1, 3, 3, 4, 0, 1)))
    assert shown(body, numbering=OUTLINE) == [
        "I. x", "1. x", "1.1. x", "1.2. x", "2. x", "a) x", "b) x", "- x", "II. x", "1. x",
    ]  # fmt: skip


def test_a_level_without_the_one_above_it():
    assert shown(at(2) + at(0), numbering=OUTLINE) == ["1.1. x", "I. x"]


def test_a_level_that_never_starts_again():
    numbering = OUTLINE.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:lvlRestart w:val="0"/>')
    assert shown("".join(map(at, (0, 1, 0, 1))), numbering=numbering) == ["I. x", "1. x", "II. x", "2. x"]


def test_lists_of_one_pattern_count_together_but_not_where_one_starts_again():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = levels("decimal %1.") + num(1, 1) + num(2, 1) + num(3, 1, again)
    body = at(0) + at(0, number=2) + at(0, number=3) + at(0, number=3) + at(0)
    assert shown(body, numbering=numbering) == ["1. x", "2. x", "5. x", "6. x", "3. x"]


def test_a_list_that_overrides_a_level():
    own = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = levels("decimal %1.") + num(1, 1, own + "</w:lvlOverride>")
    assert shown(at(0), numbering=numbering) == ["A. x"]


STYLED = (
    '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Heading"><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:styleId="Plain"/>'
)


def test_styles_number_their_paragraphs():
    body = (
        p("x", style="Heading")
        + p("x", style="Plain")
        + p("x", style="Base")
        + p("x", style="Base", num=(0, 0))
    )
    assert shown(body, numbering=OUTLINE, styles=STYLED) == ["I. x", "x", "II. x", "x"]


def test_a_style_finds_its_level_in_the_list():
    numbering = OUTLINE.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="Base"/>')
    assert shown(p("x", style="Base"), numbering=numbering, styles=STYLED) == ["1. x"]


def test_a_pattern_that_names_a_style():
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Base"/></w:abstractNum>'
        + OUTLINE
        + num(7, 7)
    )
    assert shown(at(0, number=7), numbering=numbering, styles=STYLED) == ["I. x"]


def test_legal_numbers_are_arabic():
    numbering = levels("upperRoman %1.", "decimal %1.%2.") + num(1, 1)
    assert shown(at(0) + at(1), numbering=numbering) == ["I. x", "I.1. x"]
    legal = numbering.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:isLgl/>')
    assert shown(at(0) + at(1), numbering=legal) == ["I. x", "1.1. x"]


def test_words_in_a_number_and_lists_that_are_not_there():
    numbering = levels("decimal Điều %1.") + num(1, 1)
    assert shown(at(0, "Phạm vi") + at(0, number=9), numbering=numbering) == ["Điều 1. Phạm vi", "x"]


def test_paragraphs_that_were_deleted_are_not_counted():
    deleted = p(
        "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", num=(1, 0), mark="<w:rPr><w:del/></w:rPr>"
    )
    assert shown(at(0) + deleted + at(0), numbering=OUTLINE) == ["I. x", "II. x"]


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ("-", "-"),
        ("+", "+"),
        ("\uf0b7", "•"),
        ("\uf0a7", "▪"),
        ("\uf02d", "-"),
        ("\uf0fc", "•"),
        ("", "-"),
        ("o", "○"),
    ],
)
def test_bullets(sign, expected):
    assert shown(at(0), numbering=levels(f"bullet {sign}") + num(1, 1)) == [f"{expected} x"]


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (4, "upperRoman", "IV"),
        (1994, "lowerRoman", "mcmxciv"),
        (27, "lowerLetter", "aa"),
        (53, "upperLetter", "AAA"),
        (7, "decimalZero", "07"),
        (3, "none", ""),
        (99_999, "upperRoman", "99999"),
        (99_999, "upperLetter", "99999"),
    ],
)
def test_numerals(count, form, expected):
    assert numeral(count, form=form) == expected
