"""The calendars of deadlines that people let their calendar programs fetch."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from caytre.core.models import User
from caytre.work.models import Feed, Occurrence, Standing

BACK = timedelta(days=366)
LIMIT = 2000


def digest_of(token: str) -> str:
    """What is kept of a token; it is long and random, so a plain digest gives nothing away."""
    return sha256(token.encode()).hexdigest()


def feed_of(token: str) -> Feed | None:
    """The feed that a token opens: not one that was revoked, nor of somebody whose account is closed."""
    rows = Feed.objects.filter(digest=digest_of(token), ended_at=None, user__is_active=True)
    return rows.select_related("user").first()


def feeds_of(user: User) -> dict[str, Feed]:
    """A person's open feeds by what they show."""
    return {feed.what: feed for feed in Feed.objects.filter(user=user, ended_at=None)}


def deadlines(user: User, *, units: Collection[UUID] | None, on: date) -> list[Occurrence]:
    """What has to be done by a day and the person sees now: by them, or by these units. What was due more than a year
    ago is left out."""
    rows = Occurrence.objects.visible_to(user).undone().filter(due_on__gte=on - BACK)
    rows = rows.filter(holder=user) if units is None else rows.filter(unit__in=units)
    rows = rows.filter(task__standing=Standing.ISSUED).select_related("task")
    return list(rows.order_by("due_on", "pk")[:LIMIT])
