"""What a person's posts let them see, on the trees of today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caytre.units.rules.tree import LinkRow

ADMINISTRATOR = "administrator"
Branches = Mapping[UUID, tuple[UUID, ...]]


@dataclass(frozen=True, slots=True)
class Took:
    """From ``on``, ``heir`` goes on with whatever of ``unit`` no scope decides."""

    unit: UUID
    heir: UUID
    on: date


@dataclass(frozen=True, slots=True)
class Reach:
    """What a person sees and holds. ``units`` None is everything, also what belongs to no unit.

    ``posts`` are (role, unit); ``inherited`` the same for units that ended and in whose place one of them goes on;
    ``administered`` are the units that have one of the person's posts as administrator at or above them, None is
    every unit.
    """

    units: frozenset[UUID] | None = frozenset()
    posts: frozenset[tuple[str, UUID]] = frozenset()
    inherited: frozenset[tuple[str, UUID]] = frozenset()
    administered: frozenset[UUID] | None = frozenset()

    def sees(self, unit: UUID) -> bool:
        return self.units is None or unit in self.units

    def holds(self, unit: UUID, *roles: str) -> bool:
        """Whether the person has one of these roles at this very unit, or at the one that goes on in its place."""
        return any((role, unit) in self.posts or (role, unit) in self.inherited for role in roles)

    def administers(self, unit: UUID) -> bool:
        return self.administered is None or unit in self.administered


EVERYTHING = Reach(units=None, administered=None)
NOTHING = Reach()


@dataclass(frozen=True, slots=True)
class Standing:
    """How units count on one day: ``under`` says which count directly under which, over all trees; ``before`` which
    ended ones a unit goes on for."""

    under: Branches
    before: Branches


def standing(trees: Iterable[Iterable[LinkRow]], *, took: Iterable[Took], on: date) -> Standing:
    """How units count on a day.

    A unit counts under its parents. One that ended counts under those it had last and under whoever took over from
    it; one that is still to come, under those it will have first.
    """
    rows = [list(tree) for tree in trees]
    holding = [link for tree in rows for link in tree if link.holds(on)]
    alive = {link.child for link in holding}
    nearest = [link for tree in rows for link in _nearest(tree, alive=alive, on=on)]
    over = [(one.heir, one.unit) for one in took if one.on <= on and one.unit not in alive]
    links = [(link.parent, link.child) for link in (*holding, *nearest)]
    return Standing(under=_grouped([*links, *over]), before=_grouped(over))


def _grouped(pairs: Iterable[tuple[UUID, UUID]]) -> Branches:
    found: dict[UUID, dict[UUID, None]] = {}
    for higher, lower in pairs:
        found.setdefault(higher, {})[lower] = None
    return {higher: tuple(lower) for higher, lower in found.items()}


def _nearest(links: Iterable[LinkRow], *, alive: set[UUID], on: date) -> Iterable[LinkRow]:
    """Of each unit that has no parent on this day the last link before it, else the first after it."""
    found: dict[UUID, LinkRow] = {}
    for link in links:
        if link.child in alive:
            continue
        known = found.get(link.child)
        if known is None or _distance(link, on) < _distance(known, on):
            found[link.child] = link
    return found.values()


def _distance(link: LinkRow, on: date) -> tuple[bool, int]:
    if link.until is not None and link.until <= on:
        return False, (on - link.until).days
    return True, ((link.since or on) - on).days


def covered(units: Iterable[UUID], *, branches: Branches) -> frozenset[UUID]:
    """These units and all that count under them."""
    found = set(units)
    waiting = list(found)
    while waiting:
        new = [lower for lower in branches.get(waiting.pop(), ()) if lower not in found]
        found.update(new)
        waiting += new
    return frozenset(found)


def reach_of(posts: Iterable[tuple[str, UUID]], *, heads: frozenset[UUID], standing: Standing) -> Reach:
    """The reach of somebody with these posts; a post at one of the ``heads`` of the state sees everything."""
    held = frozenset(posts)
    at = {unit for _, unit in held}
    administers = {unit for role, unit in held if role == ADMINISTRATOR}
    return Reach(
        units=None if at & heads else covered(at, branches=standing.under),
        posts=held,
        inherited=frozenset(
            (role, ended)
            for role, unit in held
            for ended in covered([unit], branches=standing.before) - {unit}
        ),
        administered=None if administers & heads else covered(administers, branches=standing.under),
    )
