"""The follow-up ladder: what is told to whom, when, as dated data says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from importlib.resources import files
from typing import Any, Protocol
from uuid import UUID

Posts = Mapping[UUID, Mapping[str, Sequence[int]]]
"""Of each unit the people by the roles that they hold today."""
FALLBACK = ("focal", "leader", "clerk", "implementer", "administrator")
"""Who is told for a unit: those of the first of these roles that anybody holds."""


class WorkingDays(Protocol):
    def working(self, day: date, *, shift: int) -> date: ...


@dataclass(frozen=True, slots=True)
class Rung:
    """Told ``days`` working days after a day (before it where negative), as ``kind``, to the audiences ``to``."""

    days: int
    kind: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """In force from ``since``. ``rungs`` count from the last day, ``silent`` from the end of a period without
    evidence, both in order; ``at_once`` are the audiences of what is told when it happens. A drafted letter asks for an
    answer in ``letter_days`` working days; before ``digest_at`` o'clock no digest goes out."""

    since: date
    rungs: tuple[Rung, ...]
    silent: tuple[Rung, ...]
    at_once: Mapping[str, tuple[str, ...]]
    letter_days: int
    digest_at: time


@dataclass(frozen=True, slots=True)
class Given:
    """An occurrence as the ladder sees it: ``monitors`` are the units that monitor it, ``holder`` the person in whose
    hands it is, ``due_on`` its last day, ``ends`` the end of its period where it has none."""

    unit: UUID
    giver: UUID
    monitors: tuple[UUID, ...] = ()
    holder: int | None = None
    due_on: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What one person is to be told; ``slot`` names the rung and the day it counts from."""

    kind: str
    slot: str
    days: int


def ladder_of(on: date) -> Ladder | None:
    """The ladder in force on a day; None before the first."""
    begun = [ladder for ladder in _ladders() if ladder.since <= on]
    return begun[-1] if begun else None


def furthest(ladder: Ladder, *, on: date, working: WorkingDays) -> date:
    """The latest last day of which anything can be told on a day."""
    return working.working(on, shift=max(-rung.days for rung in (*ladder.rungs, Rung(0, "", ()))))


class Reached:
    """The ladder on one day, with a calendar: which of its rungs have come."""

    def __init__(self, ladder: Ladder, *, on: date, working: WorkingDays) -> None:
        self._ladder, self._on, self._working = ladder, on, working
        self._known: dict[tuple[date | None, date | None], Mapping[str, tuple[Rung, date]]] = {}

    def of(self, given: Given) -> Mapping[str, tuple[Rung, date]]:
        """Of each audience the last rung whose day has come, and the day it counts from; the least far first.

        Those before the last day are over with it: after days on which nothing ran nobody is told that something is
        due soon which is late.
        """
        key = (given.due_on, None if given.due_on else given.ends)
        if key not in self._known:  # thousands are due on the same day
            self._known[key] = self._steps(*key)
        return self._known[key]

    def _steps(self, due: date | None, ends: date | None) -> Mapping[str, tuple[Rung, date]]:
        counts, rungs = (due, self._ladder.rungs) if due else (ends, self._ladder.silent)
        found: dict[str, tuple[Rung, date]] = {}
        if counts is None:
            return found
        for rung in rungs:
            has_come = self._working.working(counts, shift=rung.days) <= self._on
            if has_come and (rung.days > 0 or self._on <= counts):
                found.update(dict.fromkeys(rung.to, (rung, counts)))
        return dict(sorted(found.items(), key=lambda step: step[1][0].days))


def told(given: Given, *, reached: Reached, posts: Posts) -> dict[int, Told]:
    """What each person is to be told of an occurrence: one thing, of several rungs that came the furthest."""
    found: dict[int, Told] = {}
    for audience, (rung, counts) in reached.of(given).items():
        for person in people(audience, given=given, posts=posts):
            found[person] = Told(rung.kind, f"{counts.isoformat()} {rung.days:+d}", rung.days)
    return found


def people(audience: str, *, given: Given, posts: Posts) -> tuple[int, ...]:
    """Who belongs to an audience of an occurrence; each once."""
    match audience:
        case "doer":
            found = _doers(given, posts)
        case "leader":
            found = _holding(given.unit, "leader", posts=posts)
        case "monitor":
            found = _monitors(given, posts)
        case "giver":
            found = _answering(given.giver, posts)
        case "inspector":
            found = _holding(given.giver, "inspector", posts=posts)
        case _:
            raise ValueError(audience)
    return tuple(dict.fromkeys(found))


def _doers(given: Given, posts: Posts) -> Iterable[int]:
    at = posts.get(given.unit, {})
    if given.holder is not None and any(given.holder in held for held in at.values()):
        return (given.holder,)
    return _first(given.unit, posts)


def _monitors(given: Given, posts: Posts) -> Iterable[int]:
    found = [person for unit in given.monitors for person in _first(unit, posts)]
    return found or _first(given.giver, posts)


def _answering(unit: UUID, posts: Posts) -> Iterable[int]:
    return _holding(unit, "focal", "leader", posts=posts) or _first(unit, posts)


def _first(unit: UUID, posts: Posts) -> Sequence[int]:
    at = posts.get(unit, {})
    return next((at[role] for role in FALLBACK if at.get(role)), ())


def _holding(unit: UUID, *roles: str, posts: Posts) -> Sequence[int]:
    at = posts.get(unit, {})
    return [person for role in roles for person in at.get(role, ())]


@cache
def _ladders() -> tuple[Ladder, ...]:
    data = tomllib.loads((files("caytre.work") / "data" / "ladder.toml").read_text("utf-8"))
    return tuple(sorted(map(_ladder, data["ladder"]), key=lambda ladder: ladder.since))


def _ladder(entry: Mapping[str, Any]) -> Ladder:
    return Ladder(
        since=entry["since"],
        rungs=_rungs(entry["rung"]),
        silent=_rungs(entry["silent"]),
        at_once={kind: tuple(to) for kind, to in entry["at_once"].items()},
        letter_days=entry["letter_days"],
        digest_at=entry["digest_at"],
    )


def _rungs(entries: Iterable[Mapping[str, Any]]) -> tuple[Rung, ...]:
    rungs = (Rung(entry["days"], entry["kind"], tuple(entry["to"])) for entry in entries)
    return tuple(sorted(rungs, key=lambda rung: rung.days))
