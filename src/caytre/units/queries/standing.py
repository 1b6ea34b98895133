"""Who somebody is at a moment: their posts, what these let them see, and as what they act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F

from caytre.core.models import User
from caytre.core.refusals import Answer
from caytre.core.validity import day_of
from caytre.prepared import Prepared
from caytre.units.models import Level, Post, UnitState
from caytre.units.queries.scope import reach_by, reach_with
from caytre.units.queries.tree import uid_of, version
from caytre.units.rules.capacity import SYSTEM, Alone, Held, headed

# By the ORM, somebody with sixty posts waits for them longer than for most lists, on every page.
_POSTS = "SELECT id, role, unit_id, valid_from, valid_to FROM units_post WHERE user_id = %s ORDER BY id"
_ACCOUNT = Prepared(lambda key: User.objects.filter(pk=key))


def account(key: int) -> User | None:
    """Somebody as the database has them now, None where there is nobody."""
    return _ACCOUNT.first(key=key)


def acting(user: User, *, on: date, first: int | None = None) -> User:
    """The same user with reach, posts and capacity of this day; ``first`` is the post in which they chose to act."""
    mark = version()
    held = held_by(user, on=on, mark=mark)
    user.held = tuple(sorted(held, key=lambda post: post.id != first))
    user.reach = reach_with([(post.role, post.unit) for post in held], user=user, on=on, mark=mark)
    user.capacity = user.held[0].capacity if held else SYSTEM if user.is_superuser else ""
    return user


def permitted(by: User, *, at: datetime, can: Callable[..., Answer], **about: Any) -> User:
    """The person as the database has them now, in the capacity that lets them do what ``can`` is asked ``about``.

    Raises the refusal that ``can`` answers with. Asked inside the transaction of the act: a post may have ended since
    the form was opened.
    """
    first = by.held[0].id if by.held else None
    now = account(by.pk)
    if now is None:
        raise User.DoesNotExist
    acting(now, on=day_of(at), first=first)
    can(now, **about).or_raise()
    mark, on = version(), day_of(at)
    alone = ((post, Alone(now.pk, reach_by([(post.role, post.unit)], on=on, mark=mark))) for post in now.held)
    posts = (post.capacity for post, one in alone if can(one, **about))
    now.capacity = next(posts, SYSTEM if now.is_superuser else "")
    return now


def held_by(user: User, *, on: date, mark: UUID | None) -> list[Held]:
    """The posts that a person has on a day, the oldest first; ``mark`` is that of the units of now."""
    with connection.cursor() as cursor:
        cursor.execute(_POSTS, [user.pk])
        return list(_held(tuple(cursor.fetchall()), mark, on))


@lru_cache(maxsize=1024)
def _held(rows: tuple[tuple[Any, ...], ...], mark: UUID | None, on: date) -> tuple[Held, ...]:
    """Asked for every page: as long as nobody has changed them, the posts are put together once a day."""
    posts = [
        Post(pk=pk, role=role, unit_id=uid_of(unit), valid_from=since, valid_to=until)
        for pk, role, unit, since, until in rows
    ]
    posts = sorted(
        filter(lambda post: post.holds(on), posts), key=lambda post: (post.valid_from or date.min, post.pk)
    )
    return tuple(Held(post.pk, post.role, post.unit_id, at=_headed(mark, post.unit_id, on)) for post in posts)


@lru_cache(maxsize=1024)
def _headed(mark: UUID | None, unit: UUID, on: date) -> str:
    """What heads the letters of a unit on a day; one that has ended goes by its last name."""
    states = UnitState.objects.filter(unit=unit).exclude(valid_from__gt=on).select_related("unit")
    state = states.order_by(F("valid_from").desc(nulls_last=True)).first()
    if state is None:
        return ""
    is_place = state.unit.seat_id is None and state.unit.level != Level.CENTRAL
    return headed(state.name, is_place=is_place)
