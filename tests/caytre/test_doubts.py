"""What a reading of a scan is not sure of."""

import pytest

from caytre.documents.rules.doubts import (
    around,
    doubts_of,
    how_sure,
    leaves_of,
    touches,
    weightiest,
    within,
)
from factories import PLAN
from scanfiles import doubt
from vanban import read_text
from vanban.jsonform import to_json
from vanban.marking import marks_of

READING = read_text(PLAN)
TEXT = READING.text


def content(*doubts, confidence=1.0):
    """The plan's reading with these doubts, on one page."""
    pages = [{"start": 0, "end": len(TEXT), "confidence": confidence}]
    return {**to_json(READING), "pages": pages, "doubts": list(doubts)}


def found(*doubts):
    return doubts_of(content(*doubts), marks=marks_of(READING))


@pytest.mark.parametrize(
    ("confidence", "word"),
    [(1, "sure"), (0.95, "sure"), (0.949, "rather"), (0.8, "rather"), (0.79, "unsure"), (0, "unsure")],
)
def test_how_sure_in_a_word(confidence, word):
    assert how_sure(confidence) == word


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("41/KH-UBND", "header.code"),
        ("118/KH-UBND", "citations.0"),
        ("Bãi Lau", "tasks.1.lead.0"),  # the unit, not the task around it
        ("30/4/2031.", "tasks.0.time"),
        ("ươm", "tasks.0"),
        ("NHIỆM VỤ", "outline.1"),
        ("Độc lập", None),
    ],
)
def test_a_doubt_knows_the_narrowest_fact_on_it(words, key):
    [one] = found(doubt(TEXT, words))
    assert (one.mark.key if one.mark else None) == key


def test_a_doubt_leaves_the_signs_around_its_word_out():
    [one] = found(doubt(TEXT, "Lau."))
    assert TEXT[slice(*one.span)] == "Lau"
    assert found(doubt(TEXT, "- ")) == []


def test_doubts_come_in_the_order_of_the_text_and_keep_their_number():
    doubts = found(doubt(TEXT, "ươm"), doubt(TEXT, "41/KH"), doubt(TEXT, "Bãi"))
    assert [(one.number, TEXT[slice(*one.span)]) for one in doubts] == [(0, "41/KH"), (1, "ươm"), (2, "Bãi")]


def test_what_may_make_a_fact_wrong_is_listed_first():
    doubts = found(
        doubt(TEXT, "Độc", confidence=0.1),  # no fact
        doubt(TEXT, "ươm", confidence=0.2),  # words of a task
        doubt(TEXT, "41/KH-UBND", confidence=0.9, was="4l/KH-UBND"),
        doubt(TEXT, "Bãi", confidence=0.3),
    )
    listed = [[TEXT[slice(*one.span)] for one in weightiest(doubts, most=most)] for most in (1, 2, 3)]
    assert listed == [["Bãi"], ["41/KH-UBND", "Bãi"], ["41/KH-UBND", "ươm", "Bãi"]]


@pytest.mark.parametrize(
    ("words", "touched"), [("Ban quản lý thôn Bãi Lau", True), ("Hội Nông dân xã", False), ("Bãi", True)]
)
def test_a_fact_is_faint_where_a_doubt_stands_in_it(words, touched):
    start = TEXT.index(words)
    assert (
        touches([start, start + len(words)], doubts=found(doubt(TEXT, "Lau"), doubt(TEXT, "Bãi"))) is touched
    )


def test_what_has_no_words_is_not_faint():
    assert not touches(None, doubts=found(doubt(TEXT, "Lau")))
    assert not touches([0, 5], doubts=[])


def test_only_a_scan_has_pages_to_look_at():
    assert leaves_of(content()) == []
    assert leaves_of({}) == []
    assert leaves_of(content(confidence=0.9)) == [(1, 0, len(TEXT), 0.9)]
    assert [leaf.number for leaf in leaves_of(content(doubt(TEXT, "Bãi")))] == [1]


@pytest.mark.parametrize(
    ("box", "part"),
    [
        ((0.5, 0.5, 0.6, 0.52), (0.4, 0.486, 0.7, 0.534)),
        ((0.0, 0.0, 0.05, 0.02), (0.0, 0.0, 0.15, 0.034)),  # within the page
        ((0.97, 0.99, 1.0, 1.0), (0.87, 0.982, 1.0, 1.0)),
        ((0.5, 0.5, 0.51, 0.502), (0.4, 0.488, 0.61, 0.514)),  # a dash with its line
    ],
)
def test_a_word_is_shown_with_its_line(box, part):
    assert around(box) == pytest.approx(part)
    left, top, right, bottom = within(box, part=around(box))
    assert 0 <= left < right <= 1 and 0 <= top < bottom <= 1
