"""The facts of one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from caytre.core.models import Event, User
from caytre.documents.models import Correction, Document, Reading, Removal
from caytre.documents.rules.facts import Change, Facts, apply


@dataclass(frozen=True, slots=True)
class Read:
    """The last reading of a document and the facts that follow from it and from all corrections."""

    reading: Reading
    facts: Facts


def read_of(document: Document) -> Read | None:
    """What is known of a document; None before it was read for the first time."""
    reading = document.readings.order_by("-number").first()
    if reading is None:
        return None
    return Read(reading, apply(reading.content, changes=changes_of(document)))


def changes_of(document: Document) -> list[Change]:
    """All corrections of a document, the oldest first."""
    rows = document.corrections.select_related("by", "reading").order_by("id")
    return [change_of(row) for row in rows]


def change_of(row: Correction) -> Change:
    return Change(
        part=row.part,
        field=row.field,
        item=row.item,
        quote=row.quote,
        nth=row.nth,
        old=row.old,
        new=row.new,
        by=row.by.shown,
        at=row.at.isoformat(),
        why=row.why,
        reading=row.reading.number,
        id=row.pk,
    )


def same_file(sha256: str, *, unit: UUID | None, by: User) -> Document | None:
    """The document that came in as exactly these bytes at the same place: the unit, or without one the person."""
    here = Document.objects.filter(sha256=sha256, unit=unit)
    return (here if unit else here.filter(received_by=by)).first()


def is_withdrawn(key: UUID, *, user: User) -> bool:
    """Whether the machine took out this document, which the person could see, since it bears a stamp of secrecy."""
    return Removal.objects.visible_to(user).filter(document=key, by=None).exists()


def ahead_of(document: Document, *, user: User) -> int:
    """How many documents that the person sees will be read before this one."""
    waiting = Document.objects.visible_to(user).waiting()
    return waiting.filter(queued_at__lt=document.queued_at).count()


def history_of(document: Document) -> Sequence[Event]:
    """What happened to a document, the newest first."""
    return list(
        Event.objects.filter(about=str(document.pk)).select_related("by").order_by("-at", "-id")[:100]
    )
