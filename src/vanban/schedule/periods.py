"""Years, halves, quarters, months and ISO weeks: numbered, named, with their first and last day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vanban.model import Every
from vanban.schedule.model import MONTHS

_NAMES: dict[Every, str] = {"half": "H", "quarter": "Q"}
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Period(NamedTuple):
    """One period; ``key`` is its name and sorts as it does among those of its length."""

    key: str
    first: date
    last: date


def number_of(day: date, *, every: Every) -> int:
    """The period that holds a day, counted so that the next one is one more."""
    if every == "week":
        return (day.toordinal() - 1) // 7
    return (day.year * 12 + day.month - 1) // MONTHS[every]


@lru_cache(maxsize=4096)
def period(number: int, *, every: Every) -> Period:
    """The period of that number."""
    if every == "week":
        first = date.fromordinal(number * 7 + 1)
        year, week, _ = first.isocalendar()
        sunday = date.fromordinal(min(number * 7 + 7, date.max.toordinal()))
        return Period(f"{year:04d}-W{week:02d}", first, sunday)
    months = MONTHS[every]
    year, month = divmod(number * months, 12)
    last = month + months
    return Period(
        _key(year, month, every), date(year, month + 1, 1), date(year, last, days_in(year, month=last))
    )


def _key(year: int, month: int, every: Every) -> str:
    if every == "year":
        return f"{year:04d}"
    if every == "month":
        return f"{year:04d}-{month + 1:02d}"
    return f"{year:04d}-{_NAMES[every]}{month // MONTHS[every] + 1}"


def days_in(year: int, *, month: int) -> int:
    """How many days a month has."""
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _DAYS[month - 1]


def day_in(year: int, *, month: int, day: int | None) -> date:
    """A day of a month; None and a day that the month lacks are its last."""
    most = days_in(year, month=month)
    return date(year, month, most if day is None else min(day, most))
