"""What a message to a person still has to say."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q

from caytre.core.models import User
from caytre.units.queries.standing import acting
from caytre.work.models import AT_ONCE, UNDONE, Extension, Mail, Notice


def still_true(mail: Mail, *, on: date) -> tuple[User, list[Notice]]:
    """To whom a message goes, and those of its notices that still hold and that this person may still see.

    What was claimed, withdrawn or waits for an answer meanwhile is nobody reminded of.
    """
    user = acting(mail.recipient, on=on)
    waiting = Extension.objects.filter(occurrence=OuterRef("about_id"), granted=None)
    holds = Q(kind__in=AT_ONCE) | (Q(about__state__in=UNDONE) & ~Exists(waiting))
    rows = Notice.objects.visible_to(user).filter(holds, mail=mail)
    return user, list(rows.select_related("about__task").order_by("about__due_on", "pk"))
