"""Units that have something to do by a document may read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from caytre.documents.models import Document, Share


def share(document: Document, *, units: Iterable[UUID], at: datetime) -> None:
    """Let these units read a document; done again it changes nothing."""
    others = (unit for unit in dict.fromkeys(units) if unit != document.unit_id)
    Share.objects.bulk_create(
        (Share(document=document, unit_id=unit, at=at) for unit in others), ignore_conflicts=True
    )
