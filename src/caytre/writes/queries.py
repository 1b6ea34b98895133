"""What was sent, and what is still being filled in."""

from __future__ import annotations

from uuid import UUID

from caytre.core.models import User
from caytre.prepared import Prepared
from caytre.writes.models import Draft, Receipt

_RECEIPT = Prepared(lambda user, once: Receipt.objects.filter(user_id=user, once=once))


def receipt_of(once: UUID, *, by: User) -> Receipt | None:
    """The receipt of a form that somebody has sent; nobody in particular has none."""
    return None if by.pk is None else _RECEIPT.first(user=by.pk, once=once)


def draft_of(form: str, *, by: User) -> Draft | None:
    """What somebody has filled into a form and not sent."""
    return Draft.objects.filter(user_id=by.pk, form=form).first()
