"""What a person must still decide because units ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caytre.core.models import User
from caytre.units.models import Handover, Post, Role
from caytre.units.queries.directory import directory
from caytre.units.queries.scope import reach
from vanban.units.directory import Directory
from vanban.units.model import Heir

POST = "units.post"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: ``name`` what the unit was called last, ``heirs`` who may go on with it.

    ``user`` and ``role`` are of the post, where it is one.
    """

    handover: Handover
    name: str
    heirs: tuple[Heir, ...]
    user: User | None = None
    role: Role | None = None


def queue(user: User, *, on: date, only: int | None = None) -> list[Waiting]:
    """What waits at units that the person administers, the longest first; ``only`` that with this key."""
    mine = reach(user, on=on)
    rows = Handover.objects.filter(decided_at=None).select_related("event", "unit")
    if mine.administered is not None:
        rows = rows.filter(unit__in=mine.administered)
    if only is not None:
        rows = rows.filter(pk=only)
    waiting = list(rows.order_by("event__effective", "id"))
    keys = [int(row.about) for row in waiting if row.what == POST]
    posts = {str(post.pk): post for post in Post.objects.filter(pk__in=keys).select_related("user")}
    known = directory()
    return [_shown(row, posts.get(row.about), known, on) for row in waiting]


def _shown(row: Handover, post: Post | None, known: Directory, on: date) -> Waiting:
    uid = str(row.unit_id)
    last = known.ever(uid)
    return Waiting(
        row,
        name=last.name if last else uid,
        heirs=known.heirs(uid, today=on),
        user=post.user if post else None,
        role=Role(post.role) if post else None,
    )
