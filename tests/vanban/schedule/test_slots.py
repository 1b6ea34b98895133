"""The occasions that come of a schedule."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.calendar import Row, working_days
from vanban.schedule import Rule, Schedule, Slot, slots

ON = date.fromisoformat


def shown(made):
    return [f"{slot.key} {slot.starts} {slot.due_on or '-'}" for slot in made]


def of(rule, *, starts="2026-03-10", since="2026-01-01", through="2027-01-31", until=None):
    schedule = Schedule("recurring", starts=ON(starts), rule=rule, until=until and ON(until))
    return shown(slots(schedule, since=ON(since), through=ON(through)))


def test_a_year_has_one_slot_that_opens_with_the_document():
    assert of(Rule("year", 12, 14)) == ["2026 2026-03-10 2026-12-14", "2027 2027-01-01 2027-12-14"]


def test_a_day_that_had_passed_when_the_document_came_is_not_due():
    assert of(Rule("year", 2, 28)) == ["2027 2027-01-01 2027-02-28"]


def test_halves_quarters_months_and_weeks_have_their_names():
    assert of(Rule("half")) == [
        "2026-H1 2026-03-10 2026-06-30",
        "2026-H2 2026-07-01 2026-12-31",
        "2027-H1 2027-01-01 2027-06-30",
    ]
    assert of(Rule("quarter", 3, 19), since="2026-07-01", through="2026-12-31") == [
        "2026-Q3 2026-07-01 2026-09-19",
        "2026-Q4 2026-10-01 2026-12-19",
    ]
    assert of(Rule("month", day=31), through="2026-05-01") == [
        "2026-03 2026-03-10 2026-03-31",
        "2026-04 2026-04-01 2026-04-30",
        "2026-05 2026-05-01 2026-05-31",
    ]
    assert of(Rule("week", day=5), since="2026-12-21", through="2027-01-04") == [
        "2026-W52 2026-12-21 2026-12-25",
        "2026-W53 2026-12-28 2027-01-01",
        "2027-W01 2027-01-04 2027-01-08",
    ]


def test_the_last_week_of_a_year_may_belong_to_the_next():
    assert of(Rule("week"), starts="2024-01-01", since="2024-12-30", through="2024-12-31") == [
        "2025-W01 2024-12-30 2025-01-05"
    ]


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        (Rule("year", 2, 29), ["2027-02-28", "2028-02-29", "2029-02-28"]),
        (Rule("year", 2), ["2027-02-28", "2028-02-29", "2029-02-28"]),
        (Rule("year", 6, 31), ["2027-06-30", "2028-06-30", "2029-06-30"]),
        (Rule("year", 12, offset=5), ["2028-01-05", "2029-01-05", "2030-01-05"]),
        (Rule("year", 1, 26, shift="next"), ["2027-01-26", "2028-01-31", "2029-01-26"]),
        (Rule("year", 1, 26, shift="previous"), ["2027-01-26", "2028-01-21", "2029-01-26"]),
        (Rule("year", 11, 24, shift="previous"), ["2027-11-23", "2028-11-23", "2029-11-23"]),
    ],
)
def test_a_day_moves_where_its_month_lacks_it_or_offices_are_closed(rule, due):
    schedule = Schedule("recurring", starts=ON("2027-01-01"), rule=rule)
    made = slots(schedule, since=ON("2027-01-01"), through=ON("2029-12-31"))
    assert [str(slot.due_on) for slot in made] == due


def test_days_off_of_an_office_count_where_they_are_given():
    ours = working_days().with_rows([Row(ON("2026-12-14"), "off", "Bão", "CV 7")])
    schedule = Schedule("recurring", rule=Rule("year", 12, 14, shift="next"))
    made = slots(schedule, since=ON("2026-12-01"), through=ON("2026-12-31"), calendar=ours)
    assert shown(made) == ["2026 2026-01-01 2026-12-15"]


def test_the_end_of_the_plan_cuts_the_last_period_and_no_day_is_invented():
    assert of(Rule("quarter"), through="2030-01-01", until="2026-08-15") == [
        "2026-Q1 2026-03-10 2026-03-31",
        "2026-Q2 2026-04-01 2026-06-30",
        "2026-Q3 2026-07-01 2026-08-15",
    ]
    assert of(Rule("year", 12, 14, until=ON("2027-06-30")), through="2030-01-01") == [
        "2026 2026-03-10 2026-12-14"
    ]


def test_what_is_done_once_has_one_slot():
    deadline = Schedule("deadline", starts=ON("2026-03-10"), due_on=ON("2026-12-14"))
    assert slots(deadline, since=ON("2026-12-14"), through=ON("2026-12-20")) == (
        Slot("once", ON("2026-03-10"), ON("2026-12-14")),
    )
    assert slots(deadline, since=ON("2026-12-15"), through=ON("2027-12-20")) == ()
    assert slots(deadline, since=ON("2026-01-01"), through=ON("2026-03-09")) == ()


def test_what_is_continuous_is_looked_at_and_never_due():
    schedule = Schedule("continuous", starts=ON("2026-03-10"), review_every="quarter", until=ON("2026-11-30"))
    assert shown(slots(schedule, since=ON("2026-01-01"), through=ON("2027-12-31"))) == [
        "2026-Q1 2026-03-10 -",
        "2026-Q2 2026-04-01 -",
        "2026-Q3 2026-07-01 -",
        "2026-Q4 2026-10-01 -",
    ]


@pytest.mark.parametrize("kind", ["ad_hoc", "unspecified", "deadline", "within", "recurring", "continuous"])
def test_what_is_on_request_or_not_decided_has_none(kind):
    assert slots(Schedule(kind, starts=ON("2026-03-10")), since=date.min, through=ON("2027-01-01")) == ()


@pytest.mark.parametrize("every", ["year", "half", "quarter", "month", "week"])
def test_the_ends_of_time_are_no_fault(every):
    rule = Schedule("recurring", rule=Rule(every, offset=30, shift="previous"))
    first, last = date(1, 2, 1), date(9999, 11, 1)
    assert slots(rule, since=date.min, through=first)[0].key.startswith("0001")
    assert slots(rule, since=last, through=date.max)[-1].key.startswith("9999")


NEAR = st.dates(date(2023, 1, 1), date(2029, 12, 31))
EVERY = {"year": 12, "half": 6, "quarter": 3, "month": 1, "week": 1}


@st.composite
def rules(draw, moved=True):
    every = draw(st.sampled_from(list(EVERY)))
    month = draw(st.none() | st.integers(1, EVERY[every])) if EVERY[every] > 1 else None
    day = draw(st.none() | st.integers(1, 7 if every == "week" else 31))
    offset = draw(st.integers(-40, 40)) if moved else 0
    shift = draw(st.sampled_from(["", "previous", "next"])) if moved else ""
    return Rule(every, month, day, offset, shift, draw(st.none() | NEAR))


@st.composite
def schedules(draw, moved=True):
    kind = draw(st.sampled_from(["deadline", "within", "recurring", "continuous", "ad_hoc", "unspecified"]))
    return Schedule(
        kind,
        starts=draw(st.none() | NEAR),
        due_on=draw(NEAR),
        rule=draw(rules(moved)),
        review_every=draw(st.sampled_from(list(EVERY))),
        until=draw(st.none() | NEAR),
    )


@given(schedules(), NEAR, st.integers(0, 500), st.integers(1, 500))
def test_two_runs_make_together_what_one_run_makes(schedule, first, length, more):
    middle = first + timedelta(days=length)
    last = middle + timedelta(days=more)
    once = slots(schedule, since=first, through=last)
    early = slots(schedule, since=first, through=middle)
    late = slots(schedule, since=middle + timedelta(days=1), through=last)
    assert set(once) == set(early) | set(late)
    assert once == slots(schedule, since=first, through=last)


@given(schedules(), NEAR, st.integers(0, 900))
def test_slots_are_told_apart_by_key_in_order_and_open_in_the_window(schedule, first, length):
    last = first + timedelta(days=length)
    made = slots(schedule, since=first, through=last)
    keys = [slot.key for slot in made]
    assert keys == sorted(set(keys))
    for slot in made:
        assert slot.starts <= last
        assert slot.due_on is None or (slot.due_on >= first and slot.due_on >= slot.starts)
        assert (slot.due_on is None) == (schedule.kind == "continuous")


@given(schedules(moved=False), NEAR)
def test_what_is_due_is_due_within_its_period_and_neither_before_the_start_nor_after_the_end(schedule, first):
    made = slots(schedule, since=first, through=first + timedelta(days=800))
    if schedule.kind == "recurring":
        ends = [day for day in (schedule.until, schedule.rule.until) if day]
        assert all(slot.starts <= slot.due_on <= min([date.max, *ends]) for slot in made)
        assert all(schedule.starts is None or slot.starts >= schedule.starts for slot in made)
        assert all(one.due_on < other.starts for one, other in zip(made, made[1:], strict=False))
