"""The slots of a schedule: worked out from values only, so that making them again gives the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from vanban.calendar import Calendar, working_days
from vanban.model import Every
from vanban.schedule.model import MONTHS, Rule, Schedule, Slot
from vanban.schedule.periods import Period, day_in, number_of, period

_LONGEST_REST = 31
"""No run of days off is longer, in days."""


def slots(
    schedule: Schedule, *, since: date, through: date, calendar: Calendar | None = None
) -> tuple[Slot, ...]:
    """Every slot that is open on some day from ``since`` to ``through``, both inclusive, the earliest first.

    A slot is open from its start to its due day, a review as long as its period. Those of [a, b] and of [b + 1, c]
    are together those of [a, c]. What is on request or not decided has none. A day that the rule names beyond the end
    of the schedule is none; the end of a period that it cuts is that end. ``calendar``: by default the shipped one.
    """
    if schedule.kind == "recurring" and schedule.rule is not None:
        made = _due(schedule, schedule.rule, since, through, calendar or working_days())
    elif schedule.kind == "continuous" and schedule.review_every is not None:
        made = _reviews(schedule, schedule.review_every, since, through)
    elif schedule.kind in ("deadline", "within") and schedule.due_on is not None:
        made = _once(schedule.starts, schedule.due_on, since, through)
    else:
        return ()
    return tuple(made)


def _once(starts: date | None, due_on: date, since: date, through: date) -> Iterator[Slot]:
    first = min(starts or due_on, due_on)
    if first <= through and due_on >= since:
        yield Slot("once", first, due_on)


def _reviews(schedule: Schedule, every: Every, since: date, through: date) -> Iterator[Slot]:
    for one in _periods(every, since, through):
        if not _is_outside(one, schedule.starts, schedule.until):
            first = max(one.first, schedule.starts) if schedule.starts else one.first
            last = min(one.last, schedule.until) if schedule.until else one.last
            if first <= through and last >= since:
                yield Slot(one.key, first, None)


def _due(schedule: Schedule, rule: Rule, since: date, through: date, calendar: Calendar) -> Iterator[Slot]:
    until = min((day for day in (schedule.until, rule.until) if day), default=None)
    reach = abs(rule.offset) + (_LONGEST_REST if rule.shift else 0)
    for one in _periods(rule.every, _moved(since, -reach), _moved(through, reach)):
        if _is_outside(one, schedule.starts, until):
            continue
        day = _named(rule, one, until)
        if day is None or (schedule.starts and day < schedule.starts):
            continue
        due_on = calendar.roll(day, to=rule.shift) if rule.shift else day
        first = min(max(one.first, schedule.starts) if schedule.starts else one.first, due_on)
        if first <= through and due_on >= since:
            yield Slot(one.key, first, due_on)


def _named(rule: Rule, one: Period, until: date | None) -> date | None:
    """The day on which something is due in a period, before a day off moves it; None where it is beyond the end."""
    day = _anchor(rule, one)
    if until and day > until:
        if rule.day or rule.month:
            return None
        day = until
    return _moved(day, rule.offset) if rule.offset else day


def _anchor(rule: Rule, one: Period) -> date:
    """The day of a period that the rule names."""
    if rule.every == "week":
        return one.last if rule.day is None else one.first + timedelta(days=rule.day - 1)
    if rule.month is None and rule.day is None:
        return one.last
    month = one.first.month - 1 + (rule.month or MONTHS[rule.every])
    return day_in(one.first.year, month=month, day=rule.day)


def _periods(every: Every, since: date, through: date) -> Iterator[Period]:
    for number in range(number_of(since, every=every), number_of(through, every=every) + 1):
        yield period(number, every=every)


def _is_outside(one: Period, starts: date | None, until: date | None) -> bool:
    return (starts is not None and one.last < starts) or (until is not None and one.first > until)


def _moved(day: date, days: int) -> date:
    """``days`` later, at most the end of time."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)
