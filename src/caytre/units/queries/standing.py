"""Who somebody is at a moment: their posts, what these let them see, and as what they act."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Protocol

from django.db.models import F, OuterRef, Subquery

from caytre.core.models import User
from caytre.core.refusals import Answer
from caytre.core.validity import day_of
from caytre.units.models import Level, Post, UnitState
from caytre.units.queries.scope import reach
from caytre.units.rules.capacity import SYSTEM, Held, alone, headed


class Can(Protocol):
    """A ``can_…`` of some room: whether a person may do something with what is named."""

    def __call__(self, person: Any, /, **about: Any) -> Answer: ...


def acting(user: User, *, on: date, first: int | None = None) -> User:
    """The same user with reach, posts and capacity of this day; ``first`` is the post in which they chose to act."""
    held = held_by(user, on=on)
    user.held = tuple(sorted(held, key=lambda post: post.id != first))
    user.reach = reach(user, on=on)
    user.capacity = user.held[0].capacity if held else SYSTEM if user.is_superuser else ""
    return user


def permitted(by: User, *, at: datetime, can: Can, **about: Any) -> User:
    """The person as the database has them now, in the capacity that lets them do it. Raises what ``can`` says.

    Asked inside the transaction of the act: a post may have ended since the form was opened.
    """
    first = by.held[0].id if by.held else None
    now = acting(User.objects.get(pk=by.pk), on=day_of(at), first=first)
    can(now, **about).or_raise()
    posts = (post.capacity for post in now.held if can(alone(post, pk=now.pk), **about))
    now.capacity = next(posts, SYSTEM if now.is_superuser else "")
    return now


def held_by(user: User, *, on: date) -> list[Held]:
    """The posts that a person has on a day, the oldest first; a unit goes by its last name until then."""
    names = UnitState.objects.filter(unit=OuterRef("unit")).exclude(valid_from__gt=on)
    last = names.order_by(F("valid_from").desc(nulls_last=True)).values("name")[:1]
    rows = Post.objects.as_of(on).filter(user=user).annotate(name=Subquery(last))
    return [
        Held(post, role, unit, headed(name or "", is_place=seat is None and level != Level.CENTRAL))
        for post, role, unit, name, seat, level in rows.order_by(
            F("valid_from").asc(nulls_first=True), "pk"
        ).values_list("pk", "role", "unit_id", "name", "unit__seat_id", "unit__level")
    ]
