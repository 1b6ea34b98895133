"""Days that the calendar does not have, and weekdays that are those of other days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, rule
from vanban.checks.wording import shown
from vanban.grammar.lexicon import form
from vanban.model import Span

_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_LEAP, _MOST_DAYS, _BEFORE = 2000, 31, 30


class Day(NamedTuple):
    """A day as it is written: ``year`` 0 where none is, ``is_said`` where words or a year show that it is one."""

    day: int
    month: int
    year: int
    span: Span
    is_said: bool
    weekday: str
    weekday_span: Span


@lru_cache(maxsize=4)
def _days(case: Case) -> tuple[Day, ...]:
    """Every day that is written in the text."""
    return tuple(_day(said) for said in form("check_words", name="written_day").finditer(case.reading.text))


def _day(said: re.Match[str]) -> Day:
    start = max(0, said.start() - _BEFORE)
    before = form("check_words", name="before_day").search(said.string[start : said.start()])
    weekday = before["weekday"] if before else None
    year = said["y"] or said["y2"]
    at = start + before.start("weekday") if before and weekday else said.start()
    return Day(
        int(said["d"]),
        int(said["m"] or said["m2"]),
        int(year or 0),
        said.span(),
        bool(year or weekday or before and before["word"]),
        " ".join((weekday or "").lower().split()),
        (at, at + len(weekday or "")),
    )


@rule("T101")
def impossible_day(case: Case) -> Iterator[Finding]:
    """ "31/4/2030"."""
    for one in _days(case):
        if one.is_said and 1 <= one.month <= 12:
            last = monthrange(one.year or _LEAP, one.month)[1]
            if last < one.day <= _MOST_DAYS:
                words = case.reading.text[slice(*one.span)]
                yield found("T101", case=case, span=one.span, day=words, last=last, month=one.month)


@rule("T102")
def wrong_weekday(case: Case) -> Iterator[Finding]:
    """A weekday that the day was not."""
    for one in _days(case):
        if not (one.year and one.weekday and 1 <= one.month <= 12):
            continue
        if not 1 <= one.day <= monthrange(one.year, one.month)[1]:
            continue
        day = date(one.year, one.month, one.day)
        right = _WEEKDAYS[day.weekday()]
        number = int(one.weekday[-1]) - 2 if one.weekday[-1].isdigit() else _WEEKDAYS.index(one.weekday)
        if number != day.weekday():
            yield found(
                "T102",
                case=case,
                span=one.weekday_span,
                suggestion=right,
                day=shown(day),
                said=one.weekday,
                right=right,
            )
