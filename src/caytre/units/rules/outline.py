"""A tree of units on one day, as a page shows it: level by level, in the order of a dictionary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from caytre.core.words import sort_key
from caytre.units.rules.naming import short_of
from vanban.units.directory import Directory, is_place
from vanban.units.model import Record, Tree

TREES: tuple[Tree, ...] = ("state", "party", "mass")
LEVELS = ("central", "province", "district", "commune")


@dataclass(frozen=True, slots=True)
class Node:
    """A unit as of a day. ``is_doubted``: sources differ on its national code."""

    uid: str
    name: str
    kind: str
    level: str
    since: date | None
    until: date | None
    code: str
    is_doubted: bool
    is_place: bool


@dataclass(frozen=True, slots=True)
class Below:
    """What belongs directly to a unit: bodies, and administrative units."""

    bodies: tuple[Node, ...] = ()
    places: tuple[Node, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.bodies or self.places)


@dataclass(frozen=True, slots=True)
class Branch:
    """An administrative unit with all those below it."""

    node: Node
    branches: tuple[Branch, ...] = ()


def node_of(record: Record, *, on: date) -> Node:
    """A unit as of a day, else as it was last called before it, or first after it."""
    began = [state for state in record.states if state.since is None or state.since <= on]
    state = began[-1] if began else record.states[0]
    return Node(
        uid=record.uid,
        name=state.name,
        kind=state.kind,
        level=record.level,
        since=record.states[0].since,
        until=record.states[-1].until,
        code=record.code,
        is_doubted=bool(record.code) and not record.code_is_verified,
        is_place=is_place(record),
    )


def tops(directory: Directory, *, tree: Tree, on: date) -> tuple[Node, ...]:
    """The central bodies of a tree that belong to none, the one with most below it first."""
    found = []
    for unit in directory.central(on=on):
        record = directory.get(unit.uid)
        if record and not directory.above(unit.uid, on=on, tree=tree):
            size = len(directory.below(unit.uid, on=on, tree=tree))
            if size or _stands_alone_in(record, directory, tree=tree, on=on):
                found.append((-size, sort_key(unit.name), node_of(record, on=on)))
    return tuple(node for *_, node in sorted(found, key=lambda one: one[:2]))


def below(directory: Directory, *, of: str, tree: Tree, on: date) -> Below:
    """What belongs directly to a unit on a day; usual agencies only where they are certain."""
    units = (unit for unit in directory.below(of, on=on, tree=tree) if directory.is_certain(unit.uid))
    records = [record for record in map(directory.get, (unit.uid for unit in units)) if record]
    return Below(
        bodies=tuple(node_of(one, on=on) for one in _bodies(records, directory, of)),
        places=tuple(_in_order(node_of(one, on=on) for one in records if is_place(one))),
    )


def parts(directory: Directory, *, of: str, on: date) -> dict[Tree, Below]:
    """All that belongs to a unit, tree by tree: of an administrative unit its bodies too, whoever leads them."""
    record = directory.get(of)
    if record is None or not is_place(record):
        found = {tree: below(directory, of=of, tree=tree, on=on) for tree in TREES}
        return {tree: part for tree, part in found.items() if part}
    bodies = parts_of(directory, place=of, on=on)
    places = tuple(_in_order(node_of(one, on=on) for one in directory.children(of, on=on)))
    found = {
        tree: Below(
            tuple(node for node in bodies[tree] if directory.is_certain(node.uid)),
            places if tree == "state" else (),
        )
        for tree in TREES
    }
    return {tree: part for tree, part in found.items() if part}


def parts_of(directory: Directory, *, place: str, on: date) -> dict[Tree, list[Node]]:
    """The bodies of an administrative unit on a day, tree by tree: also those of which only some places have one."""
    records = [directory.get(unit.uid) for unit in directory.bodies(place, on=on)]
    bodies = _bodies([one for one in records if one], directory, place)
    return {
        tree: [node_of(one, on=on) for one in bodies if _tree_of(one, directory) == tree] for tree in TREES
    }


def whole(directory: Directory, *, of: str, on: date) -> tuple[Branch, ...]:
    """Every administrative unit below one, at every depth."""
    places = _in_order(node_of(record, on=on) for record in directory.children(of, on=on))
    return tuple(Branch(node, whole(directory, of=node.uid, on=on)) for node in places)


def path(directory: Directory, *, to: str, tree: Tree, on: date) -> tuple[str, ...]:
    """The uids of those above a unit in a tree, the highest first."""
    found: list[str] = []
    above = directory.above(to, on=on, tree=tree)
    while above and above not in found:
        found.append(above)
        above = directory.above(above, on=on, tree=tree)
    return tuple(reversed(found))


def lies_in(directory: Directory, *, unit: str, on: date) -> str:
    """Where a unit lies, as far as its name does not say so: "huyện Mây Trắng, tỉnh Bến Mây"."""
    chain = list(directory.chain(unit, on=on))
    names = [node_of(record, on=on).name for record in chain if record.uid != unit]
    places = [name[:1].lower() + name[1:] for name in names]
    record = directory.get(unit)
    own = node_of(record, on=on).name.lower() if record else ""
    if places and own.endswith(f" {places[0].lower()}"):
        places = places[1:]
    return ", ".join(places)


def _bodies(records: Iterable[Record], directory: Directory, of: str) -> list[Record]:
    """The bodies of the same place as the lists of usual agencies have them, then those of other places by name."""
    above = directory.get(of)
    seat = (above.seat or of) if above else of
    order = {key: place for place, key in enumerate(directory.templates)}

    def key(record: Record) -> tuple[bool, int, str]:
        is_other = bool(record.seat) and record.seat != seat
        rank = len(order) if is_other else order.get(record.template, len(order))
        return is_other, rank, sort_key(record.states[-1].name)

    return sorted((one for one in records if not is_place(one)), key=key)


def _in_order(nodes: Iterable[Node]) -> list[Node]:
    """By level, then as a dictionary has them; what is numbered, by its number."""
    return sorted(nodes, key=lambda node: (LEVELS.index(node.level), _key(node)))


def _key(node: Node) -> tuple[bool, int, str, str]:
    short = short_of(node.name, kind=node.kind) or node.name
    number = int(short) if short.isdigit() else 0
    return not number, number, sort_key(short), node.uid


def _stands_alone_in(record: Record, directory: Directory, *, tree: Tree, on: date) -> bool:
    """Whether a body with nobody above or below it in a tree belongs there all the same."""
    template = directory.templates.get(record.template)
    if template:
        return template.tree == tree
    return tree == "state" and not any(directory.below(record.uid, on=on, tree=other) for other in TREES)


def _tree_of(record: Record, directory: Directory) -> Tree:
    """The tree in which a body stands, by who led it last, else by its template."""
    template = directory.templates.get(record.template)
    return record.links[-1].tree if record.links else template.tree if template else "state"
