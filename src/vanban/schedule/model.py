"""What a time means for work: a schedule, its rule of repetition, and the slots that come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, cast, get_args

from vanban.model import Every, TimeKind

ScheduleKind = Literal[TimeKind, "unspecified"]
Shift = Literal["", "previous", "next"]
MONTHS: dict[Every, int] = {"year": 12, "half": 6, "quarter": 3, "month": 1}
"""How many months a period has; a week has none."""
_FARTHEST = 366


@dataclass(frozen=True, slots=True)
class Rule:
    """Once in every period, at the latest on a day of it.

    ``month``: which month of a year, half year or quarter, from 1; None is the last. ``day``: the day of that month,
    of a week the weekday from Monday, 1; None is the last, and a day that a month lacks is its last. ``offset`` days
    are added. ``shift``: to which working day a day off is moved; "" leaves it. ``until``: the last day of all.
    """

    every: Every
    month: int | None = None
    day: int | None = None
    offset: int = 0
    shift: Shift = ""
    until: date | None = None

    def __post_init__(self) -> None:
        if self.every not in get_args(Every) or self.shift not in get_args(Shift):
            raise ValueError(f"no such rule: {self.every!r}, {self.shift!r}")
        months = MONTHS.get(self.every, 1)
        if self.month is not None and (months == 1 or not 1 <= self.month <= months):
            raise ValueError(f"a {self.every} has no month {self.month}")
        if self.day is not None and not 1 <= self.day <= (7 if self.every == "week" else 31):
            raise ValueError(f"a {self.every} has no day {self.day}")
        if abs(self.offset) > _FARTHEST:
            raise ValueError(f"an offset of {self.offset} days is more than a year")

    def as_json(self) -> dict[str, Any]:
        """The rule as plain values; :func:`rule_of` is the way back."""
        return {
            "every": self.every,
            "month": self.month,
            "day": self.day,
            "offset": self.offset,
            "shift": self.shift,
            "until": self.until.isoformat() if self.until else None,
        }


def rule_of(value: dict[str, Any]) -> Rule:
    """The rule that :meth:`Rule.as_json` wrote. Raises ValueError where it is none."""
    try:
        until = value.get("until")
        return Rule(
            value["every"],
            _whole(value.get("month")),
            _whole(value.get("day")),
            _whole(value.get("offset")) or 0,
            value.get("shift", ""),
            date.fromisoformat(until) if until else None,
        )
    except (KeyError, TypeError) as fault:
        raise ValueError(f"no rule: {value!r}") from fault


def _whole(value: object) -> int | None:
    if value is not None and type(value) is not int:
        raise TypeError(f"no whole number: {value!r}")
    return value


@dataclass(frozen=True, slots=True)
class Schedule:
    """When work is due. ``due_on`` is the last day, inclusive; ``raw`` holds the words it was read from.

    ``starts`` is the first day of a window, or from when a repetition counts. ``rule`` belongs to what recurs,
    ``review_every`` to what is continuous: that is never due, its evidence is looked at once in such a period.
    ``until`` is the end of what repeats, such as the end of the plan.
    """

    kind: ScheduleKind
    starts: date | None = None
    due_on: date | None = None
    rule: Rule | None = None
    review_every: Every | None = None
    until: date | None = None
    raw: str = ""

    @property
    def is_decided(self) -> bool:
        """Whether it is known when; else a person has to say it."""
        return self.kind != "unspecified"


@dataclass(frozen=True, slots=True)
class Slot:
    """Once that something is to be done or looked at. ``key`` names it within its schedule: "once", "2026",
    "2026-H1", "2026-Q3", "2026-11", "2026-W48" (ISO week). ``due_on`` is None for a review.
    """

    key: str
    starts: date
    due_on: date | None


def closed(kind: str) -> ScheduleKind:
    """A kind as read, "unspecified" where it is not one of the closed set."""
    return cast(ScheduleKind, kind) if kind in get_args(TimeKind) else "unspecified"
