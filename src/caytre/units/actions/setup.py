"""Usual agencies become units of the database: for an office as a whole, or one when something points to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from caytre.core import history
from caytre.core.models import User
from caytre.units.actions.rows import keep
from caytre.units.actions.structure import setting_up
from caytre.units.models import Unit
from caytre.units.queries.directory import directory
from caytre.units.rules.checks import UnknownUnit
from vanban.units import Directory
from vanban.units.model import Record


def ensure(uid: UUID | str, *, by: User | None, at: datetime) -> Unit:
    """The unit with this uid as a row; a usual agency becomes one, with those above it.

    Raises :class:`UnknownUnit`.
    """
    found = Unit.objects.filter(pk=uid).first()
    if found is not None:
        return found
    known = directory()
    record = known.get(str(uid))
    if record is None:
        raise UnknownUnit
    with setting_up():
        _keep([record], known, by=by, at=at)
    return Unit.objects.get(pk=uid)


def set_up(
    place: Unit, *, on: date, only: Collection[str] | None = None, by: User | None, at: datetime
) -> list[Unit]:
    """All usual agencies that a place has on a day, as rows; those that are rows already stay as they are.

    ``only``: no others than these uids, but also those of which not every place has one. Returns the new ones.
    """
    known = directory()
    if known.unit(str(place.pk), on=on) is None:
        raise UnknownUnit
    uids = [one.uid for one in known.bodies(str(place.pk), on=on)]
    bodies = [uid for uid in uids if (known.is_certain(uid) if only is None else uid in only)]
    records = [record for uid in bodies if (record := known.get(uid))]
    with setting_up():
        kept = _keep(records, known, by=by, at=at)
    return list(Unit.objects.filter(pk__in=kept))


def _keep(records: list[Record], known: Directory, *, by: User | None, at: datetime) -> list[str]:
    """Make rows of the records and of all that they point to; returns the uids that are new."""
    wanted: dict[str, Record] = {}
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        if record.uid not in wanted:
            above = {
                uid: known.get(uid) for uid in (record.seat, *(link.parent for link in record.links)) if uid
            }
            waiting += [one for one in above.values() if one is not None]
            links = tuple(link for link in record.links if above[link.parent] is not None)
            wanted[record.uid] = replace(record, links=links)
    there = {str(pk) for pk in Unit.objects.filter(pk__in=wanted).values_list("pk", flat=True)}
    new = [record for uid, record in wanted.items() if uid not in there]
    keep(new)
    for record in new:
        history.record("units.unit.set_up", about=record.uid, by=by, at=at)
    return [record.uid for record in new]
