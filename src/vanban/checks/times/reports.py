"""Reports from tier to tier, and the day on which their figures are closed."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from vanban.calendar import working_days
from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, rule
from vanban.checks.wording import iso, judged_on, listed, shown
from vanban.grammar.lexicon import form
from vanban.model import Report, Unit
from vanban.schedule import schedule_of

_OF_LAST_YEAR = 3  # a yearly report that is due by March is of the year before
_CLOSING = (12, 14)
_HALF_CLOSING = (6, 14)
_ESTIMATED = timedelta(days=60)


@rule("T201")
def lower_after_upper(case: Case) -> Iterator[Finding]:
    """Those below report no sooner than the one who has to put it together."""
    dated = [(report, due) for report in case.reading.reports if (due := _last_day(case, report))]
    by_name: dict[str, list[tuple[Report, date]]] = defaultdict(list)
    for report, due in dated:
        for name in _names(report.who):
            by_name[name].append((report, due))
    for report, due in dated:
        above = (one for name in _to(report) for one in by_name.get(name, ()))
        late = next(((upper, whole) for upper, whole in above if _is_late(report, due, upper, whole)), None)
        if late and report.time and report.time.span:
            upper, whole = late
            yield found(
                "T201",
                case=case,
                span=report.time.span,
                who=listed([unit.name for unit in report.who]) or "Cấp dưới",
                its=shown(due),
                middle=next(unit.name for unit in upper.who if _key(unit.name) in _to(report)),
                whole=shown(whole),
            )


def _is_late(lower: Report, its: date, upper: Report, whole: date) -> bool:
    """Whether ``upper`` has to go out before, or on the day on which, ``lower`` comes in; of reports of one kind."""
    kinds = {report.time.kind for report in (lower, upper) if report.time}
    return (
        lower is not upper and its >= whole and len(kinds) == 1 and not _names(lower.who) & _names(upper.who)
    )


def _to(report: Report) -> set[str]:
    return _names((*report.to, report.via) if report.via else report.to)


def _names(units: Iterable[Unit]) -> set[str]:
    return {_key(unit.name) for unit in units}


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
