"""One file comes in through a page or the command line, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from caytre.core.models import User
from caytre.core.refusals import Refused
from caytre.documents.actions import intake
from caytre.documents.models import Document
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


def take_in(path: Path, *, name: str, by: User, at: datetime) -> Outcome:
    """Look at the file, then enter it into the register and have it read."""
    try:
        examined = intake.examine(path, name=name)
        document = intake.register(examined, by=by, at=at, queue=jobs.queue)
    except intake.AlreadyHere as refusal:
        return Outcome(name, document=refusal.document, known=True)
    except intake.FileRefused as refusal:
        return Outcome(name, reason=said(refusal), secret=refusal.secret)
    except Refused as refusal:
        return Outcome(name, reason=said(refusal))
    return Outcome(name, document=document)
