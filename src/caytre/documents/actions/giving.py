"""Documents that came in before there was an office get one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from caytre.core import history
from caytre.core.models import User
from caytre.documents.actions.weaving import weave_soon
from caytre.documents.models import Document, Removal
from caytre.documents.rules.permissions import can_give
from caytre.units.queries.standing import permitted


@dataclass(frozen=True, slots=True)
class Given:
    """How many documents the office got, and how many stay without one: it has their bytes already."""

    given: int
    left: int


def give_to(unit: UUID, *, by: User, at: datetime) -> Given:
    """Give this unit every document that no office has yet, and the notes of those that were removed.

    Raises MayNotGive.
    """
    with transaction.atomic():
        by = permitted(by, at=at, can=can_give)
        known = set(Document.objects.filter(unit=unit).values_list("sha256", flat=True))
        given = left = 0
        for document in Document.objects.select_for_update().filter(unit=None).order_by("received_at", "id"):
            if document.sha256 in known:
                left += 1
                continue
            known.add(document.sha256)
            document.unit_id = unit
            document.save(update_fields=["unit"])
            weave_soon(document.pk)
            history.record("documents.document.given", about=document.pk, by=by, at=at, unit=str(unit))
            given += 1
        Removal.objects.filter(unit=None).update(unit=unit)
    return Given(given, left)
