"""Who answers for a unit."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from caytre.units.models import Unit
from caytre.units.queries.directory import directory


def answering(units: Iterable[UUID]) -> frozenset[UUID]:
    """The units themselves; in place of a usual agency that is no row yet, the place whose body it is."""
    asked = frozenset(units)
    rows = frozenset(Unit.objects.filter(pk__in=asked).values_list("pk", flat=True))
    if rows == asked:
        return rows
    among = directory()
    found = {unit: among.get(str(unit)) for unit in asked - rows}
    return rows | {UUID(record.seat) if record and record.seat else unit for unit, record in found.items()}
