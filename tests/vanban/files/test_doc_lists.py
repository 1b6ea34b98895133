"""The numbers that Word shows in a binary file and does not write into its text."""

from __future__ import annotations

import struct

import pytest

from docfiles import P, Style, doc, p, r, row, sprm
from doclists import anew, level, listed, starts
from vanban.files import parse

OUTLINE = ["upperRoman %1.", "decimal %2.", "decimal %2.%3.", "lowerLetter %4)", "bullet -"]


def shown(*body, **said):
    return [block.text for block in parse(doc(*body, **said), kind="doc").blocks]


def at(*levels, number=1):
    return [p("x", num=(number, one)) for one in levels]


def test_levels_count_and_start_again():
    assert shown(at(0, 1, 2, 2, 1, 3, 3, 4, 0, 1), lists=listed(OUTLINE)) == [
        "I. x", "1. x", "1.1. x", "1.2. x", "2. x", "a) x", "b) x", "- x", "II. x", "1. x",
    ]  # fmt: skip


def test_a_list_of_one_level_among_others():
    lists = listed(OUTLINE, ["decimal Điều %1."], OUTLINE)
    assert shown(at(0, number=3), at(0, 0, number=2), at(1, number=3), lists=lists) == [
        "I. x", "Điều 1. x", "Điều 2. x", "1. x",
    ]  # fmt: skip


def test_uses_of_one_list_count_together_but_not_where_one_starts_again():
    lists = listed(["decimal %1."], uses=[(0, b"", 0), (0, b"", 0), (0, starts(0, 5), 1)])
    body = [at(0), at(0, number=2), at(0, 0, number=3), at(0)]
    assert shown(*body, lists=lists) == ["1. x", "2. x", "5. x", "6. x", "3. x"]


def test_a_use_that_says_a_level_anew():
    changed = starts(0, 3) + anew(1, level("upperLetter %2."))
    lists = listed(OUTLINE, uses=[(0, changed, 2), (0, b"", 0)])
    assert shown(at(0, 1), at(0, number=2), lists=lists) == ["III. x", "A. x", "I. x"]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (level("decimal %1.%2.", legal=True), "1.1. x"),
        (level("decimal %1.%2."), "I.1. x"),
        (level("decimalZero %2.", start=7), "07. x"),
        (level("none §"), "§ x"),
        (level("bullet \uf0b7"), "• x"),
        (level("bullet \xa7", font=1), "▪ x"),
        (level("bullet -", font=1), "- x"),
        (level("bullet +"), "+ x"),
        (level("bullet "), "- x"),
    ],
)
def test_forms(record, expected):
    lists = listed(["upperRoman %1.", record])
    assert shown(at(0, 1), lists=lists, fonts=["Arial", "Wingdings"])[1] == expected


def test_a_level_that_never_starts_again():
    lists = listed(["upperRoman %1.", level("decimal %2.", restart=0)])
    assert shown(at(0, 1, 0, 1), lists=lists) == ["I. x", "1. x", "II. x", "2. x"]


NUMBERED = sprm(0x460B, "H", 1)


def test_styles_number_their_paragraphs():
    styles = [Style(), Style(NUMBERED, base=0), Style(base=1), Style(sprm(0x260A, "B", 1) + NUMBERED, base=0)]
    body = [p("x", style=1), p("x"), p("x", style=3), p("x", style=2), p("x", style=2, num=(0, 0))]
    assert shown(*body, lists=listed(OUTLINE), styles=styles) == ["I. x", "x", "1. x", "II. x", "x"]


def test_a_style_finds_its_level_in_the_list():
    styles = [Style(), Style(NUMBERED, base=0)]
    assert shown(p("x", style=1), lists=listed(OUTLINE, linked=[9, 1]), styles=styles) == ["1. x"]


def test_styles_that_are_based_on_each_other_are_read():
    styles = [Style(), Style(NUMBERED, base=2), Style(base=1)]
    assert shown(p("x", style=2), lists=listed(OUTLINE), styles=styles) == ["I. x"]


def test_lists_that_are_not_there():
    assert shown(at(0, number=7), at(0, number=0xF801), lists=listed(OUTLINE)) == ["x", "x"]
    assert shown(at(0), lists=()) == ["x"]


def test_paragraphs_that_were_deleted_and_ends_of_rows_are_not_counted():
    gone = P((r("x", deleted=True),), at(0)[0].changes, end_changes=sprm(0x0800, "B", 1))
    assert shown(at(0), gone, at(0), lists=listed(OUTLINE)) == ["I. x", "II. x"]
    cells, end = row("a", "b")[:-1], row("a", "b")[-1]
    numbered = end._replace(changes=at(0)[0].changes + end.changes)
    content = parse(doc(at(0), *cells, numbered, at(0), lists=listed(OUTLINE)), kind="doc")
    assert [block.text for block in content.blocks[::2]] == ["I. x", "II. x"]


def test_the_bold_start_holds_the_number():
    data = doc(p(r("Chủ trì:", bold=1), " Sở A", num=(1, 0)), lists=listed(OUTLINE))
    (block,) = parse(data, kind="doc").blocks
    assert block.text[: block.strong] == "I. Chủ trì:"


def number_of_word_6(form, before, after, *, start=1, kind=10):
    """How a paragraph was numbered before there were lists."""
    words = before + after
    record = struct.pack("<BBB3xHHH8x", form, len(before), len(words), 0, 0, start)
    record += words.encode("utf-16-le").ljust(64, b"\x00")
    return sprm(0x240D, "B", kind) + sprm(0x460B, "H", 0x7FF) + sprm(0xC63E, "B", len(record)) + record


def test_paragraphs_that_say_their_number_themselves():
    letter, dash = number_of_word_6(4, "(", ")"), number_of_word_6(0, "-", "", kind=11)
    body = [p("x", changes=one) for one in (letter, letter, dash, b"", letter)]
    assert shown(*body) == ["(a) x", "(b) x", "- x", "x", "(a) x"]
