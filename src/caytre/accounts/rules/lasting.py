"""How long a session lasts."""

from __future__ import annotations

from dataclasses import dataclass

MINUTE, HOUR, DAY = 60, 3600, 24 * 3600
NOTED = 10 * MINUTE  # how exactly the last use of a session is known: each note is a write
BACK = HOUR  # a clock that went back further tells nothing about a session


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds: unused for ``idle``, or older than ``longest``, a session is over."""

    idle: int
    longest: int


def is_over(*, began: int, seen: int, at: int, limits: Limits) -> bool:
    """Whether a session that began and was last used then is over. All are seconds of the Unix clock."""
    if at < began - BACK:
        return True
    return at - seen > limits.idle or at - began > limits.longest


def must_change_password(change_by: float | None, *, at: float) -> bool:
    """Whether a password that somebody else has given is good for nothing any more but to be changed."""
    return change_by is not None and at >= change_by
