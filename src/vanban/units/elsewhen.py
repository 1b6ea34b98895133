"""Names of units that were not there on the day of the document: before, or only later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from vanban.units.model import Record, Resolution, Unit
from vanban.units.reading import Named
from vanban.units.sight import Sight
from vanban.units.wording import HERE, why

_FRESH = timedelta(days=92)
_MOST = 20


def elsewhen(named: Iterable[Named], *, sight: Sight) -> Resolution | None:
    """Units of another time that a name may mean, as candidates with what is known of them."""
    units = tuple({unit.uid: unit for one in named for unit in _units(one, sight)}.values())[:_MOST]
    if not units:
        return None
    return Resolution(candidates=units, why=_why(units[0], sight.on))


def _why(unit: Unit, on: date) -> str:
    if unit.until and unit.until <= on:
        last = unit.until - timedelta(days=1)
        return why("fresh" if on - unit.until < _FRESH else "ended", name=unit.name, last=f"{last:%d/%m/%Y}")
    if unit.since and unit.since > on:
        return why("later", name=unit.name, since=f"{unit.since:%d/%m/%Y}")
    return why("unknown")


def _units(one: Named, sight: Sight) -> Iterator[Unit]:
    records: Iterable[Record | None]
    what, key, _ = one.target
    if what == "unit":
        records = (sight.among.get(key),)
    elif what == "template":
        records = (sight.among.body_record(place.uid, key=key) for place in _places(one, sight))
    else:
        records = _places(one, sight)
    for record in records:
        if (
            record
            and (unit := sight.among.ever(record.uid))
            and not sight.among.unit(record.uid, on=sight.on)
        ):
            yield unit


def _places(one: Named, sight: Sight) -> Iterator[Record]:
    """The places that a name says, of any time."""
    named = [spot for spot in one.spots if spot.key]
    if not named:
        yield from sight.places(one.spots)
        return
    first = named[0]
    for place in sight.among.gazetteer.places.get(first.key, ()):
        if first.kind in ("", HERE) or any(state.kind == first.kind for state in place.states):
            yield place
