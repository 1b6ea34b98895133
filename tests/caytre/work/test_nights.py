"""What is done once a day is done once, by whoever comes first, also after days off and after a death."""

from datetime import timedelta

import pytest

from caytre.cli import nightly
from caytre.work.actions.nights import DEAD, done, once_a_day
from caytre.work.models import Night, Occurrence
from countries import AT, TODAY
from works import task


def run(at, on=TODAY, work=lambda clock: 7):
    return once_a_day("thử", on=on, clock=lambda: at, run=work)


def test_a_job_is_done_once_a_day(db):
    assert (run(AT), run(AT), run(AT, on=TODAY + timedelta(days=1))) == (7, None, 7)
    assert Night.objects.count() == 2 and done("thử", on=TODAY)


def test_while_one_does_it_nobody_else_begins(db):
    inside = []
    run(AT, work=lambda clock: inside.append(run(AT + DEAD - timedelta(seconds=1))) or 1)
    assert inside == [None]


def test_a_job_that_failed_is_done_again_when_it_is_surely_dead(db):
    def fail(clock):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        run(AT, work=fail)
    assert not done("thử", on=TODAY)
    assert run(AT + timedelta(minutes=9)) is None
    assert run(AT + DEAD) == 7


def test_a_sign_of_life_keeps_others_away(db):
    hours = [AT]

    def long(clock):
        hours.append(hours[-1] + timedelta(hours=1))
        clock()
        return 1 if run(hours[-1] + timedelta(minutes=9)) is None else 0

    assert once_a_day("thử", on=TODAY, clock=lambda: hours[-1], run=long) == 1


def test_the_night_opens_what_is_due_and_says_what_it_did(country, officer):
    task("Trồng tre", of=country.suoi_truc, by=officer, lead=country.economy)
    said = []
    assert not nightly.is_done(clock=lambda: AT)
    nightly.run(clock=lambda: AT, say=said.append)
    nightly.run(clock=lambda: AT, say=said.append)
    assert nightly.is_done(clock=lambda: AT)
    assert "việc đến kỳ được mở: 1" in said and "việc đến kỳ được mở: hôm nay đã làm" in said
    assert Occurrence.objects.count() == 1
