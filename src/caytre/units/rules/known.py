"""What planning knows of units, as values: their rows over all of time, and who is posted there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from caytre.units.rules.tree import LinkRow, Tree

RANKS = {"central": 0, "province": 1, "district": 2, "commune": 3}


@dataclass(frozen=True, slots=True)
class StateRow:
    """What a unit was called during ``[since, until)``; None is without bound."""

    name: str
    kind: str
    short: str = ""
    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Known:
    """One unit: its states in order of time, and its links upward in each tree."""

    id: UUID
    level: str
    states: tuple[StateRow, ...]
    links: Mapping[str, tuple[LinkRow, ...]] = field(default_factory=dict)

    @property
    def since(self) -> date | None:
        return self.states[0].since if self.states else None

    @property
    def until(self) -> date | None:
        """When it ends; None where no end is known."""
        return self.states[-1].until if self.states else None

    def exists(self, on: date) -> bool:
        return any(state.holds(on) for state in self.states)

    def state(self, on: date) -> StateRow | None:
        return next((state for state in self.states if state.holds(on)), None)

    def name(self, on: date) -> str:
        """What it is called on a day, else what it was called last."""
        state = self.state(on) or (self.states[-1] if self.states else None)
        return state.name if state else str(self.id)

    def link(self, tree: str, *, on: date) -> LinkRow | None:
        return next((link for link in self.links.get(tree, ()) if link.holds(on)), None)


@dataclass(frozen=True, slots=True)
class PostRow:
    """A person's post at a unit during ``[since, until)``; ``id`` is its key."""

    id: int
    user: int
    unit: UUID
    role: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a change is planned on: the units that it names, those directly below them, their posts.

    ``lower`` are all links that lead to a unit, over all of time; ``inherits`` the last day on which a unit takes
    over from another; ``codes`` who has a (level, code) for good; ``trees`` the trees of the day of the change,
    and of every later day on which they change.
    """

    units: Mapping[UUID, Known]
    lower: Mapping[tuple[str, UUID], tuple[LinkRow, ...]] = field(default_factory=dict)
    posts: tuple[PostRow, ...] = ()
    inherits: Mapping[UUID, date] = field(default_factory=dict)
    codes: Mapping[tuple[str, str], UUID] = field(default_factory=dict)
    trees: Mapping[str, tuple[Tree, ...]] = field(default_factory=dict)


Span = tuple[date | None, date | None]


def apart(span: Span, *, taken: Iterable[Span]) -> list[Span]:
    """What is left of a half-open span of days after the taken ones.

    >>> apart((date(2031, 1, 1), None), taken=[(date(2031, 2, 1), date(2031, 3, 1))])  # doctest: +NORMALIZE_WHITESPACE
    [(datetime.date(2031, 1, 1), datetime.date(2031, 2, 1)), (datetime.date(2031, 3, 1), None)]
    """
    left: list[Span] = []
    since, until = span
    start = since or date.min
    end = until or date.max
    for begun, ended in sorted((begun or date.min, ended or date.max) for begun, ended in taken):
        if begun > start:
            left.append((_day(start), _day(min(begun, end))))
        start = max(start, ended)
        if start >= end:
            break
    if start < end:
        left.append((_day(start), _day(end)))
    return [one for one in left if one[0] is None or one[1] is None or one[0] < one[1]]


def _day(day: date) -> date | None:
    return None if day in (date.min, date.max) else day
