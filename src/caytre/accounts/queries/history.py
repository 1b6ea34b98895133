"""What happened to an account."""

from __future__ import annotations

from django.db.models import Q

from caytre.core.models import Event, User

MOST = 30


def of_account(user: User) -> list[Event]:
    """The last things that happened to an account, the newest first. Keys of other objects are numbers as well, so
    the names of the events say what they are about."""
    named = Q(name__startswith="core.user.") | Q(name__startswith="accounts.")
    rows = Event.objects.filter(named, about=str(user.pk)).select_related("by")
    return list(rows.order_by("-at", "-id")[:MOST])
