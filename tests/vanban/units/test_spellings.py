"""Names as published plans write them (spellings.tsv): what is sure is right, what is not is open."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from vanban.units import national, resolve, spelling

LINES = Path(__file__).with_name("spellings.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if line and not line.startswith("#")][1:]
TODAY = date(2026, 11, 26)
SHARE = 0.92
"""At least so many are answered as a careful reader would; the others are bodies that no list has, and places of a
day of which not all are known."""


def answer(row):
    on = date.fromisoformat(row[0])
    seen = resolve(row[1], among=national(), on=on).unit
    if seen is None:  # a body of a place, which no list has
        place = re.split(" bầu cử ", row[1])[-1]
        seen = resolve(place, among=national(), on=on).unit
    return resolve(row[2], among=national(), on=on, within=seen and seen.uid, today=TODAY)


def is_named(unit, expected):
    """Whether the expected name is one of the unit's; it may go on with the places above it."""
    record = national().get(unit.uid)
    names = [unit.name, *record.aliases]
    if record.seat:
        places = [way for state in national().get(record.seat).states for way in (state.name, state.short)]
        names += [f"{alias} {place}" for alias in record.aliases for place in places]
    ways = [re.split(", (?=tỉnh|Bộ|Văn phòng)", way)[0] for way in expected.split(" | ")]
    said = [spelling.squeezed(spelling.words(way)) for way in ways]
    return any(spelling.squeezed(spelling.words(name)) in said for name in names)


def is_right(found, expected):
    if found.unit:
        return not expected.startswith(("SET", "OPEN")) and is_named(found.unit, expected)
    if found.members:
        said = re.search(r"SET: (\d+)?", expected)
        return said is not None and (said[1] is None or len(found.members) == int(said[1]))
    return expected.startswith("OPEN") or found.is_set and bool(re.match(r"SET: \D", expected))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}: {row[2]}")
def test_no_answer_is_wrong(row):
    found = answer(row)
    if found.unit or found.members:
        assert is_right(found, row[3]), found
    else:
        assert found.why


def test_most_are_answered():
    assert sum(is_right(answer(row), row[3]) for row in ROWS) >= SHARE * len(ROWS)
