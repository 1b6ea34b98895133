"""The usual agencies of the places that a change names."""

from __future__ import annotations

from uuid import UUID

from caytre.units.models import UnitState
from caytre.units.queries.directory import directory
from caytre.units.rules.bodies import Around, Body, with_bodies
from caytre.units.rules.change import Change
from vanban.units import Directory, agencies
from vanban.units.model import Record


def completed(change: Change) -> Change:
    """The change with what follows from it for the usual agencies of its places."""
    places = {*change.ended, *(one.unit for one in change.named)}
    if not places:
        return change
    heirs = {heir.successor for heir in change.heirs if heir.successor is not None}
    known, on = directory(), change.basis.effective
    templates = {key: one for key, one in known.templates.items() if one.tree == "state"}

    def body_at(template: str, place: Record) -> Record | None:
        return agencies.record(templates[template], place=place)

    rows = UnitState.objects.as_of(on).filter(unit__seat__in=places | heirs, unit__template__in=templates)
    columns = ("unit_id", "unit__seat_id", "unit__template", "unit__level", "name")
    around = Around(
        bodies=tuple(Body(*row) for row in rows.order_by("unit_id").values_list(*columns)),
        places={unit: record for unit in places if (record := known.get(str(unit)))},
        body_at=body_at,
        there=_there(change, known),
    )
    return with_bodies(change, around=around)


def _there(change: Change, known: Directory) -> frozenset[UUID]:
    """The agencies of the heirs and of those above new places; asked by place, as a search by uid takes long."""
    on = change.basis.effective
    seats = {heir.successor for heir in change.heirs} | {
        up for new in change.founded for _, up in new.parents
    }
    seats -= {None, *(new.id for new in change.founded)}
    units = [unit for seat in seats for unit in known.bodies(str(seat), on=on)]
    return frozenset(UUID(unit.uid) for unit in (*units, *known.central(on=on)))
