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
    parts = []
    if found.places or found.heads or not found.items:
        parts.append(tuple(_places(found, sight)))
    if found.items:
        parts.append(tuple(_bodies(found, sight)))
    return tuple({unit.uid: unit for part in parts for unit in part}.values()) if all(parts) else ()


def _places(found: SetName, sight: Sight) -> Iterator[Unit]:
    """The places of the kinds said, or the body meant of each of them."""
    wanted = dict(found.places)
    level = found.level or _common_level(found, sight)
    if level is None:
        return
    own = _only(found, level, sight)
    for place in _under(found._replace(spots=()) if own else found, level, sight):
        kind = sight.kind_of(place)
        if wanted and kind not in wanted or own and kind == own.kind and place.uid != own.uid:
            continue
        for targets in found.heads or (wanted.get(kind) or (Target("seat"),),):
            for target in targets:
                yield from sight.body_of(place, target)


def _only(found: SetName, level: Level, sight: Sight) -> Unit | None:
    """ "các xã, phường, đặc khu Cồn Cỏ": of the last kind only the one that is named."""
    places = sight.places(found.spots) if found.spots and found.places and not found.spots[0].kind else []
    unit = sight.among.unit(places[0].uid, on=sight.on) if len(places) == 1 else None
    return unit if unit and unit.level == level and unit.kind == found.places[-1][0] else None


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
    if found.of_committee:  # "các ban Thành ủy"
        rows = [row for row in table("unit_sets")["item"] if row.get("is_of_committee")]
    named = [set(row["kinds"]) for row in rows if not row.get("vague")]
    seat = _seat(found, set.intersection(*named), sight) if named else None
    if seat is None:
        return
    for row in rows:
        yield from _of_kinds(row, seat, sight)
        if row.get("is_below"):
            places = (
                sight.among.children(seat.uid, on=sight.on)
                if seat.uid
                else sight.among.provinces(on=sight.on)
            )
            yield from (unit for one in places if (unit := sight.among.unit(one.uid, on=sight.on)))


def _of_kinds(row: dict[str, Any], seat: Record, sight: Sight) -> Iterator[Unit]:
    """The bodies of a place that a row of ``unit_sets.toml`` means, as far as they are surely there."""
    among, on = sight.among, sight.on
    begins, others = row.get("begins", ""), tuple(row.get("without", ()))
    for unit in among.bodies(seat.uid, on=on) if seat.uid else among.central(on=on):
        if unit.kind not in row["kinds"].get(seat.level, ()) or not among.is_certain(unit.uid):
            continue
        over = among.ever(among.above(unit.uid, on=on, tree="party")) if "under" in row else None
        if over and over.kind != row["under"]:
            continue
        if unit.name.startswith(begins) and not unit.name.startswith(others):
            yield unit


def _seat(found: SetName, levels: set[str], sight: Sight) -> Record | None:
    """The place whose bodies are meant; one without uid is the country."""
    if found.spots:
        places = [one for one in sight.places(found.spots) if one.level in levels]
        return places[0] if len(places) == 1 else None
    if found.level:
        levels = levels & {found.level}
    near = next((one for one in sight.chain if one.level in levels), None)
    if near is None and "central" in levels:
        return Record(uid="", level="central", states=())
    return near
