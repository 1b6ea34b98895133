"""Who is told what on which day, as the shipped ladder and calendar say: 2026, whose days off were announced."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as some

from caytre.work.rules.ladder import Given, Reached, furthest, ladder_of, people, told
from vanban.calendar import working_days

DOES, GAVE, WATCHES = (UUID(int=number) for number in (1, 2, 3))
POSTS = {
    DOES: {"focal": (10,), "leader": (11,), "implementer": (12,)},
    GAVE: {"focal": (20,), "leader": (21,), "inspector": (22,)},
    WATCHES: {"focal": (30,)},
}
DUE = date(2026, 7, 15)  # a Wednesday


def on_day(day, given=None, posts=POSTS):
    """Who is told what on a day of work that is due on the fifteenth of July: (kind, days of the rung) by person."""
    given = given or Given(DOES, GAVE, (WATCHES,), due_on=DUE)
    ladder = ladder_of(day)
    if ladder is None:
        return {}
    said = told(given, reached=Reached(ladder, on=day, working=working_days()), posts=posts)
    return {person: (what.kind, what.days) for person, what in said.items()}


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2026, 7, 3), {}),
        (date(2026, 7, 6), {10: ("coming", -7)}),
        (date(2026, 7, 9), {10: ("coming", -7)}),
        (date(2026, 7, 10), {10: ("coming", -3)}),
        (date(2026, 7, 14), {10: ("coming", -1)}),
        (date(2026, 7, 15), {10: ("coming", -1)}),
        (date(2026, 7, 16), {10: ("overdue", 1), 11: ("overdue", 1)}),
        (date(2026, 7, 20), {10: ("overdue", 1), 11: ("overdue", 1), 30: ("watched", 3)}),
        (
            date(2026, 7, 24),
            {10: ("overdue", 1), 11: ("overdue", 1), 30: ("watched", 3), 20: ("urge", 7), 21: ("urge", 7)},
        ),
        (
            date(2026, 8, 4),
            {
                10: ("overdue", 1), 11: ("overdue", 1), 30: ("watched", 3),
                20: ("inspect", 14), 21: ("inspect", 14), 22: ("inspect", 14),
            },
        ),
    ],
)  # fmt: skip
def test_the_rung_of_a_day(day, says):
    assert on_day(day) == says


@pytest.mark.parametrize(
    ("due", "day", "days"),
    [
        (date(2026, 2, 23), date(2026, 2, 13), -1),  # Tết stands between: off from the 16th to the 20th
        (date(2026, 2, 15), date(2026, 2, 21), None),  # a Sunday, then Tết: late on Monday the 23rd only
        (date(2026, 2, 15), date(2026, 2, 23), 1),
        (date(2026, 8, 21), date(2026, 8, 22), 1),  # a Saturday that is worked for another day
        (date(2028, 2, 29), date(2028, 2, 28), -1),
        (date(2028, 2, 29), date(2028, 3, 1), 1),
    ],
)
def test_days_are_working_days(due, day, days):
    said = on_day(day, Given(DOES, GAVE, due_on=due))
    assert said.get(10, (None, None))[1] == days


def test_work_that_goes_on_is_asked_for_evidence_after_its_period():
    quarter = Given(DOES, GAVE, ends=date(2026, 6, 30))
    assert on_day(date(2026, 6, 30), quarter) == {}
    assert on_day(date(2026, 7, 1), quarter) == {10: ("silent", 1)}


def test_before_the_first_ladder_nobody_is_told():
    assert on_day(date(1970, 1, 1)) == {}


def test_of_two_rungs_a_person_is_told_the_further_one():
    own = Given(DOES, DOES, due_on=DUE)
    assert on_day(date(2026, 7, 24), own) == {10: ("urge", 7), 11: ("urge", 7)}


@pytest.mark.parametrize(
    ("holder", "at", "doers"),
    [
        (None, {"focal": (10, 13), "leader": (11,)}, (10, 13)),
        (12, {"focal": (10,), "implementer": (12,)}, (12,)),
        (99, {"focal": (10,)}, (10,)),  # who holds no post there any more
        (None, {"leader": (11,), "implementer": (12,)}, (11,)),
        (None, {"clerk": (14,)}, (14,)),
        (None, {}, ()),
    ],
)
def test_who_does_it(holder, at, doers):
    assert people("doer", given=Given(DOES, GAVE, holder=holder), posts={DOES: at}) == doers


def test_without_a_monitor_the_giver_watches():
    assert people("monitor", given=Given(DOES, GAVE), posts=POSTS) == (20,)


@any_of(
    due=some.dates(date(2024, 1, 1), date(2028, 12, 31)),
    days=some.sets(some.integers(-20, 60), min_size=1),
)
def test_whatever_days_it_runs_the_rungs_come_in_order_and_those_missed_are_left_out(due, days):
    ladder, calendar = ladder_of(due), working_days()
    last = {}
    for day in sorted(due + timedelta(days=shift) for shift in days):
        steps = Reached(ladder, on=day, working=calendar).of(Given(DOES, GAVE, due_on=due))
        for audience, (rung, _) in steps.items():
            assert last.get(audience, -99) <= rung.days
            assert (rung.days < 0) == (day <= due)
            assert calendar.working(due, shift=rung.days) <= day
            last[audience] = rung.days
        if any(rung.days < 0 for rung, _ in steps.values()):
            assert due <= furthest(ladder, on=day, working=calendar)
