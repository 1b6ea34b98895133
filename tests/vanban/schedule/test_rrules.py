"""A calendar that follows our RRULE comes to the same days as we do; dateutil comes with icalendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from dateutil.rrule import rrulestr

from vanban.schedule import Rule, Schedule, as_rrule, slots

FIRST, LAST = date(2023, 1, 1), date(2028, 12, 31)
MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 0, "week": 0}


def instant(day):
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def rules(every):
    days = range(1, 8 if every == "week" else 32)
    return [
        Rule(every, month, day) for month in (None, *range(1, MONTHS[every] + 1)) for day in (None, *days)
    ]


@pytest.mark.parametrize("every", MONTHS)
def test_every_rule_comes_to_the_same_days(every):
    for rule in rules(every):
        made = slots(Schedule("recurring", starts=FIRST, rule=rule), since=FIRST, through=LAST)
        theirs = rrulestr(as_rrule(rule), dtstart=instant(FIRST)).between(
            instant(FIRST), instant(LAST), inc=True
        )
        ours = [slot.due_on for slot in made if slot.due_on <= LAST]
        assert ours == [at.date() for at in theirs], rule
