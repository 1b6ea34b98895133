"""What a careful reviewer would mark in a document: findings with codes, each tied to its words.

>>> import vanban
>>> from vanban.checks import check
>>> [one.code for one in check(vanban.read_text("Số:   /KH-UBND"), select=("F103",))]
['F103']
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vanban.checks import citations as citations
from vanban.checks import clarity as clarity
from vanban.checks import form as form
from vanban.checks import structure as structure
from vanban.checks import times as times
from vanban.checks import units as _units  # noqa: F401  # its rules are kept where they are defined
from vanban.checks.citations.together import check_together as check_together
from vanban.checks.form.looks import judge_looks
from vanban.checks.model import Case as Case
from vanban.checks.model import Finding as Finding
from vanban.checks.registry import CodePage as CodePage
from vanban.checks.registry import chosen as chosen
from vanban.checks.registry import pages as pages
from vanban.checks.registry import rules
from vanban.model import Document
from vanban.units import Directory, national

__all__ = ["Case", "CodePage", "Finding", "check", "check_together", "chosen", "pages"]


def check(
    reading: Document,
    *,
    today: date | None = None,
    units: Directory | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    file: bytes | None = None,
) -> tuple[Finding, ...]:
    """What the rules find in a reading, in the order of its text.

    ``today`` asks what has ended since; ``units`` is who existed when (the national set by default). ``select`` and
    ``ignore`` are codes or beginnings of codes; ValueError for an unknown one. A rule is asked only where its law
    holds on the document's own date. ``file``: the .docx from which it was read, whose look is judged too.
    """
    case = Case(reading, _day(reading.header.date), today, units or national())
    codes = [one for one in chosen(pages(), select=select, ignore=ignore) if pages()[one].holds(case.on)]
    known = rules()
    found: dict[Finding, None] = {}
    for code in codes:
        if code in known:
            found.update(dict.fromkeys(known[code](case)))
    if file is not None:
        looks = [code for code in codes if pages()[code].looks]
        found.update(dict.fromkeys(judge_looks(file, case=case, codes=looks)))
    return tuple(sorted(found, key=lambda one: (one.span, one.code)))


def _day(value: str | None) -> date | None:
    """The date of a head, the first day of a month or year whose day is blank; None for no day of the calendar."""
    try:
        return (
            date.fromisoformat(f"{value}-01-01"[:10] if len(value) == 4 else f"{value}-01"[:10])
            if value
            else None
        )
    except ValueError:
        return None
