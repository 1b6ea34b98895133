"""From a name in a document to the unit that it means, on the day of the document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from vanban.units import sets, several
from vanban.units.asked import Asked, Asking
from vanban.units.directory import Directory
from vanban.units.elsewhen import elsewhen
from vanban.units.members import members
from vanban.units.model import Resolution, Unit
from vanban.units.names import Reader
from vanban.units.sight import Sight
from vanban.units.wording import why

_MOST_SIGHTS = 2_000
_MOST_BARE = 4  # words of a name that goes without that of its owner


def resolve(
    name: str, *, among: Directory, on: date, within: str | None = None, today: date | None = None
) -> Resolution:
    """What ``name`` means in a document of the day ``on`` that is from ``within``, an issuer or its place.

    Where the unit has ended by ``today``, its heirs are given too. What is not sure is left open, with candidates.
    """
    found = among.resolver.resolve(name, on=on, within=within)
    if found.unit and today:
        return replace(found, heirs=among.heirs(found.unit.uid, today=today))
    return found


class Resolver:
    """Resolves names with one directory.

    It keeps what names say by themselves, and what was seen from a place on a day; never what a name means there.
    """

    def __init__(self, among: Directory) -> None:
        self._among = among
        self._asking = Asking(Reader(among))
        self._sights: dict[tuple[str | None, date], Sight] = {}

    def resolve(self, name: str, *, on: date, within: str | None = None) -> Resolution:
        """What a name means, without heirs."""
        asked, sight = self._asking.ask(name), self._sight(on, within)
        if any(one.is_vague for one in asked.named) and (found := self._owned(asked, sight)):
            return found  # "BTC" of a Party committee
        return _one(asked, sight) or _many(asked, sight) or self._perhaps(asked, sight)

    def _sight(self, on: date, within: str | None) -> Sight:
        known = self._sights.get((within, on))
        if known is None:
            if len(self._sights) >= _MOST_SIGHTS:
                self._sights.clear()
            known = self._sights[within, on] = Sight(self._among, on=on, within=within)
        return known

    def _perhaps(self, asked: Asked, sight: Sight) -> Resolution:
        """What a name may say: of another day, of the issuer, or with one letter mended."""
        if found := elsewhen(asked.named, sight=sight) or self._owned(asked, sight):
            return found
        mended = _mended(asked, sight)
        if mended and mended.unit:
            return mended
        if found := _inside(asked, sight) or mended:
            return found
        return Resolution(is_set=True, why=why("set")) if asked.is_vague else Resolution(why=why("unknown"))

    def _owned(self, asked: Asked, sight: Sight) -> Resolution | None:
        """A bare name with that of the body to which the document belongs: "Văn phòng" of a Party committee."""
        owner = sight.owner() if 0 < asked.size <= _MOST_BARE else ""
        if not owner:
            return None
        whole = self._asking.ask(f"{asked.text} {owner}")
        if any(one.spots or whole.size - one.length >= asked.size for one in whole.named):
            return None
        return _one(whole, sight)


def _one(asked: Asked, sight: Sight) -> Resolution | None:
    """The unit that a name says as it is written, or those that it may be."""
    found = sight.units(asked.named, is_unmarked=asked.is_unmarked) if asked.named else {}
    if len(found) == 1:
        ((unit, one),) = found.values()
        if one.is_vague:
            return Resolution(candidates=(unit,), why=why("vague", name=unit.name))
        if one.is_post:
            return Resolution(candidates=(unit,), why=why("post", name=unit.name))
        return Resolution(unit=unit)
    units = tuple(unit for unit, _ in found.values())
    return Resolution(candidates=units, why=why("several", count=len(units))) if units else None


def _part(asked: Asked, sight: Sight) -> Unit | None:
    """The unit that a part of a longer name says, also that of a post."""
    found = _one(asked, sight)
    if found is None or found.unit:
        return found.unit if found else None
    return found.candidates[0] if len(found.candidates) == 1 else None


def _many(asked: Asked, sight: Sight) -> Resolution | None:
    """The units of a name that is of several."""
    if asked.is_common:
        return None
    if units := _listed(asked, sight):
        if asked.is_post:
            return Resolution(candidates=units, why=why("posts"))
        return Resolution(members=units, is_set=True)
    return _set(asked, sight) if asked.set else _joined(asked, sight)


def _set(asked: Asked, sight: Sight) -> Resolution | None:
    said = asked.set
    if said is None:
        return None
    held = members(said, sight=sight)
    if said.is_post or len(said.heads) > 1:
        return Resolution(candidates=held, why=why("posts" if said.is_post else "many"))
    if (said.places or said.levels) and any(sets.is_patchy(one.level, on=sight.on) for one in held[:1]):
        return Resolution(candidates=held, is_set=True, why=why("patchy"))
    if held and said.stated not in (None, len(held)):
        wrong = why("counted", said=said.stated, count=len(held))
        return Resolution(candidates=held, is_set=True, why=wrong)
    return Resolution(members=held, is_set=True, why="" if held else why("set"))


def _listed(asked: Asked, sight: Sight) -> tuple[Unit, ...]:
    """The units named after one kind, none where not every one of them is sure."""
    units: list[Unit] = []
    for ways in asked.listed:
        found = {unit.uid: unit for one in ways if (unit := _part(one, sight))}
        if len(found) != 1:
            return ()
        units.extend(found.values())
    return tuple(units)


def _joined(asked: Asked, sight: Sight) -> Resolution | None:
    """The units that stand side by side, or the one that stands before that to which it belongs."""
    found = [_part(one, sight) for one in asked.joined]
    units = tuple({unit.uid: unit for unit in found if unit}.values())
    over = found[-1] if len(found) == 2 and ";" not in asked.bare else None
    if over and (over.level == "central" or several.is_dashed(asked.bare)):
        if len(units) == 2 and sight.is_above(over.uid, units[0].uid):
            return Resolution(unit=units[0])  # "Cục A, Bộ B", "Ban A - HĐND tỉnh"
        if found[0] is None and several.is_inside(asked.bare):
            return Resolution(candidates=units, why=why("inside", name=over.name))  # "Vụ A - Bộ B"
    return Resolution(candidates=units, why=why("many")) if units and len(found) > 1 else None


def _inside(asked: Asked, sight: Sight) -> Resolution | None:
    """A unit inside a body that is known, which itself nobody keeps: only the body is offered."""
    for one in asked.owners:
        owner = _part(one, sight)
        if owner and not sight.is_place(owner.uid):
            return Resolution(candidates=(owner,), why=why("inside", name=owner.name))
    return None


def _mended(asked: Asked, sight: Sight) -> Resolution | None:
    """What a name says if one letter is wrong: a unit only where no other name of any time is so near."""
    found = sight.units(asked.mended)
    if not found:
        return None
    units = tuple(unit for unit, _ in found.values())
    if len(units) == 1 and len({one.mended for one in asked.mended}) == 1 and not asked.is_post:
        return Resolution(unit=units[0])
    return Resolution(candidates=units, why=why("near", name=units[0].name))
