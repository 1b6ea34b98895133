"""Drafting letters that urge units on; a person signs and sends them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from caytre.core.access import NotFound
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.core.validity import day_of
from caytre.units.queries.standing import permitted
from caytre.work.models import LetterDraft, LetterLine
from caytre.work.queries.letters import late
from caytre.work.rules.permissions import can_direct


class NothingLate(Refused):
    """Nothing that was chosen is late any more, or nothing was chosen."""

    sentence = gettext_noop(
        "Chưa chọn nhiệm vụ nào, hoặc các nhiệm vụ đã chọn không còn quá hạn. Hãy chọn ít nhất một nhiệm vụ quá hạn."
    )


def draft(key: UUID, *, unit: UUID, to: UUID, about: Collection[UUID], by: User, at: datetime) -> LetterDraft:
    """Draft a letter about what is still late of ``about``; the same ``key`` again is the same letter.

    Raises MayNotDirect, NothingLate, and NotFound where the key is of somebody else's letter.
    """
    with transaction.atomic():
        by = permitted(by, at=at, can=can_direct, unit=unit)
        rows = list(late(day_of(at)).filter(giver=unit, unit=to, pk__in=about).order_by("due_on", "pk"))
        if not rows:
            raise NothingLate
        values = {"unit_id": unit, "to_id": to, "on": day_of(at), "at": at, "by": by}
        made, is_new = LetterDraft.objects.get_or_create(pk=key, defaults=values)
        if (made.by_id, made.unit_id, made.to_id) != (by.pk, unit, to):
            raise NotFound
        if not is_new:
            return made
        LetterLine.objects.bulk_create(
            LetterLine(draft=made, about=row, due_on=row.due_on, days=(made.on - row.due_on).days)
            for row in rows
            if row.due_on is not None
        )
        return made
