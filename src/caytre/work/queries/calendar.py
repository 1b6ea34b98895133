"""What is due on which day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Q

from caytre.core.models import User
from caytre.work.models import UNDONE
from caytre.work.queries.filters import Wanted, chosen


class Due(NamedTuple):
    """How much is due on a day, and how much of it is not done."""

    number: int
    undone: int


def due(wanted: Wanted, *, since: date, until: date, user: User, on: date) -> dict[date, Due]:
    """The days from ``since`` to ``until`` on which something of what is asked for is due."""
    within = replace(wanted, state=wanted.state or "all", since=since, until=until)
    rows = chosen(within, user=user, on=on).rows
    counted = rows.values("due_on").annotate(
        number=Count("id"), undone=Count("id", filter=Q(state__in=UNDONE))
    )
    found: Iterable[tuple[Any, int, int]] = counted.values_list("due_on", "number", "undone")
    return {day: Due(number, undone) for day, number, undone in found}
