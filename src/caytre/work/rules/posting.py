"""When a message that did not go out is tried again."""

from __future__ import annotations

from datetime import timedelta

TRIES = 8
"""So often a message is tried, over about two days; then it is given up."""
_FIRST = timedelta(minutes=15)  # longer than a try may take, and than the clocks of two servers differ
_LONGEST = timedelta(hours=12)
REFUSED = 500
"""From this SMTP status on an answer is final; below it may be tried again (RFC 5321, 4.2.1)."""


def pause(tries: int) -> timedelta:
    """How long to wait after so many tries: from a quarter of an hour, twice as long each time.

    >>> [str(pause(tries)) for tries in (1, 2, 7)]
    ['0:15:00', '0:30:00', '12:00:00']
    """
    return min(_FIRST * (1 << (tries - 1)), _LONGEST)


def is_final(status: int, *, tries: int) -> bool:
    """Whether a message that failed with an SMTP status (0: no answer) is tried no more."""
    return status >= REFUSED or tries >= TRIES
