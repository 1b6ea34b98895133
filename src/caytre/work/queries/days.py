"""What waits for a person today, and how old the evidence of late work is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_default_timezone

from caytre.core.models import User
from caytre.work.queries.filters import Wanted, chosen
from caytre.work.queries.listing import Page, count, page_of
from caytre.work.rules.standing import SOON

SHORT = 5
"""How many rows of each part My day shows."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of My day: the same filter gives its short list and the whole one."""

    name: str
    wanted: Wanted
    page: Page


def sections(user: User, *, on: date) -> list[Section]:
    """What somebody has to look at on a day, the most urgent first."""
    return [
        Section(name, wanted, page_of(wanted, user=user, on=on, size=SHORT))
        for name, wanted in _wanted(on).items()
    ]


def _wanted(on: date) -> Mapping[str, Wanted]:
    return {
        "returned": Wanted(state="returned", side="do"),
        "overdue": Wanted(state="overdue", side="do"),
        "today": Wanted(state="undone", side="do", since=on, until=on),
        "receive": Wanted(state="open", side="do"),
        "verify": Wanted(state="claimed", side="give"),
        "objected": Wanted(state="objected", side="give"),
        "mine": Wanted(state="undone", holder="me"),
        "soon": Wanted(
            state="undone", side="do", since=on + timedelta(days=1), until=on + timedelta(days=SOON)
        ),
    }


AGES = (7, 30, 90)
"""Bounds of the ages of the last evidence, in days."""
COUNTED = 1000


def ages(wanted: Wanted, *, user: User, on: date) -> dict[int | None, int]:
    """How much of what is asked for has its last evidence within so many days, 0 longer ago, None never; each counted
    to one more than COUNTED."""
    rows = chosen(wanted, user=user, on=on).rows
    begins = [_begin(on - timedelta(days=days)) for days in (-1, *AGES)]
    found: dict[int | None, int] = {None: count(rows.filter(shown_at=None), most=COUNTED)}
    for days, until, since in zip(AGES, begins, begins[1:], strict=False):
        found[days] = count(rows.filter(shown_at__gte=since, shown_at__lt=until), most=COUNTED)
    return found | {0: count(rows.filter(shown_at__lt=begins[-1]), most=COUNTED)}


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, get_default_timezone())
