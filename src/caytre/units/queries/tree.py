"""The trees as of any day, kept in the process as long as no unit changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection

from caytre.units.models import TreeName
from caytre.units.rules.tree import LinkRow, Tree, grow

# By the ORM, 15,000 links take three times as long, after every change in every process.
_MARKS = "SELECT version, meaning FROM units_structure ORDER BY id LIMIT 1"
_LINKS = "SELECT tree, child_id, parent_id, valid_from, valid_to FROM units_unitlink ORDER BY id"


def version() -> UUID | None:
    """The mark of the units as they are now; None before there are any."""
    return _marks()[0]


def meaning() -> UUID | None:
    """The mark of what names of units mean now; None before there are any."""
    return _marks()[1]


def _marks() -> tuple[UUID | None, UUID | None]:
    """Asked several times for each page: by the ORM it takes ten times as long."""
    with connection.cursor() as cursor:
        cursor.execute(_MARKS)
        row = cursor.fetchone()
    return (uid_of(row[0]), uid_of(row[1])) if row else (None, None)


def tree(name: str, *, on: date) -> Tree:
    """The tree ``name`` ("state", "party", "mass") as of a day."""
    mark = version()
    return _tree(mark, name, _last(change_dates(mark, name=name), on))


@lru_cache(maxsize=2)
def links(mark: UUID | None) -> Mapping[str, tuple[LinkRow, ...]]:
    """All links of each tree in the version ``mark``, which must be the one of now."""
    found: dict[str, list[LinkRow]] = {name: [] for name in TreeName.values}
    with connection.cursor() as cursor:
        cursor.execute(_LINKS)
        for name, child, parent, since, until in cursor.fetchall():
            found[name].append(LinkRow(uid_of(child), uid_of(parent), since, until))
    return {name: tuple(rows) for name, rows in found.items()}


@lru_cache(maxsize=6)
def change_dates(mark: UUID | None, *, name: str) -> tuple[date, ...]:
    """The days on which the tree changed: between two of them it is the same."""
    rows = links(mark)[name]
    return tuple(sorted({day for row in rows for day in (row.since, row.until) if day is not None}))


@lru_cache(maxsize=24)
def _tree(mark: UUID | None, name: str, since: date) -> Tree:
    return grow(links(mark)[name], on=since)


def _last(days: tuple[date, ...], on: date) -> date:
    """The last of the days that is not after ``on``, so that all dates of one span share a tree."""
    place = bisect_right(days, on)
    return days[place - 1] if place else date.min


def uid_of(key: Any) -> UUID:
    """The key of a unit as a row has it without the ORM: SQLite gives text, PostgreSQL the key itself."""
    return _uid(key) if isinstance(key, str) else key


@lru_cache(maxsize=65_536)
def _uid(text: str) -> UUID:
    """The same object for the same unit, also after a change: making one is what takes long."""
    return UUID(text)
