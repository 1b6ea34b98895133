"""The calendar: what is due in a month, and in a year, with days off."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caytre.web.seeing.asked import address, text, wanted_of
from caytre.web.seeing.tasks import chips
from caytre.web.session import person
from caytre.work.queries.calendar import Due, due
from caytre.work.queries.filters import Wanted
from vanban.calendar import working_days

WEEKS = Calendar(firstweekday=0)
NOTHING = Due(0, 0)


class Day(NamedTuple):
    """One day of a month: ``why`` says what day off it is."""

    day: date
    is_in: bool
    is_off: bool
    is_today: bool
    why: str
    due: Due
    address: str


class Month(NamedTuple):
    first: date
    weeks: list[list[Day]]


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The month that the address names, or the year; else this month."""
    user, on = person(request), timezone.localdate()
    wanted, _unknown = wanted_of(request, on=on)
    wanted = replace(wanted, since=None, until=None, page=1)
    asked = text(request, name="month")
    year = _year(text(request, name="year"))
    first = _first(asked) or on.replace(day=1)
    months = [date(year, number, 1) for number in range(1, 13)] if year else [first]
    since, until = _grid(months[0])[0][0], _grid(months[-1])[-1][-1]
    found = due(wanted, since=since, until=until, user=user, on=on)
    known = working_days()
    context = {
        "months": [_month(month, found, wanted, on) for month in months],
        "year": year,
        "first": first,
        "is_known": all(known.is_known(month.year) for month in months),
        "before": _other(wanted, months[0], -1, year),
        "after": _other(wanted, months[-1], 1, year),
        "to_year": _page(wanted, year=first.year),
        "chips": chips(wanted, rows=(), user=user, on=on),
        "filter": address(wanted).removeprefix("?"),
    }
    return render(request, "seeing/year.html" if year else "seeing/month.html", context)


def _month(first: date, found: Mapping[date, Due], wanted: Wanted, today: date) -> Month:
    return Month(first, [[_day(day, first, found, wanted, today) for day in week] for week in _grid(first)])


def _day(day: date, first: date, found: Mapping[date, Due], wanted: Wanted, today: date) -> Day:
    known = working_days()
    row, of_day = known.row(day), found.get(day, NOTHING)
    state = wanted.state or "all"
    to = address(replace(wanted, state=state, since=day, until=day)) if of_day.number else ""
    is_off = not known.is_working(day)
    return Day(day, day.month == first.month, is_off, day == today, row.name if row else "", of_day, to)


def _grid(first: date) -> list[list[date]]:
    """The weeks of a month, from Monday."""
    return WEEKS.monthdatescalendar(first.year, first.month)


def _other(wanted: Wanted, month: date, step: int, year: int) -> str:
    """The address of the month, or year, beside."""
    if year:
        return _page(wanted, year=year + step) if date.min.year < year + step < date.max.year else ""
    beside = month - timedelta(days=1) if step < 0 else (month + timedelta(days=31)).replace(day=1)
    return _page(wanted, month=f"{beside:%Y-%m}")


def _page(wanted: Wanted, **when: object) -> str:
    rest = address(wanted).removeprefix("?")
    return "?" + "&".join(part for part in (urlencode(when), rest) if part)


def _year(asked: str) -> int:
    """A year whose months and the days around them are days; 0 is none."""
    known = asked.isascii() and asked.isdigit() and len(asked) == 4 and 1900 <= int(asked) <= 2200
    return int(asked) if known else 0


def _first(asked: str) -> date | None:
    try:
        first = date.fromisoformat(f"{asked}-01")
    except ValueError:
        return None
    return first if 1900 <= first.year <= 2200 else None
