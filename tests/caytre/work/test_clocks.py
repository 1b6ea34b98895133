"""What clocks do to the work of a day: the day is that of this country, a clock that jumps tells nobody twice."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from caytre.cli import nightly
from caytre.core.validity import day_of
from caytre.units.models import Role
from caytre.work.models import Night, Notice
from countries import post
from factories import person
from works import occurrence, task

DUE = date(2031, 3, 13)  # a Thursday
LAST = datetime(2031, 3, 13, 16, 59, 59, 999_000, tzinfo=UTC)  # 23:59:59.999 here


@pytest.fixture
def work(country, officer):
    van = person("van")
    post(van, at=country.economy, role=Role.FOCAL)
    return occurrence(
        task("Chọn giống tre", of=country.suoi_truc, by=officer, due_on=DUE), unit=country.economy
    )


def run(at):
    nightly.run(clock=lambda: at, say=lambda words: None)


def told():
    return [slot.split()[-1] for slot in Notice.objects.order_by("pk").values_list("slot", flat=True)]


def test_a_last_day_ends_with_the_day_here_not_that_of_the_server(work):
    run(LAST)
    assert told() == ["-1"]
    run(LAST + timedelta(milliseconds=1))
    assert told() == ["-1", "+1"]
    assert [str(day) for day in Night.objects.filter(job="reminders").values_list("on", flat=True)] == [
        "2031-03-13",
        "2031-03-14",
    ]


@pytest.mark.parametrize(
    "jump",
    [
        timedelta(hours=1),
        timedelta(hours=-1),
        timedelta(days=1),
        timedelta(days=-1),
        timedelta(days=400),
        timedelta(days=-20_000),
    ],
)
def test_a_clock_that_jumps_and_comes_back_tells_nobody_twice_and_in_time(work, jump):
    noon = datetime(2031, 3, 10, 5, tzinfo=UTC)  # the third working day before
    run(noon)
    run(noon + jump)
    for days in range(30):
        run(noon + timedelta(days=days))
    doer = Notice.objects.filter(recipient__username="van")
    slots = list(doer.values_list("slot", flat=True))
    assert len(slots) == len(set(slots))
    rungs = dict(doer.exclude(on=day_of(noon + jump)).values_list("slot", "on"))
    missing = {f"{DUE} -1": date(2031, 3, 12), f"{DUE} +1": date(2031, 3, 14)}.items() - rungs.items()
    told_then = set(doer.filter(on=day_of(noon + jump)).values_list("slot", flat=True))
    assert {slot for slot, _ in missing} <= told_then


def test_two_servers_whose_clocks_differ_by_five_minutes(work):
    midnight = datetime(2031, 3, 11, 17, tzinfo=UTC)  # of the 12th, the last working day before
    behind = midnight - timedelta(minutes=3)
    for minutes in range(0, 12, 2):
        now = behind + timedelta(minutes=minutes)
        run(now + timedelta(minutes=5))
        run(now)
    assert told() == ["-1"]
    assert Night.objects.filter(job="reminders", on=date(2031, 3, 12)).count() == 1


def test_the_29th_of_february(work, country, officer):
    leap = occurrence(
        task("Báo cáo", of=country.suoi_truc, by=officer, due_on=date(2028, 2, 29)), unit=country.economy
    )
    run(datetime(2028, 2, 29, 5, tzinfo=UTC))
    assert told() == ["-1"]
    run(datetime(2028, 2, 29, 17, tzinfo=UTC))
    assert told() == ["-1", "+1"]
    assert set(Notice.objects.values_list("about", flat=True)) == {leap.pk}


def test_three_days_off_are_made_up_for_by_what_holds_now(work):
    run(datetime(2031, 3, 10, 5, tzinfo=UTC))
    run(datetime(2031, 3, 14, 5, tzinfo=UTC))
    assert told() == ["-3", "+1"]
