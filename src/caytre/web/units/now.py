"""Who goes on, on the map of today, with what ended: shown beside the names of then where a person asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caytre.units.rules.outline import Node, lies_in
from caytre.web.units.looking import Look
from vanban.units.directory import Directory
from vanban.units.model import Heir


@dataclass(frozen=True, slots=True)
class Now:
    """A unit of today that took over from another, and where it lies."""

    heir: Heir
    lies_in: str


def heirs_of(nodes: Iterable[Node], *, among: Directory, look: Look) -> Mapping[str, tuple[Now, ...]]:
    """For each unit that has ended by today who took over at last; nothing where the map of then is wanted."""
    if look.map != "today":
        return {}
    return {
        node.uid: now(node.uid, among=among, look=look)
        for node in nodes
        if node.until is not None and node.until <= look.today
    }


def now(uid: str, *, among: Directory, look: Look) -> tuple[Now, ...]:
    """Who of today took over from a unit; none where that is an open question."""
    heirs = among.heirs(uid, today=look.today)
    return tuple(Now(heir, lies_in(among, unit=heir.unit.uid, on=look.today)) for heir in heirs)
