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
    """Units of another time that a name may mean, as candidates with what is known of them; first those that are
    there on the day of the document, though under another name."""
    renamed, gone = dict[str, Unit](), dict[str, Unit]()
    for one in named:
        for record, is_other in _records(one, sight):
            now = sight.among.as_of(record, on=sight.on)
            if now is None and (ever := sight.among.ever(record.uid)):
                gone[record.uid] = ever
            elif now and is_other:
                renamed[record.uid] = now
    units = (*renamed.values(), *gone.values())[:_MOST]
    if not units:
        return None
    is_renamed = units[0].uid in renamed
    return Resolution(
        candidates=units,
        why=why("renamed", name=units[0].name) if is_renamed else _why(units[0], sight.on),
    )


def _why(unit: Unit, on: date) -> str:
    if unit.until and unit.until <= on:
        last = unit.until - timedelta(days=1)
        return why("fresh" if on - unit.until < _FRESH else "ended", name=unit.name, last=f"{last:%d/%m/%Y}")
    if unit.since and unit.since > on:
        return why("later", name=unit.name, since=f"{unit.since:%d/%m/%Y}")
    return why("unknown")


def _records(one: Named, sight: Sight) -> Iterator[tuple[Record, bool]]:
    """The units that a name says, of any time, and whether their place is there that day under another name."""
    what, key, _ = one.target
    if what == "unit":
        record = sight.among.get(key)
        yield from ((record, False),) if record else ()
        return
    for place, is_other in _places(one, sight):
        record = sight.among.body_record(place.uid, key=key) if what == "template" else place
        if record:
            yield record, is_other


def _places(one: Named, sight: Sight) -> Iterator[tuple[Record, bool]]:
    """The places that a name says, of any time, and whether one is there that day under another name."""
    named = [spot for spot in one.spots if spot.key]
    if not named:
        yield from ((place, False) for place in sight.places(one.spots))
        return
    first = named[0]
    for place in sight.among.gazetteer.places.get(first.key, ()):
        if first.kind in ("", HERE) or any(state.kind == first.kind for state in place.states):
            is_there = sight.lies_in_all(place, one.spots[one.spots.index(first) + 1 :])
            yield place, is_there and not sight.is_kind(place, first.kind)
