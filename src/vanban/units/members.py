"""Who was in a set of units on the day of a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vanban.grammar.lexicon import table
from vanban.units.bodynames import KINDS
from vanban.units.model import Level, Record, Unit
from vanban.units.sets import SetName
from vanban.units.sight import Sight

_LEVELS: tuple[Level, ...] = ("central", "province", "district", "commune")


def members(found: SetName, *, sight: Sight) -> tuple[Unit, ...]:
    """Who is in a set on the day of the document; none where its name does not say."""
    if found.is_open:
        return ()
    if found not in sight.held:
        sight.held[found] = _members(found, sight)
    return sight.held[found]


def _members(found: SetName, sight: Sight) -> tuple[Unit, ...]:
    parts = []
    if found.places or found.heads or not found.items:
        parts.append(_places(found, sight))
    if found.items:
        parts.append(tuple(_bodies(found, sight)))
    return tuple({unit.uid: unit for part in parts for unit in part}.values()) if all(parts) else ()


def _places(found: SetName, sight: Sight) -> tuple[Unit, ...]:
    """The places of the kinds or levels said, or the body meant of each of them; none where a level has none."""
    common = _common_level(found, sight)
    levels = found.levels or ((common,) if common else ())
    by_level = [tuple(_of_level(found, level, sight)) for level in levels]
    return tuple(unit for units in by_level for unit in units) if all(by_level) else ()


def _of_level(found: SetName, level: Level, sight: Sight) -> Iterator[Unit]:
    of_kind = {kind: targets for kind, targets in found.places if targets}
    places = _at_level(found, level, sight)
    if not found.heads and not of_kind:
        yield from places
        return
    for place in places:
        for targets in found.heads or (of_kind.get(place.kind, ()),):
            for target in targets:
                yield from sight.body_of(place, target)


def _at_level(found: SetName, level: Level, sight: Sight) -> Iterator[Unit]:
    """The places of a level that a set means."""
    own = next((one for one in sight.chain if one.level == level), None)
    if found.levels and own and not found.spots:
        # "cấp tỉnh, cấp xã" of a province: its own; "cấp tỉnh" alone may be that of any province.
        unit = sight.among.as_of(own, on=sight.on) if len(found.levels) > 1 else None
        yield from (unit,) if unit else ()
        return
    named = _only(found, level, sight)
    kinds = {kind for kind, _ in found.places}
    for place in _under(found._replace(spots=()) if named else found, level, sight):
        is_other = named is not None and place.kind == named.kind and place.uid != named.uid
        if not is_other and (not kinds or place.kind in kinds):
            yield place


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


def _under(found: SetName, level: Level, sight: Sight) -> tuple[Unit, ...]:
    """The places of a level below the one that is said, or below the nearest one that has such."""
    if level == "province":
        return () if found.spots else sight.among.places_below("", level=level, on=sight.on)
    if found.spots:
        roots = sight.places(found.spots)
    else:
        roots = [one for one in sight.chain if _LEVELS.index(one.level) < _LEVELS.index(level)][:1]
    return sight.among.places_below(roots[0].uid, level=level, on=sight.on) if len(roots) == 1 else ()


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
    under = (
        {one.uid for one in among.bodies_of_kind(seat.uid, row["under"], on=on)} if "under" in row else None
    )
    for kind in row["kinds"].get(seat.level, ()):
        for unit in among.bodies_of_kind(seat.uid, kind, on=on):
            if under is not None and among.above(unit.uid, on=on, tree="party") not in under:
                continue
            if unit.name.startswith(begins) and not unit.name.startswith(others):
                yield unit


def _seat(found: SetName, levels: set[str], sight: Sight) -> Record | None:
    """The place whose bodies are meant; one without uid is the country."""
    if found.spots:
        places = [one for one in sight.places(found.spots) if one.level in levels]
        return places[0] if len(places) == 1 else None
    if found.levels:
        levels = levels & set(found.levels)
    near = next((one for one in sight.chain if one.level in levels), None)
    if near is None and "central" in levels:
        return Record(uid="", level="central", states=())
    return near
