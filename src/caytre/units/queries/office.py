"""Whether anybody works anywhere yet, and what an office may be made of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caytre.units.models import Post, Unit
from caytre.units.rules.outline import Node, parts_of
from vanban.units import Directory
from vanban.units.model import Tree


@dataclass(frozen=True, slots=True)
class Offer:
    """A usual agency of a place: whether it is a unit already, and whether every such place has one."""

    node: Node
    is_made: bool
    is_usual: bool


def is_open() -> bool:
    """Whether somebody has a post: before that nobody works in the system as a member of an office."""
    return Post.objects.exists()


def offers(place: str, *, among: Directory, on: date) -> dict[Tree, list[Offer]]:
    """What bodies a place may have on a day, tree by tree."""
    found = parts_of(among, place=place, on=on)
    uids = [node.uid for nodes in found.values() for node in nodes]
    made = _made(uids)
    return {
        tree: [Offer(node, node.uid in made, among.is_certain(node.uid)) for node in nodes]
        for tree, nodes in found.items()
        if nodes
    }


def _made(uids: Collection[str]) -> set[str]:
    rows = Unit.objects.filter(pk__in=[UUID(uid) for uid in uids])
    return {str(pk) for pk in rows.values_list("pk", flat=True)}
