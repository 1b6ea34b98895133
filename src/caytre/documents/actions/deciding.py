"""A person says what a citation means."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.documents.actions.weaving import resolve_soon
from caytre.documents.models import Choice, Document
from caytre.documents.queries.meanings import Option, question_of
from caytre.documents.rules.permissions import can_correct
from caytre.units.queries.standing import permitted


class AskedNoMore(Refused):
    status = 409
    sentence = gettext_noop(
        "Viện dẫn này vừa được đọc lại hoặc vừa được người khác xác định. Hãy xem lại danh sách."
    )


def decide(document: Document, *, place: int, option: int | None, by: User, at: datetime) -> Option | None:
    """Say which of the options a citation means, or None of them; returns the option.

    Raises MayNotCorrect, :class:`AskedNoMore`.
    """
    with transaction.atomic():
        fresh = Document.objects.locked(document.pk)
        by = permitted(by, at=at, can=can_correct, paper=fresh)
        question = question_of(fresh, place=place, user=by)
        if question is None or (option is not None and option not in question.options):
            raise AskedNoMore
        said = question.options[option] if option is not None else None
        Choice.objects.create(
            document=fresh, number_key=question.number_key, dated=question.dated, issued=said.issued if said else "",
            issuer=said.issuer if said else "", is_none=said is None, by=by, at=at,
        )  # fmt: skip
        resolve_soon([question.number_key])
        history.record("documents.citation.decided", about=document.pk, by=by, at=at, place=place)
    return said
