"""One file comes in through a page or the command line, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from caytre.core.models import User
from caytre.core.refusals import Refused
from caytre.documents.actions import intake
from caytre.documents.models import Document
from caytre.documents.rules.permissions import can_upload
from caytre.web import jobs
from caytre.web.wording import said


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file. It is shown and then forgotten.

    ``document`` is the entry in the register, new or (``known``) the one that was there already.

    Where there is none, ``reason`` says why; ``secret``: the file bears a stamp.
    """

    name: str
    document: Document | None = None
    known: bool = False
    reason: str = ""
    secret: bool = False


def places(by: User) -> dict[UUID | None, str]:
    """The units for which somebody may bring files in, by name; the one in which they act first."""
    found: dict[UUID | None, str] = {post.unit: post.at for post in by.held if can_upload(by, unit=post.unit)}
    if not found and can_upload(by, unit=None):
        return {None: ""}
    return found


def may_bring(by: User) -> bool:
    """Whether there is a unit for which somebody may bring files in."""
    return any(can_upload(by, unit=post.unit) for post in by.held) or bool(can_upload(by, unit=None))


def take_in(path: Path, *, name: str, unit: UUID | None, by: User, at: datetime) -> Outcome:
    """Look at the file, then enter it into the register of the unit and have it read."""
    try:
        can_upload(by, unit=unit).or_raise()
        examined = intake.examine(path, name=name, unit=unit, by=by)
        document = intake.register(examined, unit=unit, by=by, at=at, queue=jobs.queue)
    except intake.AlreadyHere as refusal:
        return Outcome(name, document=refusal.document, known=True)
    except intake.FileRefused as refusal:
        return Outcome(name, reason=said(refusal), secret=refusal.secret)
    except Refused as refusal:
        return Outcome(name, reason=said(refusal))
    return Outcome(name, document=document)
