"""Spans of days between which no unit changes: what is read for one day of a span is kept for all of them."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import lru_cache
from uuid import UUID

from caytre.units.models import UnitLink, UnitState
from caytre.units.queries.tree import version


def span(on: date) -> tuple[UUID | None, date]:
    """The mark of the units as they are now, and the first day of the span in which the day lies."""
    mark = version()
    days = _days(mark)
    place = bisect_right(days, on)
    return mark, days[place - 1] if place else date.min


@lru_cache(maxsize=2)
def _days(mark: UUID | None) -> tuple[date, ...]:
    """The days on which some name or some link changes."""
    spans = [
        *UnitState.objects.order_by().values_list("valid_from", "valid_to").distinct(),
        *UnitLink.objects.order_by().values_list("valid_from", "valid_to").distinct(),
    ]
    return tuple(sorted({day for pair in spans for day in pair if day is not None}))
