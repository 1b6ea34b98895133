"""Heads of the history noted in a file outside of the database: one line each time that it was verified.

A line is the time, the number of the newest event then, and its digest; whoever rewrites the history, cuts off its
end or puts an older database back cannot make the lines fit again.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

_LINE = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (\d{1,18}) ([0-9a-f]{64})")


class Head(NamedTuple):
    """The newest event at a time: its number and digest. ``at`` is in UTC, as it is written."""

    at: str
    number: int
    digest: str


class Unreadable(Exception):
    """Line ``number`` is none that was written here."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def read(path: Path) -> list[Head]:
    """The heads in a file, the oldest first; none where there is no file. Raises :class:`Unreadable`, OSError."""
    if not path.exists():
        return []
    heads = []
    for number, line in enumerate(path.read_text("ascii", errors="replace").splitlines(), start=1):
        found = _LINE.fullmatch(line)
        if found is None:
            raise Unreadable(number)
        heads.append(Head(found[1], int(found[2]), found[3]))
    return heads


def add(path: Path, *, number: int, digest: str, at: datetime) -> None:
    """Note the newest event; the line is on the disk when this returns. Raises OSError."""
    with path.open("a", encoding="ascii") as file:
        file.write(f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ} {number} {digest}\n")
        file.flush()
        os.fsync(file.fileno())
