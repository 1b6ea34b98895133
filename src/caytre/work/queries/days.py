"""What waits for a person today, and how old the evidence of late work is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Case, Count, IntegerField, Value, When
from django.utils.timezone import get_default_timezone

from caytre.core.models import User
from caytre.work.queries.filters import Wanted, chosen
from caytre.work.queries.listing import Page, page_of
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


def ages(wanted: Wanted, *, user: User, on: date) -> dict[int | None, int]:
    """How much of what is asked for has its last evidence within so many days, 0 longer ago, None never."""
    rows = chosen(wanted, user=user, on=on).rows
    spans = [When(shown_at__gte=_begin(on - timedelta(days=days)), then=Value(days)) for days in AGES]
    of = Case(When(shown_at=None, then=Value(None)), *spans, default=Value(0), output_field=IntegerField())
    found = dict(rows.annotate(span=of).values_list("span").annotate(number=Count("pk")))
    return {bound: found.get(bound, 0) for bound in (None, *AGES, 0)}


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, get_default_timezone())
