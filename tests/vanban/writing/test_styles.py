"""The two styles hold what their acts ask, row by row, and write nothing that they forbid."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from house.sources import ROOT
from vanban.writing import style_of
from vanban.writing.styles import keys

DATA = tomllib.loads((ROOT / "src/vanban/data/styles.toml").read_text("utf-8"))
STATE = [
    # component, letters, least, most, bold, italic
    ("country", "upper", 12, 13, True, False),
    ("motto", "normal", 13, 14, True, False),
    ("parent", "upper", 12, 13, False, False),
    ("issuer", "upper", 12, 13, True, False),
    ("number", "normal", 13, 13, False, False),
    ("place_date", "normal", 13, 14, False, True),
    ("type", "upper", 13, 14, True, False),
    ("title", "normal", 13, 14, True, False),
    ("letter_title", "normal", 12, 13, False, False),
    ("body", "normal", 13, 14, False, False),
    ("basis", "normal", 13, 14, False, True),
    ("chapter", "normal", 13, 14, True, False),
    ("chapter_title", "upper", 13, 14, True, False),
    ("article", "normal", 13, 14, True, False),
    ("clause", "normal", 13, 14, False, False),
    ("point", "normal", 13, 14, False, False),
    ("authority", "upper", 13, 14, True, False),
    ("position", "upper", 13, 14, True, False),
    ("signer", "normal", 13, 14, True, False),
    ("addressee", "normal", 13, 14, False, False),
    ("recipients_label", "normal", 12, 12, True, True),
    ("recipients", "normal", 11, 11, False, False),
    ("secrecy", "upper", 13, 14, True, False),
    ("urgency", "upper", 13, 14, True, False),
    ("circulation", "upper", 13, 14, True, False),
    ("drafter", "upper", 11, 11, False, False),
    ("address", "normal", 11, 12, False, False),
    ("copy_signature", "normal", 10, 10, False, False),
    ("annex_label", "normal", 14, 14, True, False),
    ("annex_title", "upper", 13, 14, True, False),
    ("page_number", "normal", 13, 14, False, False),
]
PARTY = [
    ("party", "upper", 15, 15, True, False),
    ("parent", "upper", 14, 14, False, False),
    ("issuer", "upper", 14, 14, True, False),
    ("number", "normal", 14, 14, False, False),
    ("place_date", "normal", 14, 14, False, True),
    ("type", "upper", 15, 16, True, False),
    ("title", "normal", 14, 15, True, False),
    ("letter_title", "normal", 12, 12, False, True),
    ("body", "normal", 14, 15, False, False),
    ("recipients_label", "normal", 14, 14, False, False),
    ("recipients", "normal", 12, 12, False, False),
]
ROWS = [("nd30", *row) for row in STATE] + [("hd36", *row) for row in PARTY]
PAGES = [
    ("nd30", (20, 25), (20, 25), (30, 35), (15, 20)),
    ("hd36", (20, 20), (20, 20), (30, 30), (15, 15)),
]


@pytest.mark.parametrize(("key", "component", "letters", "least", "most", "bold", "italic"), ROWS)
def test_a_component_has_the_letters_of_its_act(key, component, letters, least, most, bold, italic):
    found = style_of(key)[component]
    assert (found.letters, found.bold, found.italic) == (letters, bold, italic)
    assert (found.size.least, found.size.most) == (least, most)


@pytest.mark.parametrize(("key", "top", "bottom", "left", "right"), PAGES)
def test_a_page_has_the_size_and_margins_of_its_act(key, top, bottom, left, right):
    style = style_of(key)
    assert (style.width, style.height, style.font) == (210, 297, "Times New Roman")
    assert [(one.least, one.most) for one in style.margins] == [top, bottom, left, right]


@pytest.mark.parametrize("key", keys())
def test_what_is_written_lies_in_the_range(key):
    style = style_of(key)
    sized = [one.size for one in style.components.values() if one.size]
    for limits in (*sized, *style.margins, style.text.before, style.text.line):
        assert limits.holds(limits.usual)
    assert style.text.indent in style.text.indents
    assert sum(style.columns) == style.width - style.margins.left.usual - style.margins.right.usual


@pytest.mark.parametrize("key", keys())
def test_every_row_names_a_source_and_what_only_practice_shows_is_not_verified(key):
    row = DATA[key]
    rows = [row["page"], row["text"], row["number"], *row["margins"].values(), *row["marks"].values()]
    rows += [*row["urgency"].values(), *row["component"].values()]
    assert {one["source"] for one in rows} <= set(row["sources"])
    unseen = [name for name, one in row["component"].items() if one["source"] == "practice"]
    assert [name for name in unseen if row["component"][name].get("verified", True)] == []
    assert {one.verified for one in style_of(key).components.values()} == {True, False}


def test_a_style_is_dated_and_has_its_marks():
    state, party = style_of("nd30"), style_of("hd36")
    assert (state.since, party.since) == (date(2020, 3, 5), date(2018, 4, 3))
    assert set(state.marks) == {"TM.", "Q.", "KT.", "TL.", "TUQ."}
    assert set(party.marks) == {"T/M", "K/T", "T/L"}
    assert dict(state.urgency) == {"HỎA TỐC": (30, 8), "THƯỢNG KHẨN": (40, 8), "KHẨN": (20, 8)}
    with pytest.raises(KeyError):
        style_of("nd31")
