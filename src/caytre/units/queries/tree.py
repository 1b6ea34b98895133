"""The trees as of any day, kept in the process as long as no unit changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from uuid import UUID

from caytre.units.models import Structure, UnitLink
from caytre.units.rules.tree import LinkRow, Tree, grow


def version() -> UUID | None:
    """The mark of the units as they are now; None before there are any."""
    return Structure.objects.values_list("version", flat=True).first()


def tree(name: str, *, on: date) -> Tree:
    """The tree ``name`` ("state", "party", "mass") as of a day."""
    mark = version()
    return _tree(mark, name, _last(change_dates(mark, name=name), on))


@lru_cache(maxsize=6)
def links(mark: UUID | None, *, name: str) -> tuple[LinkRow, ...]:
    """All links of one tree in the version ``mark``, which must be the one of now."""
    rows = UnitLink.objects.filter(tree=name).order_by("child", "valid_from")
    return tuple(
        LinkRow(*row)
        for row in rows.values_list("child_id", "parent_id", "valid_from", "valid_to").iterator()
    )


@lru_cache(maxsize=6)
def change_dates(mark: UUID | None, *, name: str) -> tuple[date, ...]:
    """The days on which the tree changed: between two of them it is the same."""
    return dates_of(links(mark, name=name))


def dates_of(rows: Iterable[LinkRow]) -> tuple[date, ...]:
    """The days on which some link begins or ends."""
    return tuple(sorted({day for row in rows for day in (row.since, row.until) if day is not None}))


@lru_cache(maxsize=24)
def _tree(mark: UUID | None, name: str, since: date) -> Tree:
    return grow(links(mark, name=name), on=since)


def _last(days: tuple[date, ...], on: date) -> date:
    """The last of the days that is not after ``on``, so that all dates of one span share a tree."""
    place = bisect_right(days, on)
    return days[place - 1] if place else date.min
