"""Which posts a person has, and what they reach with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import Q

from caytre.core.models import User
from caytre.core.validity import holds
from caytre.units.models import Level, Post, Succession, TreeName, UnitLink
from caytre.units.queries.tree import links, version
from caytre.units.rules.reach import EVERYTHING, NOTHING, Reach, Standing, Took, covered, reach_of, standing


def not_over(on: date) -> Q:
    """The condition that a post holds on a day, or will hold."""
    return Q(valid_to=None) | Q(valid_to__gt=on)


def posts_of(user: User, *, on: date) -> list[Post]:
    """The posts that a person has on a day, with their units."""
    return list(Post.objects.as_of(on).filter(user=user).select_related("unit"))


def reach(user: User, *, on: date) -> Reach:
    """What a person sees and holds on a day."""
    posts = [(post.role, post.unit_id) for post in posts_of(user, on=on)]
    return reach_with(posts, user=user, on=on, mark=version())


def reach_with(posts: Iterable[tuple[str, UUID]], *, user: User, on: date, mark: UUID | None) -> Reach:
    """What the person sees and holds with these posts, (role, unit) each; ``mark`` is that of the units of now."""
    if not user.is_active:
        return NOTHING
    if user.is_superuser:
        return replace(EVERYTHING, posts=frozenset(posts))
    return reach_by(posts, on=on, mark=mark)


def reach_by(posts: Iterable[tuple[str, UUID]], *, on: date, mark: UUID | None) -> Reach:
    """What anybody sees and holds with nothing but these posts."""
    return _reach(frozenset(posts), mark, on)


@lru_cache(maxsize=1024)
def _reach(posts: frozenset[tuple[str, UUID]], mark: UUID | None, on: date) -> Reach:
    """Asked for every page; with posts above thousands of units it takes longer than all the rest of a page."""
    return reach_of(posts, heads=_heads(mark, on), standing=_standing(mark, on))


def going_on(on: date) -> dict[UUID, UUID]:
    """Of each unit that ended by a day the one that goes on in its place."""
    before = _standing(version(), on).before
    heirs = set(before)
    ended = {unit for units in before.values() for unit in units}
    return {unit: heir for heir in heirs - ended for unit in covered([heir], branches=before) - {heir}}


@lru_cache(maxsize=4)
def _standing(mark: UUID | None, on: date) -> Standing:
    took = Succession.objects.filter(is_default=True, successor__isnull=False)
    return standing(
        links(mark).values(),
        took=[Took(*row) for row in took.values_list("predecessor_id", "successor_id", "event__effective")],
        on=on,
    )


@lru_cache(maxsize=4)
def _heads(mark: UUID | None, on: date) -> frozenset[UUID]:
    """Central bodies that have provinces under them, and nobody above: the Government."""
    of_provinces = UnitLink.objects.as_of(on).filter(
        tree=TreeName.STATE, child__level=Level.PROVINCE, parent__level=Level.CENTRAL
    )
    led = UnitLink.objects.filter(holds(on), tree=TreeName.STATE).values("child")
    return frozenset(of_provinces.exclude(parent__in=led).values_list("parent_id", flat=True).distinct())


def counting_under(units: Iterable[UUID], *, on: date) -> dict[UUID, frozenset[UUID]]:
    """Of each unit itself and all that count under it on a day, in any tree, those that ended and went to it too."""
    branches = _standing(version(), on).under
    return {unit: covered([unit], branches=branches) for unit in units}
