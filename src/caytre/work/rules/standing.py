"""How an occurrence stands on a day: worked out wherever it is shown, never stored, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from vanban.schedule import local_day

SOON = 7
"""So many days before its last one is work due soon."""
Code = Literal[
    "ahead", "new", "objected", "doing", "shown", "silent", "soon", "overdue", "asked", "claimed", "returned",
    "on-time", "late", "withdrawn", "superseded",
]  # fmt: skip
Tone = Literal["good", "calm", "warn", "bad", "quiet"]
TONES: dict[Code, Tone] = {
    "ahead": "quiet",
    "new": "calm",
    "objected": "warn",
    "doing": "calm",
    "shown": "good",
    "silent": "warn",
    "soon": "warn",
    "overdue": "bad",
    "asked": "warn",
    "claimed": "calm",
    "returned": "warn",
    "on-time": "good",
    "late": "warn",
    "withdrawn": "quiet",
    "superseded": "quiet",
}

WAITING: dict[str, Code] = {
    "claimed": "claimed",
    "objected": "objected",
    "withdrawn": "withdrawn",
    "superseded": "superseded",
}
"""Where the unit has nothing to do, whatever the day."""


class Standable(Protocol):
    """What an occurrence says of itself."""

    @property
    def state(self) -> str: ...
    @property
    def starts(self) -> date | None: ...
    @property
    def ends(self) -> date | None: ...
    @property
    def due_on(self) -> date | None: ...
    @property
    def shown_at(self) -> datetime | None: ...
    @property
    def claimed_at(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Standing:
    """``left`` are the days until the last one, negative once it is over; None is no last day. ``age`` is how many
    days ago evidence came in; None is never. ``tone`` is a colour, and stands beside words only."""

    code: Code
    tone: Tone
    left: int | None
    age: int | None


def standing(one: Standable, *, on: date, asks: bool = False) -> Standing:
    """How it stands on a day; ``asks``: more time was asked for, and nobody has decided."""
    left = (one.due_on - on).days if one.due_on else None
    age = (on - local_day(one.shown_at)).days if one.shown_at else None
    code = _code(one, on, left, asks=asks)
    tone = TONES[code]
    if code == "silent" and one.ends and one.ends < on:
        tone = "bad"
    if code in ("asked", "returned", "objected") and left is not None and left < 0:
        tone = "bad"
    return Standing(code, tone, left, age)


def _code(one: Standable, on: date, left: int | None, *, asks: bool) -> Code:
    if one.state == "verified":
        return "on-time" if _in_time(one) else "late"
    if one.state in WAITING:
        return WAITING[one.state]
    if asks:
        return "asked"
    if left is not None and left < 0:
        return "overdue"
    if one.state == "returned":
        return "returned"
    return _going_on(one, on, left)


def _going_on(one: Standable, on: date, left: int | None) -> Code:
    """Of what is not late, and neither ended nor waits for anybody else."""
    if one.due_on is None and one.ends is not None:
        if one.shown_at:
            return "shown"
        return "ahead" if one.starts and one.starts > on else "silent"
    if left is not None and left <= SOON:
        return "soon"
    if one.state == "open":
        return "ahead" if one.starts and one.starts > on else "new"
    return "doing"


def _in_time(one: Standable) -> bool:
    """Whether it was claimed by the last day; what has none is never late."""
    return one.due_on is None or one.claimed_at is None or local_day(one.claimed_at) <= one.due_on
