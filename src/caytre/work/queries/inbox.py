"""What waits for a unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caytre.core.models import User
from caytre.work.models import Occurrence
from caytre.work.queries.filters import Wanted, chosen
from caytre.work.queries.listing import Row, page_of

SIZE = 25
HEAPS: Mapping[str, tuple[str, str]] = {
    "receive": ("open", "unit"),
    "returned": ("returned", "unit"),
    "hand": ("doing", "unit"),
    "verify": ("claimed", "giver"),
    "objected": ("objected", "giver"),
}
"""By name the state, and whether the unit does the work or gave it."""


@dataclass(frozen=True, slots=True)
class Heap:
    """Things that wait for the same: the first ``SIZE`` of them. ``wanted`` asks the list for all."""

    name: str
    wanted: Wanted
    rows: tuple[Row, ...]
    total: int


def inbox(unit: UUID, *, by: User, on: date) -> list[Heap]:
    """What waits for a unit and those under it, as far as the person sees it."""
    found = []
    for name, (state, side) in HEAPS.items():
        wanted = Wanted(state=state, unit=unit) if side == "unit" else Wanted(state=state, giver=unit)
        page = page_of(wanted, user=by, on=on, size=SIZE)
        found.append(Heap(name, wanted, page.rows, page.total))
    return [*found, _asked(unit, by, on)]


def _asked(unit: UUID, by: User, on: date) -> Heap:
    """For what the unit gave more time was asked."""
    wanted = Wanted(giver=unit)
    rows = chosen(wanted, user=by, on=on).rows.filter(extensions__granted=None, extensions__isnull=False)
    first = rows.select_related("task", "holder").order_by("due_on", "id")[:SIZE]
    return Heap("asked", wanted, tuple(map(_row, first)), rows.count())


def _row(one: Occurrence) -> Row:
    who = one.holder
    return Row(
        one.pk, one.task_id, one.unit_id, one.giver_id, one.key, one.due_on, one.starts, one.ends, one.state,
        one.percent, one.shown_at, one.claimed_at, one.task.text, one.task.kind, who.last_name if who else None,
        who.first_name if who else None, who.username if who else None, asks=True,
    )  # fmt: skip
