"""What is known of an act that documents cite."""

from __future__ import annotations

import datetime
from typing import Literal, NamedTuple

Status = Literal["in_force", "ended", "unknown"]


class Act(NamedTuple):
    """An act of the register. ``number`` in normal form ("30/2020/NĐ-CP"), ``ended`` the first day on which it is no
    longer in force, ``replaced_by`` numbers of its successors, ``source`` where that was seen."""

    number: str
    date: datetime.date | None
    issuer: str | None
    type: str | None
    title: str | None
    status: Status
    ended: datetime.date | None
    replaced_by: tuple[str, ...]
    source: str
    verified: bool
