"""From a name in a document to the unit that it means, on the day of the document."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vanban.units import sets, spelling
from vanban.units.directory import Directory
from vanban.units.model import Resolution, Unit
from vanban.units.names import Named, Reader, words
from vanban.units.sets import SetName, members
from vanban.units.sight import Sight


def resolve(
    name: str, *, among: Directory, on: date, within: str | None = None, today: date | None = None
) -> Resolution:
    """What ``name`` means in a document of the day ``on`` that is from ``within``, an issuer or its place.

    Where the unit has ended by ``today``, its heirs are given too. What is not sure is left open, with candidates.
    """
    return Resolver(among).resolve(name, on=on, within=within, today=today)


class Read(NamedTuple):
    """A name taken apart, whatever document it stands in."""

    named: tuple[Named, ...]
    is_unmarked: bool
    set: SetName | None = None
    is_plural: bool = False


class Resolver:
    """Resolves names with one directory. A name that it has met before is not taken apart again."""

    def __init__(self, among: Directory) -> None:
        self.among = among
        self._reader = Reader(among)
        self._read: dict[str, Read] = {}

    def resolve(
        self, name: str, *, on: date, within: str | None = None, today: date | None = None
    ) -> Resolution:
        """See :func:`resolve`."""
        sight = Sight(self.among, on=on, within=within)
        read = self._taken_apart(name)
        found = sight.units(read.named, is_unmarked=read.is_unmarked)
        if len(found) == 1:
            ((unit, one),) = found.values()
            if one.is_post:
                return Resolution(candidates=(unit,), why=_why("post", name=unit.name))
            return self._sure(unit, today)
        if found:
            units = tuple(unit for unit, _ in found.values())
            return Resolution(candidates=units, why=_why("several", count=len(units)))
        return self._set(read, sight) or Resolution(why=_why("unknown"))

    def _set(self, read: Read, sight: Sight) -> Resolution | None:
        if read.set is None:
            return Resolution(is_set=True, why=_why("set")) if read.is_plural else None
        held = members(read.set, sight=sight)
        if read.set.is_post:
            return Resolution(candidates=held, why=_why("posts"))
        return Resolution(members=held, is_set=True, why="" if held else _why("set"))

    def _sure(self, unit: Unit, today: date | None) -> Resolution:
        return Resolution(unit=unit, heirs=self.among.heirs(unit.uid, today=today) if today else ())

    def _taken_apart(self, name: str) -> Read:
        known = self._read.get(name)
        if known is None:
            is_unmarked = spelling.is_unmarked(name)
            ways = self._reader.written(name)
            readings = [self._reader.reading(way, is_unmarked=is_unmarked) for way in ways]
            known = Read(
                self._reader.read(ways, is_unmarked=is_unmarked),
                is_unmarked,
                next((found for one in readings if (found := sets.read(one))), None),
                sets.is_plural(readings[0]),
            )
            if len(self._read) < _MOST_KEPT:
                self._read[name] = known
        return known


_MOST_KEPT = 50_000


def _why(key: str, **facts: object) -> str:
    return str(words()["why"][key]).format(**facts)
