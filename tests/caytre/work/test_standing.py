"""How work stands on a day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from caytre.web.seeing.wording import told
from caytre.work.rules.standing import TONES, standing

ON = date(2031, 3, 10)


@dataclass
class One:
    state: str = "doing"
    starts: date | None = None
    ends: date | None = None
    due_on: date | None = date(2031, 4, 10)
    shown_at: datetime | None = None
    claimed_at: datetime | None = None


def day(number, month=3):
    return date(2031, month, number)


def evening(number):
    """23:30 in Việt Nam, which is 16:30 in Greenwich."""
    return datetime(2031, 3, number, 16, 30, tzinfo=UTC)


REVIEW = {"due_on": None, "starts": day(1), "ends": day(31)}


@pytest.mark.parametrize(
    ("values", "code", "tone"),
    [
        ({"state": "open"}, "new", "calm"),
        ({"state": "open", "starts": day(1, 4)}, "ahead", "quiet"),
        ({}, "doing", "calm"),
        ({"due_on": None}, "doing", "calm"),
        ({"due_on": day(18)}, "doing", "calm"),
        ({"due_on": day(17)}, "soon", "warn"),
        ({"due_on": day(10)}, "soon", "warn"),
        ({"due_on": day(9)}, "overdue", "bad"),
        ({"state": "open", "due_on": day(9)}, "overdue", "bad"),
        ({"state": "claimed", "due_on": day(9)}, "claimed", "calm"),
        ({"state": "returned"}, "returned", "warn"),
        ({"state": "returned", "due_on": day(9)}, "overdue", "bad"),
        ({"state": "objected", "due_on": day(9)}, "objected", "bad"),
        ({"state": "withdrawn", "due_on": day(9)}, "withdrawn", "quiet"),
        ({"state": "superseded", "due_on": day(9)}, "superseded", "quiet"),
        ({"state": "verified", "due_on": day(9), "claimed_at": evening(9)}, "on-time", "good"),
        (
            {"state": "verified", "due_on": day(9), "claimed_at": datetime(2031, 3, 9, 17, tzinfo=UTC)},
            "late",
            "warn",
        ),
        (REVIEW, "silent", "warn"),
        (REVIEW | {"state": "open"}, "silent", "warn"),
        (REVIEW | {"ends": day(9)}, "silent", "bad"),
        (REVIEW | {"ends": day(9), "shown_at": evening(8)}, "shown", "good"),
        (REVIEW | {"starts": day(11)}, "ahead", "quiet"),
        (REVIEW | {"state": "verified", "claimed_at": evening(9)}, "on-time", "good"),
    ],
)
def test_how_it_stands(values, code, tone):
    found = standing(One(**values), on=ON)
    assert (found.code, found.tone) == (code, tone)


def test_what_goes_on_all_the_time_is_never_late():
    states = ("open", "doing", "returned", "claimed", "objected", "verified")
    codes = {standing(One(state=state, **REVIEW), on=date(2040, 1, 1)).code for state in states}
    assert not codes & {"overdue", "late"}


def test_more_time_that_was_asked_for_is_seen_before_that_it_is_late():
    late = One(due_on=day(9))
    assert standing(late, on=ON, asks=True).code == "asked"
    assert standing(late, on=ON, asks=True).tone == "bad"
    assert standing(One(state="verified"), on=ON, asks=True).code == "on-time"


@pytest.mark.parametrize(
    ("shown", "age"),
    [(None, None), (datetime(2031, 3, 9, 16, 59, tzinfo=UTC), 1), (datetime(2031, 3, 9, 17, tzinfo=UTC), 0)],
)
def test_evidence_is_as_old_as_days_have_begun_here_since(shown, age):
    assert standing(One(shown_at=shown), on=ON).age == age


def test_days_left_count_down_and_go_on_below_nought():
    assert [standing(One(due_on=day(n)), on=ON).left for n in (12, 10, 8)] == [2, 0, -2]
    assert standing(One(due_on=None), on=ON).left is None


def test_every_code_has_a_tone():
    assert set(TONES.values()) <= {"good", "calm", "warn", "bad", "quiet"}


def test_work_without_a_last_day_is_done_not_done_in_time():
    done = [One(state="verified", due_on=None), One(state="verified", due_on=day(9), claimed_at=evening(9))]
    assert [told(standing(one, on=ON)) for one in done] == ["Hoàn thành", "Hoàn thành đúng hạn"]
