"""Opening and revoking a person's calendars."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from caytre.core.models import User
from caytre.work.models import Feed
from caytre.work.queries.feeds import digest_of


def renew(what: Feed.What, *, by: User, at: datetime) -> str:
    """A new token for the person's calendar, which is told only now; the one before opens nothing any more."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=by.pk)  # of two at once the second ends the first
        revoke(what, by=by, at=at)
        Feed.objects.create(user=by, what=what, digest=digest_of(token), made_at=at)
    return token


def revoke(what: Feed.What, *, by: User, at: datetime) -> None:
    """The calendar is open to nobody any more."""
    Feed.objects.filter(user=by, what=what, ended_at=None).update(ended_at=at)
