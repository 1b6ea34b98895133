"""What a person was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caytre.core.models import User
from caytre.prepared import Prepared
from caytre.work.models import Muted, Notice, Plan

PAGE = 50
MANY = 100
"""So many unseen notices are counted, no more."""

_ANY = Prepared(lambda user: Notice.objects.filter(recipient=user, seen_at=None).order_by()[:1])


@dataclass(frozen=True, slots=True)
class Page:
    """One page of notices, the newest first; ``is_last``: none are older."""

    notices: Sequence[Notice]
    number: int
    is_last: bool


def page_of(user: User, *, number: int) -> Page:
    rows = Notice.objects.visible_to(user).select_related("about__task")
    found = list(rows[(number - 1) * PAGE : number * PAGE + 1])
    return Page(found[:PAGE], number, is_last=len(found) <= PAGE)


def unseen(user: User) -> int:
    """How many notices the person has not seen, at most ``MANY``."""
    if not _ANY(user=user.pk):  # so it is most of the time, and every page asks
        return 0
    return len(Notice.objects.visible_to(user).unseen().order_by().values_list("pk", flat=True)[:MANY])


@dataclass(frozen=True, slots=True)
class Mutable:
    """A plan of which a person was told or may be, and whether they want no digest of it."""

    plan: Plan
    is_muted: bool


def muting(user: User) -> tuple[bool, list[Mutable]]:
    """Whether the person wants no digest at all, and the plans of which they were told, the newest first."""
    muted = set(Muted.objects.filter(user=user).values_list("plan_id", flat=True))
    told = Notice.objects.visible_to(user).filter(about__task__plan__isnull=False).order_by()
    plans = Plan.objects.visible_to(user).filter(pk__in=told.values("about__task__plan")) | (
        Plan.objects.visible_to(user).filter(pk__in=muted - {None})
    )
    return None in muted, [Mutable(plan, plan.pk in muted) for plan in plans.distinct()[:200]]
