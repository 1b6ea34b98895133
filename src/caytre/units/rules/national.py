"""What a newer national set adds to the units that are kept, and what it must leave alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Protocol, TypeVar


class Spanned(Protocol):
    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...


Row = TypeVar("Row", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Stored:
    """A row as it is kept: when it begins and ends, and whether an event of this installation made or closed it."""

    since: date | None
    until: date | None
    is_own: bool


@dataclass(frozen=True, slots=True)
class Step(Generic[Row]):
    """What becomes of one sequence of rows: those to ``add``, the day to ``close`` the open one (None: not).

    ``is_kept``: people changed the sequence and the set says something else, so it stays as they left it.
    """

    add: tuple[Row, ...] = ()
    close: date | None = None
    is_kept: bool = False


@dataclass(slots=True)
class Report:
    """How many units and successions were added, how many rows to units that were there; how many rows were closed;
    and the uids that were left alone."""

    units: int = 0
    rows: int = 0
    closed: int = 0
    successions: int = 0
    kept: list[str] = field(default_factory=list)

    def note(self, steps: Iterable[tuple[str, Step[Any]]]) -> None:
        """Count what was added to units that were there, what was closed, and what was left alone."""
        for uid, one in steps:
            self.rows += len(one.add)
            self.closed += one.close is not None
            if one.is_kept and uid not in self.kept:
                self.kept.append(uid)


def step(shipped: Iterable[Row], *, stored: Iterable[Stored]) -> Step[Row]:
    """How one sequence (the states of a unit, its links in a tree) follows the set.

    Rows are told apart by the day they begin. Nothing that is kept is edited: a row may only get its end, and later
    rows may follow.
    """
    wanted = list(shipped)
    kept = {row.since: row for row in stored}
    new = tuple(row for row in wanted if row.since not in kept)
    open_row = next((row for row in kept.values() if row.until is None), None)
    same = next((row for row in wanted if open_row is not None and row.since == open_row.since), None)
    close = same.until if same is not None else None
    if any(row.is_own for row in kept.values()):
        return Step(is_kept=bool(new) or close is not None)
    return Step(new, close)


def steps(
    shipped: Mapping[str, Iterable[Row]], *, stored: Mapping[str, Iterable[Stored]]
) -> dict[str, Step[Row]]:  # fmt: skip
    """The steps of several sequences, without those that change nothing."""
    found = {key: step(rows, stored=stored.get(key, ())) for key, rows in shipped.items()}
    return {key: one for key, one in found.items() if one != Step()}
