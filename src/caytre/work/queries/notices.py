"""What a person was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.db.models import Exists, OuterRef, QuerySet

from caytre.core.models import User
from caytre.prepared import Prepared
from caytre.work.models import Muted, Notice, Occurrence, Plan
from caytre.work.models.among import FEW, packed
from caytre.work.models.occurrence import seen_by

PAGE = 50
MANY = 100
"""So many unseen notices are counted, no more."""


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


def _new(user: int) -> QuerySet[Notice, int]:
    return Notice.objects.filter(recipient=user, seen_at=None).order_by().values_list("pk", flat=True)


def _new_about(user: int, units: str, *, is_few: bool) -> QuerySet[Notice, int]:
    about = Occurrence.objects.filter(seen_by(units, is_looked_up=is_few), pk=OuterRef("about_id"))
    return _new(user).filter(Exists(about))[:MANY]


# Every page asks.
_ALL = Prepared(lambda user: _new(user)[:MANY])
_OF_FEW_UNITS = Prepared(partial(_new_about, is_few=True))
_OF_MANY_UNITS = Prepared(partial(_new_about, is_few=False))


def unseen(user: User) -> int:
    """How many notices the person has not seen, at most ``MANY``: of those that :meth:`visible_to` lets them see."""
    if not user.is_active:
        return 0
    units = user.reach.units
    if units is None:
        return len(_ALL(user=user.pk))
    asked = _OF_FEW_UNITS if len(units) <= FEW else _OF_MANY_UNITS
    return len(asked(user=user.pk, units=packed(units)))


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
