"""The lists of usual agencies are sound."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from vanban.grammar.lexicon import table
from vanban.units.agencies import templates
from vanban.units.model import Level
from vanban.units.spans import meet

FIELDS = {
    "key", "kind", "name", "aliases", "ambiguous", "tree", "above", "above_since", "higher", "since", "until",
    "everywhere", "places", "except", "of_kinds", "count", "source", "verified", "note", "heirs",
}  # fmt: skip
HEIR_FIELDS = {"key", "at", "scope", "default", "on", "source", "verified"}
ROWS = [row for level in get_args(Level) for row in table(f"agencies-{level}")["agency"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_a_row_holds_what_is_documented(row):
    assert set(row) <= FIELDS
    assert all(set(heir) <= HEIR_FIELDS for heir in row.get("heirs", ()))
    assert row["key"].isascii()
    assert len(row["key"]) <= 60
    assert row["source"].strip()
    assert row["kind"] in table("agencies")["kinds"]
    assert not any("{place}" in alias or "{short}" in alias for alias in row.get("aliases", ()))


def test_no_key_is_used_twice():
    keys = [row["key"] for row in ROWS]
    assert len(keys) == len(set(keys))


def test_no_row_names_places_that_have_one_and_says_that_they_are_not_known():
    assert [row["key"] for row in ROWS if row.get("everywhere") is False and row.get("places")] == []


def test_a_series_has_a_number_in_its_name():
    for row in ROWS:
        assert ("count" in row) == ("{n}" in row["name"] or "{d}" in row["name"]), row["key"]


def test_dates_are_half_open_and_in_order():
    for one in templates().values():
        assert (one.since or date.min) < (one.until or date.max), one.key


def test_the_body_above_is_of_the_same_level_and_time():
    for one in templates().values():
        if one.above:
            over = templates()[one.above]
            assert over.level == one.level, one.key
            assert meet(one.life, over.life), one.key


def test_bodies_at_the_place_above_are_of_the_same_tree():
    for one in templates().values():
        assert {templates()[key].tree for key in one.higher} <= {one.tree}, one.key


def test_short_forms_of_words_are_written_once():
    rows = [(row["short"], row["long"]) for row in table("unit_words")["word"]]
    assert len(rows) == len(set(rows))
    assert ("TT&TT", "Thông tin và Truyền thông") in rows
    assert [row for row in rows if row[0] == row[1] or row != (row[0].strip(), row[1].strip())] == []
