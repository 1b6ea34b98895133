"""What was sent, and what is still being filled in."""

from __future__ import annotations

from uuid import UUID

from caytre.core.models import User
from caytre.writes.models import Draft, Receipt


def receipt_of(once: UUID, *, by: User) -> Receipt | None:
    """The receipt of a form that somebody has sent."""
    return Receipt.objects.filter(user_id=by.pk, once=once).first()


def draft_of(form: str, *, by: User) -> Draft | None:
    """What somebody has filled into a form and not sent."""
    return Draft.objects.filter(user_id=by.pk, form=form).first()
