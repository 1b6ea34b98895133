"""What the cells of a sheet name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from caytre.core.models import User
from caytre.units.queries.scope import posts_of
from caytre.units.rules.outline import lies_in
from caytre.units.rules.sheets import Found
from vanban.units import Directory
from vanban.units.model import Unit
from vanban.units.resolving import Resolver


def finder(user: User, *, among: Directory, on: date) -> Callable[[str], Found]:
    """What a name means to somebody: a unit near those where they have posts before one elsewhere."""
    resolver = Resolver(among)
    near: list[str | None] = [*dict.fromkeys(str(post.unit_id) for post in posts_of(user, on=on)), None]
    known: dict[str, Found] = {}

    def find(name: str) -> Found:
        if name not in known:
            known[name] = _found(name, near)
        return known[name]

    def _found(name: str, within: Iterable[str | None]) -> Found:
        candidates: tuple[Unit, ...] = ()
        for unit in within:
            meant = resolver.resolve(name, on=on, within=unit)
            if meant.unit:
                return Found(meant.unit.uid, meant.unit.name)
            candidates = candidates or meant.candidates or meant.members
        return Found(candidates=tuple(_told(one, among, on) for one in candidates))

    return find


def _told(unit: Unit, among: Directory, on: date) -> str:
    place = lies_in(among, unit=unit.uid, on=on)
    return f"{unit.name}, {place}" if place else unit.name
