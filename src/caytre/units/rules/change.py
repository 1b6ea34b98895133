"""What somebody wants to change in the units, as a value. Each kind of event says it in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

ALL = "*"


@dataclass(frozen=True, slots=True)
class Basis:
    """From which day, by which act, and why; ``is_verified`` where somebody saw the act."""

    effective: date
    legal_basis: str = ""
    is_verified: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A unit to be made; ``parents`` are (tree, unit)."""

    id: UUID
    level: str
    name: str
    kind: str
    short: str = ""
    code: str = ""
    seat: UUID | None = None
    template: str = ""
    parents: tuple[tuple[str, UUID], ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """What a unit is called from then on."""

    unit: UUID
    name: str
    kind: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """To whom a unit belongs from then on, in one tree."""

    unit: UUID
    parent: UUID
    tree: str = "state"


@dataclass(frozen=True, slots=True)
class Heirship:
    """``successor`` takes over from ``predecessor``; None leaves open who does.

    ``scope`` is a field of work, "*" everything; ``share`` "whole" or "part" of a territory, "" where the act does
    not say; ``is_default``: where duties go that no scope decides.
    """

    predecessor: UUID
    successor: UUID | None
    scope: str = ALL
    share: str = ""
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One event: the units that it makes, names, moves and ends, and who takes over from whom."""

    kind: str
    basis: Basis
    founded: tuple[Newcomer, ...] = ()
    named: tuple[Named, ...] = ()
    moved: tuple[Moved, ...] = ()
    ended: tuple[UUID, ...] = ()
    heirs: tuple[Heirship, ...] = ()

    def units(self) -> Iterator[UUID]:
        """Every unit that it names and that must be there already."""
        new = {one.id for one in self.founded}
        for one in self._named_units():
            if one not in new:
                yield one

    def _named_units(self) -> Iterator[UUID]:
        for new in self.founded:
            yield from (parent for _, parent in new.parents)
            if new.seat is not None:
                yield new.seat
        yield from (one.unit for one in self.named)
        for move in self.moved:
            yield from (move.unit, move.parent)
        yield from self.ended
        for heir in self.heirs:
            yield heir.predecessor
            if heir.successor is not None:
                yield heir.successor


def found(*new: Newcomer, basis: Basis) -> Change:
    """New units."""
    return Change("founding", basis, founded=new)


def rename(unit: UUID, *, name: str, kind: str, short: str = "", basis: Basis) -> Change:
    """A unit goes on under another name, or as another kind (a commune that becomes a ward)."""
    return Change("rename", basis, named=(Named(unit, name, kind, short),))


def move(unit: UUID, *, parent: UUID, tree: str = "state", basis: Basis) -> Change:
    """A unit goes on under another parent."""
    return Change("move", basis, moved=(Moved(unit, parent, tree),))


def merge(
    predecessors: Sequence[UUID], *, into: UUID | Newcomer, basis: Basis, shares: Mapping[UUID, str] | None = None
) -> Change:  # fmt: skip
    """Units end, and ``into`` takes over everything from them. It may be one of them: then that one goes on.

    ``shares`` says of some that only a "part" went there, so that somebody must say where the rest is.
    """
    heir = into.id if isinstance(into, Newcomer) else into
    ended = tuple(one for one in predecessors if one != heir)
    part = {one for one, share in (shares or {}).items() if share == "part"}
    heirs = [Heirship(one, heir, share="whole", is_default=True) for one in ended if one not in part]
    for one in ended:
        if one in part:
            heirs += [Heirship(one, heir, share="part"), Heirship(one, None, share="part")]
    founded = (into,) if isinstance(into, Newcomer) else ()
    return Change("merge", basis, founded=founded, ended=ended, heirs=tuple(heirs))


def split(
    unit: UUID, *, into: Sequence[UUID | Newcomer], default: UUID | None = None, goes_on: bool = False,
    moves: Iterable[Moved] = (), basis: Basis,
) -> Change:  # fmt: skip
    """Parts of a unit go to others; it ends unless it ``goes_on`` with the rest.

    ``default`` is the one to whom duties go that no scope decides, ``moves`` where the units below go.
    """
    ids = [one.id if isinstance(one, Newcomer) else one for one in into]
    heirs = tuple(Heirship(unit, one, share="part", is_default=one == default) for one in ids)
    founded = tuple(one for one in into if isinstance(one, Newcomer))
    ended = () if goes_on else (unit,)
    return Change("split", basis, founded=founded, moved=tuple(moves), ended=ended, heirs=heirs)


def dissolve(unit: UUID, *, heirs: Iterable[Heirship] = (), basis: Basis) -> Change:
    """A unit ends. Whoever takes over is named; where nobody is, that is an open question."""
    named = tuple(replace(heir, predecessor=unit) for heir in heirs)
    return Change("dissolution", basis, ended=(unit,), heirs=named or (Heirship(unit, None),))


def transfer(unit: UUID, *, to: UUID, scope: str, basis: Basis) -> Change:
    """A field of work goes to another unit; both go on."""
    return Change("transfer", basis, heirs=(Heirship(unit, to, scope=scope),))


def end_level(
    units: Sequence[UUID], *, territory: Mapping[UUID, Mapping[UUID, str]],
    functions: Iterable[Heirship] = (), bodies: Iterable[UUID] = (), basis: Basis,
) -> Change:  # fmt: skip
    """A level ends: of each unit the territory goes to others (unit → share), fields of work to departments.

    ``bodies`` are the offices of the ended units, that end with them.
    """
    land = [
        Heirship(unit, heir, share=share)
        for unit in units
        for heir, share in territory.get(unit, {}).items()
    ]  # fmt: skip
    work = list(functions)
    told = {heir.predecessor for heir in (*land, *work)}
    ended = (*units, *bodies)
    unknown = [Heirship(unit, None) for unit in ended if unit not in told]
    return Change("level-end", basis, ended=ended, heirs=(*land, *work, *unknown))
