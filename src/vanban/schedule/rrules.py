"""A rule of repetition for calendars (RFC 5545)."""

from __future__ import annotations

from vanban.schedule.model import MONTHS, Rule
from vanban.schedule.periods import days_in

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHORTEST = 28
_COMMON_YEAR = 2001


def as_rrule(rule: Rule) -> str | None:
    """The rule as an RRULE of whole days, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14".

    None where none can say it: days added, and days off that move it, go into a calendar one by one.
    """
    if rule.offset or rule.shift:
        return None
    until = f";UNTIL={rule.until:%Y%m%d}" if rule.until else ""
    if rule.every == "week":
        return f"FREQ=WEEKLY;BYDAY={_WEEKDAYS[(rule.day or 7) - 1]}{until}"
    length = MONTHS[rule.every]
    months = range(rule.month or length, 13, length)
    frequency = "YEARLY" if rule.every == "year" else "MONTHLY"
    by_month = "" if rule.every == "month" else f";BYMONTH={','.join(map(str, months))}"
    return f"FREQ={frequency}{by_month};{_by_day(rule.day, months)}{until}"


def _by_day(day: int | None, months: range) -> str:
    """The last of the days up to ``day`` that the month has."""
    if day is None:
        return "BYMONTHDAY=-1"
    if day <= min(days_in(_COMMON_YEAR, month=month) for month in months):
        return f"BYMONTHDAY={day}"
    return f"BYMONTHDAY={','.join(str(one) for one in range(_SHORTEST, day + 1))};BYSETPOS=-1"
