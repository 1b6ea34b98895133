"""Who was in a set of units on the day of a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vanban.grammar.lexicon import table
from vanban.units.directory import KINDS, Target
from vanban.units.model import Level, Record, Unit
from vanban.units.sets import SetName
from vanban.units.sight import Sight

_LEVELS: tuple[Level, ...] = ("central", "province", "district", "commune")


def members(found: SetName, *, sight: Sight) -> tuple[Unit, ...]:
    """Who is in a set on the day of the document; none where its name does not say."""
    if found.is_open:
        return ()
    units = _places(found, sight) if found.places or found.heads or not found.items else _bodies(found, sight)
    return tuple({unit.uid: unit for unit in units}.values())


def _places(found: SetName, sight: Sight) -> Iterator[Unit]:
    """The places of the kinds said, or the body meant of each of them."""
    wanted = dict(found.places)
    level = found.level or _common_level(found, sight)
    if level is None:
        return
    for place in _under(found, level, sight):
        kind = sight.kind_of(place)
        if wanted and kind not in wanted:
            continue
        for targets in found.heads or (wanted.get(kind) or (Target("seat"),),):
            for target in targets:
                yield from sight.body_of(place, target)


def _common_level(found: SetName, sight: Sight) -> Level | None:
    """The level on which all the kinds stand; where two fit, the one below the document's place."""
    fitting = [
        level
        for level, names in KINDS.items()
        if all(kind in names for kind, _ in found.places)
        and all(
            any(sight.among.is_at(target, level=level) for target in targets)
            for _, targets in found.places
            if targets
        )
    ]
    own = sight.chain[0].level if sight.chain else "central"
    below = [level for level in fitting if _LEVELS.index(level) > _LEVELS.index(own)]
    return next(iter(below or fitting), None)


def _under(found: SetName, level: Level, sight: Sight) -> Iterator[Record]:
    """The places of a level below the one that is said, or below the nearest one that has such."""
    if found.spots:
        roots = sight.places(found.spots)[:2]
    else:
        roots = [one for one in sight.chain if _LEVELS.index(one.level) < _LEVELS.index(level)][:1]
    if len(roots) == 1 and level != "province":
        found_places = sight.among.territory(roots[0].uid, on=sight.on)
    elif level == "province" and not found.spots:
        found_places = sight.among.provinces(on=sight.on)
    else:
        return
    yield from (one for one in found_places if one.level == level)


def _bodies(found: SetName, sight: Sight) -> Iterator[Unit]:
    """The bodies of the kinds said, at the place that is said or the nearest of the level that the words imply."""
    rows = [table("unit_sets")["item"][number] for number in found.items]
    named = [row for row in rows if not row.get("vague")]
    levels = set.intersection(*(set(row["kinds"]) for row in named)) if named else set()
    if found.of_committee:
        levels = {"province", "district", "commune"}
    seat = _seat(found, levels, sight)
    if not named or seat is None:
        return
    for row in rows:
        wanted = (
            ["ban đảng"]
            if found.of_committee
            else row["kinds"].get(seat.level if seat.uid else "central", ())
        )
        begins = row.get("begins", "") if len(named) == 1 else ""
        for unit in (
            sight.among.bodies(seat.uid, on=sight.on) if seat.uid else sight.among.central(on=sight.on)
        ):
            if unit.kind not in wanted or unit.name.startswith(tuple(row.get("without", ()))):
                continue
            if unit.name.startswith(begins) and sight.among.is_certain(unit.uid):
                yield unit
        if row.get("is_below"):
            places = (
                sight.among.children(seat.uid, on=sight.on)
                if seat.uid
                else sight.among.provinces(on=sight.on)
            )
            yield from (unit for one in places if (unit := sight.among.unit(one.uid, on=sight.on)))


def _seat(found: SetName, levels: set[str], sight: Sight) -> Record | None:
    if found.spots:
        places = [one for one in sight.places(found.spots) if one.level in levels]
        return places[0] if len(places) == 1 else None
    if found.level:
        levels = levels & {found.level}
    near = next((one for one in sight.chain if one.level in levels), None)
    if near is None and "central" in levels:
        return Record(uid="", level="central", states=())
    return near
