"""Who belongs to whom on one day, as a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from caytre.core.refusals import Refused, gettext_noop


class InACircle(Refused):
    """Some unit would stand above itself."""

    sentence = gettext_noop(
        "Đơn vị không thể trực thuộc chính mình hoặc đơn vị cấp dưới của mình. Hãy chọn cấp trên khác."
    )


class LinkRow(NamedTuple):
    """``child`` belonged to ``parent`` during ``[since, until)``; None is without bound."""

    child: UUID
    parent: UUID
    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Tree:
    """The parent and the children of every unit that has any; build it with :func:`grow`."""

    parents: Mapping[UUID, UUID]
    branches: Mapping[UUID, tuple[UUID, ...]]

    def parent(self, unit: UUID) -> UUID | None:
        return self.parents.get(unit)

    def children(self, unit: UUID) -> tuple[UUID, ...]:
        return self.branches.get(unit, ())

    def above(self, unit: UUID) -> Iterator[UUID]:
        """The parent, its parent, and so on to the root."""
        higher = self.parents.get(unit)
        while higher is not None:
            yield higher
            higher = self.parents.get(higher)

    def below(self, unit: UUID) -> Iterator[UUID]:
        """Every unit that has ``unit`` above it, parents before their children."""
        waiting = list(self.children(unit))
        for lower in waiting:
            yield lower
            waiting += self.children(lower)

    def depth(self, unit: UUID) -> int:
        """How many units stand above; 0 for a root."""
        return sum(1 for _ in self.above(unit))

    def roots(self) -> list[UUID]:
        """Units with children and without a parent."""
        return [unit for unit in self.branches if unit not in self.parents]


def grow(links: Iterable[LinkRow], *, on: date) -> Tree:
    """The tree of the links that hold on this day. Raises :class:`InACircle`."""
    parents = {link.child: link.parent for link in links if link.holds(on)}
    branches: dict[UUID, list[UUID]] = {}
    for child, parent in parents.items():
        branches.setdefault(parent, []).append(child)
    tree = Tree(parents, {parent: tuple(children) for parent, children in branches.items()})
    reached = sum(1 for root in tree.roots() for _ in tree.below(root))
    if reached != len(parents):
        raise InACircle
    return tree
