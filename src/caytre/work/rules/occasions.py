"""On which occasions a task is to be done, and by which unit."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from vanban.calendar import Calendar
from vanban.schedule import Schedule, Slot, rule_of, slots
from vanban.schedule.model import closed
from vanban.schedule.periods import number_of, period

AHEAD = timedelta(days=60)
"""So long before it begins is each period open, that nobody is surprised by it."""
ONCE = "once"
BESIDE = "+"
"""Parts the key of a period from a number, where a unit does for another what it has done for itself."""


class Timed(Protocol):
    """When a task is due, as :class:`caytre.work.models.Task` keeps it."""

    @property
    def kind(self) -> str: ...
    @property
    def raw(self) -> str: ...
    @property
    def starts(self) -> date | None: ...
    @property
    def due_on(self) -> date | None: ...
    @property
    def rule(self) -> Any: ...
    @property
    def review_every(self) -> str: ...
    @property
    def until(self) -> date | None: ...


class Occasion(NamedTuple):
    """Once that a task is to be done: ``key`` names the period, ``due_on`` is its last day, null for a review."""

    key: str
    starts: date | None
    ends: date | None
    due_on: date | None


def schedule(task: Timed) -> Schedule:
    """The times of a task as the library knows them."""
    return Schedule(
        closed(task.kind),
        starts=task.starts,
        due_on=task.due_on,
        rule=rule_of(task.rule) if task.rule else None,
        review_every=task.review_every or None,  # type: ignore[arg-type]
        until=task.until,
        raw=task.raw,
    )


def occasions(
    task: Timed, *, since: date, through: date, calendar: Calendar | None = None
) -> tuple[Occasion, ...]:
    """All occasions of a task issued on ``since`` that begin by ``through``.

    What is due on one day, or on none that anybody said, is one occasion, however far away or long ago. What is done
    on request has none: a person opens each.
    """
    if task.kind == "ad_hoc":
        return ()
    if task.kind in ("recurring", "continuous"):
        known = schedule(task)
        made = slots(known, since=since, through=through, calendar=calendar)
        return tuple(Occasion(one.key, one.starts, _end(one, known), one.due_on) for one in made)
    return (Occasion(ONCE, task.starts, task.due_on, task.due_on),)


def _end(slot: Slot, known: Schedule) -> date | None:
    """The last day of a slot: of a review that of its period, or of the work if it ends before."""
    if slot.due_on is not None or known.review_every is None:
        return slot.due_on
    last = period(number_of(slot.starts, every=known.review_every), every=known.review_every).last
    return min(last, known.until) if known.until else last


def going_on(
    unit: UUID, *, moved: Iterable[tuple[UUID, UUID]] = (), heirs: Mapping[UUID, UUID] | None = None
) -> tuple[UUID, ...]:
    """The unit that was given something and those that went on for it, in order: the last one does it now.

    ``moved`` are (from, to) in the order in which the task was passed on, ``heirs`` who goes on with everything of a
    unit that ended.
    """
    chain = [unit]
    for before, now in moved:
        if before == chain[-1]:
            chain.append(now)
    seen = {chain[-1]}
    while heirs and (heir := heirs.get(chain[-1])) and heir not in seen:
        seen.add(heir)
        chain.append(heir)
    return tuple(chain)


def executing(parties: Sequence[tuple[str, UUID | None]]) -> Iterator[UUID]:
    """The units that have to do a task, of its (part, uid): the members of a set, else the one that leads."""
    members = [uid for part, uid in parties if part == "member" and uid]
    yield from members or [uid for part, uid in parties if part == "lead" and uid]


def another(key: str, *, taken: Container[str]) -> str:
    """A key for the same period beside one that is done: "2031+2"."""
    number = 2
    while (made := f"{key[:36]}{BESIDE}{number}") in taken:
        number += 1
    return made
