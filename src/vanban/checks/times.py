"""Family T: days that cannot be, days that do not fit together, and the chain of reports from tier to tier."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from vanban.calendar import working_days
from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, rule
from vanban.checks.wording import iso, judged_on, listed, part, shown, signed_on
from vanban.grammar.lexicon import form
from vanban.model import Report, Span, Time
from vanban.schedule import schedule_of

_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_LEAP, _MOST_DAYS, _BEFORE = 2000, 31, 30
_PERIOD = re.compile(r"(?i)(?<!\d )(?:năm|giai đoạn)\s+((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?")
_YEAR_END = 31
_OF_LAST_YEAR = 3  # a yearly report that is due by March is of the year before
_CLOSING = (12, 14)
_HALF_CLOSING = (6, 14)
_ESTIMATED = timedelta(days=60)


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


@rule("T103")
def due_before_signed(case: Case) -> Iterator[Finding]:
    """A deadline that was over when the document was signed."""
    on = signed_on(case)
    for time, where in _times(case) if on else ():
        due = schedule_of(time, issued=on).due_on if time.kind == "deadline" else None
        if due and on and due < on and time.span:
            yield found("T103", case=case, span=time.span, where=where, due=shown(due), on=shown(on))


@rule("T104")
def due_after_period(case: Case) -> Iterator[Finding]:
    """A task that is due after the period of the plan."""
    period = _PERIOD.findall(case.reading.header.title or "")
    if len(period) != 1:
        return
    end = date(int(period[0][1] or period[0][0]), 12, 31)
    for task in case.reading.tasks:
        due = iso(task.time.due) if task.time and task.time.kind == "deadline" else None
        if due and due > end + timedelta(days=_YEAR_END) and task.time and task.time.span:
            yield found(
                "T104", case=case, span=task.time.span, where=part(task.section), due=shown(due), end=end.year
            )


def _times(case: Case) -> Iterator[tuple[Time, str]]:
    """The times of tasks and reports before the annexes, each place once, with where they stand: what is due in a
    table of an annex may be told of the past."""
    annexes = (one.span[0] for one in case.reading.outline if one.role == "annex")
    seen, end = set(), min(annexes, default=len(case.reading.text))
    said = [(task.time, part(task.section)) for task in case.reading.tasks]
    for time, where in (*said, *((report.time, "chế độ báo cáo") for report in case.reading.reports)):
        if time and time.span and time.span not in seen and time.span[0] < end:
            seen.add(time.span)
            yield time, where


@rule("T201")
def lower_after_upper(case: Case) -> Iterator[Finding]:
    """Those below report no sooner than the one who has to put it together."""
    dated = [(report, due) for report in case.reading.reports if (due := _last_day(case, report))]
    for (lower, its), (upper, whole) in product(dated, dated):
        names = _names(lower.to) | ({_key(lower.via.name)} if lower.via else set())
        if (
            lower is upper
            or its < whole
            or not names & _names(upper.who)
            or _names(lower.who) & _names(upper.who)
        ):
            continue
        if lower.time and upper.time and lower.time.kind == upper.time.kind and lower.time.span:
            middle = next(unit.name for unit in upper.who if _key(unit.name) in names)
            yield found(
                "T201", case=case, span=lower.time.span, who=listed([unit.name for unit in lower.who]) or "Cấp dưới",
                its=shown(its), middle=middle, whole=shown(whole),
            )  # fmt: skip


def _names(units: tuple[object, ...]) -> set[str]:
    return {_key(getattr(unit, "name", "")) for unit in units}


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("uỷ", "ủy").replace("ubnd", "ủy ban nhân dân").split())


def _last_day(case: Case, report: Report) -> date | None:
    """The last day of a report: of a yearly one, that in the year of the document, or soon after it."""
    on = judged_on(case)
    time = report.time
    if time is None or on is None:
        return None
    meant = schedule_of(time, issued=on)
    if meant.due_on and time.kind == "deadline":
        return meant.due_on
    rule = meant.rule
    if rule is None or rule.every != "year" or rule.month is None or rule.day is None:
        return None
    year = on.year + (rule.month <= _OF_LAST_YEAR)
    return date(year, rule.month, min(rule.day, monthrange(year, rule.month)[1]))


@rule("T301")
def before_closing(case: Case) -> Iterator[Finding]:
    """A yearly or half-yearly report that is due before its figures are closed and a working day has passed."""
    if re.match(r"\d*-", case.reading.header.code or ""):  # the Party has its own regime
        return
    for report in case.reading.reports:
        due, time = _last_day(case, report), report.time
        if due is None or time is None or time.span is None or time.kind != "recurring":
            continue
        closing = _closing(case, report, due)
        if closing and closing - _ESTIMATED <= due < working_days().working(closing, shift=1):
            yield found("T301", case=case, span=time.span, due=_short(due), closing=_short(closing))


def _short(day: date) -> str:
    return shown(day).rsplit("/", 1)[0]


def _closing(case: Case, report: Report, due: date) -> date | None:
    """The day on which the figures of a report are closed: as the sentence says, else as the decree does."""
    sentence = case.reading.text[slice(*report.span)]
    if form("check_words", name="year_after").search(sentence):
        return None
    if said := form("check_words", name="closing").search(sentence):
        return iso(f"{said['y'] or due.year}-{int(said['m']):02d}-{int(said['d']):02d}")
    half = due.month in (5, 6) and form("check_words", name="half_year").search(sentence)
    return date(due.year, *(_HALF_CLOSING if half else _CLOSING))
