"""From a name in a document to the unit that it means, on the day of the document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from vanban.units import sets, several, wording
from vanban.units.directory import Directory
from vanban.units.elsewhen import elsewhen
from vanban.units.members import members
from vanban.units.model import Resolution, Unit
from vanban.units.names import Named, Reader, Reading, read, read_mended, without_notes
from vanban.units.sets import SetName
from vanban.units.sight import Sight
from vanban.units.wording import why

_MOST_KEPT = 50_000


def resolve(
    name: str, *, among: Directory, on: date, within: str | None = None, today: date | None = None
) -> Resolution:
    """What ``name`` means in a document of the day ``on`` that is from ``within``, an issuer or its place.

    Where the unit has ended by ``today``, its heirs are given too. What is not sure is left open, with candidates.
    """
    return among.resolver.resolve(name, on=on, within=within, today=today)


class Parts(NamedTuple):
    """A name taken apart, whatever document it stands in."""

    readings: tuple[Reading, ...]
    named: tuple[Named, ...]


class Resolver:
    """Resolves names with one directory. A name that it has met before is not taken apart again."""

    def __init__(self, among: Directory) -> None:
        self.among = among
        self._reader = Reader(among)
        self._parts: dict[str, Parts] = {}
        self._sets: dict[str, SetName | None] = {}
        self._mended: dict[str, tuple[Named, ...]] = {}

    def resolve(
        self, name: str, *, on: date, within: str | None = None, today: date | None = None
    ) -> Resolution:
        """See :func:`resolve`."""
        sight = Sight(self.among, on=on, within=within)
        found = self._surely(name, sight) or self._perhaps(name, sight)
        if found.unit and today:
            return replace(found, heirs=self.among.heirs(found.unit.uid, today=today))
        return found

    def _surely(self, name: str, sight: Sight) -> Resolution | None:
        """What the name says as it is written: a unit, several that it may be, or a set."""
        return self._one(name, sight) or self._many(name, sight)

    def _one(self, name: str, sight: Sight) -> Resolution | None:
        parts = self._taken_apart(name)
        if not parts.named:
            return None
        found = sight.units(parts.named, is_unmarked=name.isascii())
        if len(found) == 1:
            ((unit, one),) = found.values()
            if one.is_post:
                return Resolution(candidates=(unit,), why=why("post", name=unit.name))
            return Resolution(unit=unit)
        units = tuple(unit for unit, _ in found.values())
        return Resolution(candidates=units, why=why("several", count=len(units))) if units else None

    def _find(self, name: str, sight: Sight) -> Unit | None:
        """A part of a longer name: the unit, also that of a post."""
        found = self._one(name, sight)
        return found.unit or (found.candidates[0] if len(found.candidates) == 1 else None) if found else None

    def _many(self, name: str, sight: Sight) -> Resolution | None:
        text = without_notes(name)
        readings = self._taken_apart(name).readings
        if any(one.atoms in wording.vague() for one in readings):
            return None
        if units := several.listed(text, find=lambda part: self._find(part, sight)):
            if any(is_post for one in readings for _, is_post in one.starts()):
                return Resolution(candidates=units, why=why("posts"))
            return Resolution(members=units, is_set=True)
        if (said := self._set(name)) is None:
            return self._side_by_side(text, sight)
        held = members(said, sight=sight)
        if said.is_post or len(said.heads) > 1:
            return Resolution(candidates=held, why=why("posts" if said.is_post else "many"))
        if (said.places or said.level) and any(sets.is_patchy(one.level, on=sight.on) for one in held[:1]):
            return Resolution(candidates=held, is_set=True, why=why("patchy"))
        return Resolution(members=held, is_set=True, why="" if held else why("set"))

    def _side_by_side(self, text: str, sight: Sight) -> Resolution | None:
        found = several.joined(text, find=lambda part: self._find(part, sight))
        units = tuple({unit.uid: unit for unit in found if unit}.values())
        if len(found) == 2 and len(units) == 2 and ";" not in text:
            below, over = units
            if sight.is_above(over.uid, below.uid) and (over.level == "central" or several.is_dashed(text)):
                return Resolution(unit=below)  # "Cục A, Bộ B", "Ban A - HĐND tỉnh"
        return Resolution(candidates=units, why=why("many")) if units and len(found) > 1 else None

    def _perhaps(self, name: str, sight: Sight) -> Resolution:
        """What the name may say: with one letter mended, or on another day."""
        parts = self._taken_apart(name)
        if found := elsewhen(parts.named, sight=sight):
            return found
        if result := self._owned(name, parts, sight):
            return result
        if mended := self._read_mended(name):
            units = sight.units(mended)
            names = {one.mended for one in mended}
            if len(names) == 1 and len(units) == 1:
                ((unit, one),) = units.values()
                if not one.is_post:
                    return Resolution(unit=unit)
            if units:
                found_units = tuple(unit for unit, _ in units.values())
                return Resolution(candidates=found_units, why=why("near", name=found_units[0].name))
        if any(map(sets.is_vague, parts.readings)):
            return Resolution(is_set=True, why=why("set"))
        return Resolution(why=why("unknown"))

    def _owned(self, name: str, parts: Parts, sight: Sight) -> Resolution | None:
        """A bare name with that of the body to which the document belongs: "Văn phòng" of a Party committee."""
        longer = sight.owned(name)
        named = self._taken_apart(longer).named if longer else ()
        own = min((len(reading.atoms) for reading in parts.readings), default=0)
        whole = (
            max((len(reading.atoms) for reading in self._taken_apart(longer).readings), default=0)
            if named
            else 0
        )
        if not own or any(one.spots or whole - one.length >= own for one in named):
            return None
        return self._one(longer, sight)

    def _taken_apart(self, name: str) -> Parts:
        known = self._parts.get(name)
        if known is None:
            readings = self._reader.readings(name)
            known = Parts(readings, read(readings))
            self._keep(self._parts, name, known)
        return known

    def _set(self, name: str) -> SetName | None:
        if name not in self._sets:
            readings = self._taken_apart(name).readings
            said = next((found for one in readings if (found := sets.read(one))), None)
            self._keep(self._sets, name, said)
            return said
        return self._sets[name]

    def _read_mended(self, name: str) -> tuple[Named, ...]:
        if name not in self._mended:
            known = read_mended(self._taken_apart(name).readings)
            self._keep(self._mended, name, known)
            return known
        return self._mended[name]

    def _keep(self, kept: dict[str, object], name: str, value: object) -> None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        kept[name] = value
