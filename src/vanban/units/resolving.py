"""From a name in a document to the unit that it means, on the day of the document."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vanban.units import spelling
from vanban.units.directory import Directory
from vanban.units.model import Resolution, Unit
from vanban.units.names import Named, Reader, words
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
        return Resolution(why=_why("unknown"))

    def _sure(self, unit: Unit, today: date | None) -> Resolution:
        return Resolution(unit=unit, heirs=self.among.heirs(unit.uid, today=today) if today else ())

    def _taken_apart(self, name: str) -> Read:
        known = self._read.get(name)
        if known is None:
            is_unmarked = spelling.is_unmarked(name)
            ways = self._reader.written(name)
            known = Read(self._reader.read(ways, is_unmarked=is_unmarked), is_unmarked)
            if len(self._read) < _MOST_KEPT:
                self._read[name] = known
        return known


_MOST_KEPT = 50_000


def _why(key: str, **facts: object) -> str:
    return str(words()["why"][key]).format(**facts)
