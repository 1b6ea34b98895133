"""The national set over time: every unit has its place on every day."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from nationalset import BEFORE, BY_UID, DAY, existing, holds, parent, state
from vanban.units.places import ROOT, records


@pytest.mark.parametrize(
    "day", [date(2013, 6, 1), date(2020, 2, 15), date(2024, 12, 31), BEFORE, DAY, date(2026, 10, 1)]
)
def test_every_unit_of_a_day_belongs_to_one_of_the_level_above(day):
    above = {"commune": {"district"} if day < DAY else {"province"}, "district": {"province"}}
    for record in records():
        if state(record, day) is None:
            assert [link for link in record.links if holds(link, day)] == []
        elif record.level == "province":
            assert parent(record, day) == ROOT
        else:
            owner = BY_UID[parent(record, day)]
            assert owner.level in above[record.level], record
            assert state(owner, day), record


def test_no_two_spans_of_a_unit_overlap_or_leave_a_gap():
    for record in records():
        for spans in (record.states, record.links):
            for one, two in zip(spans, spans[1:], strict=False):
                assert one.until == two.since is not None
            assert all(s.since is None or s.until is None or s.since < s.until for s in spans)
        assert record.states[0].since == record.links[0].since
        assert record.states[-1].until == record.links[-1].until


@pytest.mark.parametrize(
    ("day", "communes"),
    [
        # Of the 10,599 of 2023, eleven are missing that five provinces merged on a day that is not known.
        (date(2023, 7, 1), 10588),
        (date(2025, 1, 1), 10042),
        (BEFORE, 10035),
        (DAY, 3321),
    ],
)
def test_no_two_communes_of_a_parent_have_the_same_name(day, communes):
    names = Counter((parent(record, day), state(record, day).name) for record in existing("commune", day))
    assert [name for name, count in names.items() if count > 1] == []
    assert names.total() == communes
