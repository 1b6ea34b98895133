"""Deadlines beside the day of the document and the period of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, rule
from vanban.checks.wording import iso, part, shown, signed_on
from vanban.model import Time
from vanban.schedule import schedule_of

_PERIOD = re.compile(r"(?i)(?<!\d )(?:năm|giai đoạn)\s+((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?")
_YEAR_END = 31


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
