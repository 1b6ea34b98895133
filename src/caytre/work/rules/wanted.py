"""What a task shall say, before it is a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caytre.work.rules.occasions import executing
from vanban.schedule import Schedule

LEAD, MEMBER, COORDINATE = "lead", "member", "coordinate"


@dataclass(frozen=True, slots=True)
class Taking:
    """A unit that takes part, or (``uid`` None) the words for a set, counted ``on`` a day, or for an unknown one."""

    part: str
    uid: UUID | None
    written: str = ""
    on: date | None = None

    @property
    def is_set(self) -> bool:
        return self.uid is None and self.on is not None


@dataclass(frozen=True, slots=True)
class Wanted:
    """The values of a task; ``time_quote`` is the sentence from which its time was read."""

    text: str
    schedule: Schedule
    takings: tuple[Taking, ...] = ()
    product: str = ""
    answerable: str = ""
    authority: str = ""
    unclear: str = ""
    basis: str = ""
    section: str = ""
    heading: str = ""
    time_quote: str = ""

    @property
    def kind(self) -> str:
        return self.schedule.kind


def settled(takings: Iterable[Taking]) -> tuple[Taking, ...]:
    """Each unit once in each part, and who leads not among those who help."""
    every = list(takings)
    doing = {one.uid for one in every if one.part in (LEAD, MEMBER) and one.uid}
    seen: set[tuple[str, UUID | None, str]] = set()
    kept = []
    for one in every:
        key = (one.part, one.uid, "" if one.uid else one.written)
        if key in seen or (one.part not in (LEAD, MEMBER) and one.uid in doing and one.uid):
            continue
        seen.add(key)
        kept.append(one)
    return tuple(kept)


def doers(takings: Iterable[Taking]) -> tuple[UUID, ...]:
    """The units that have to do it: who leads, or each member of the set that does."""
    return tuple(executing([(one.part, one.uid) for one in takings]))
