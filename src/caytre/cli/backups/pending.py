"""What a restore has still to take out of the data that it puts in place, noted on the disk.

The restored database does not know what was taken out here for a stamp of secrecy. Whoever kills a restore, or finds
that what follows it fails, must not bring such a document back: whoever goes on reads the note, and takes it out.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from caytre import flows
from caytre.cli.backups.workshop import sync

NAME = "taken-out"


def note(keys: Collection[UUID]) -> None:
    """These documents must not come back; they are on the disk, beside those of an earlier note, when this returns."""
    lines = sorted({*_noted(), *keys}, key=str)
    if not lines:
        return
    new = _path().with_suffix(".new")
    new.write_text("".join(f"{key}\n" for key in lines), "ascii")
    sync(new)
    os.replace(new, _path())
    sync(settings.DATA)


def finish(at: datetime) -> None:
    """Take out what was noted, where it came back, and then drop the note."""
    for key in _noted():
        flows.withdraw_document(key, at=at)
    _path().unlink(missing_ok=True)


def _path() -> Path:
    return Path(settings.DATA, NAME)


def _noted() -> list[UUID]:
    try:
        return [UUID(line) for line in _path().read_text("ascii").split()]
    except FileNotFoundError:
        return []
