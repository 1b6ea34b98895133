"""How it goes with the units below one: counts of what they do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Count

from caytre.core.models import User
from caytre.units.queries.scope import counting_under
from caytre.units.queries.tree import uid_of
from caytre.work.models.among import Among
from caytre.work.models.occurrence import seen_by
from caytre.work.queries.filters import STATES, rows_to_choose

COUNTS = ("open", "doing", "soon", "overdue", "silent", "claimed", "verified")
"""What is counted, each as the filter of that name finds it."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many occurrences of a unit stand how; one may be counted twice (not received, and overdue)."""

    open: int = 0
    doing: int = 0
    soon: int = 0
    overdue: int = 0
    silent: int = 0
    claimed: int = 0
    verified: int = 0

    def by_name(self) -> dict[str, int]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


def board(units: Iterable[UUID], *, of: UUID, user: User, on: date) -> dict[UUID, Counts]:
    """Of each of the units what it and all below it do, of what the person may see; of ``of`` only what it does
    itself."""
    covered = counting_under(units, on=on)
    of_unit = _counted(frozenset({of}.union(*covered.values())), user=user, on=on)
    found = {of: Counts(*of_unit.get(of, ()))}
    for unit, below in covered.items():
        rows = [of_unit[one] for one in below if one in of_unit]
        found[unit] = Counts(*map(sum, zip(*rows, strict=True)))
    return found


def _counted(units: frozenset[UUID], *, user: User, on: date) -> Mapping[UUID, tuple[int, ...]]:
    """What each unit does, in one query that reads the index ``occurrence_unit`` and no row."""
    rows = rows_to_choose()
    reach = user.reach.units if user.is_active else frozenset()
    if reach is not None and not units <= reach:  # in reach they see all that the units do
        rows = rows.filter(seen_by(reach, is_looked_up=False))
    rows = rows.filter(Among("unit_id", units))
    numbers = {f"number_{name}": Count("unit_id", filter=STATES[name](on)) for name in COUNTS}
    counted = rows.values("unit_id").annotate(**numbers).values_list("unit_id", *numbers)
    sql, values = counted.query.sql_with_params()
    with (
        connection.cursor() as cursor
    ):  # the ORM takes longer over thousands of rows than the database over a million
        cursor.execute(sql, values)
        return {uid_of(unit): tuple(found) for unit, *found in cursor.fetchall()}
