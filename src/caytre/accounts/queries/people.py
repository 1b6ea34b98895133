"""The people whom an administrator looks after: found, filtered, one page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from caytre.accounts.models import Session
from caytre.accounts.rules.second_step import needs_second_step
from caytre.core.models import User
from caytre.core.validity import DatedQuerySet
from caytre.core.words import folded
from caytre.units.models import Post, Role
from caytre.units.queries.directory import directory
from caytre.units.queries.people import Held, name_of, posts_by_user
from caytre.units.queries.scope import not_over

PAGE = 50
MOST_NAMES = 200


@dataclass(frozen=True, slots=True)
class People:
    """Everybody with an account, as of a day."""

    on: date
    rows: QuerySet[User]

    def visible_to(self, user: User) -> People:
        """Those with a post at a unit that the user administers, and those without one whose account they made."""
        if user.is_superuser:
            return self
        held = Post.objects.filter(not_over(self.on), user=OuterRef("pk"))
        own = Q(Exists(_within(held, user))) | Q(~Exists(held), made_by=user.pk)
        return replace(self, rows=self.rows.filter(own))

    def get(self, *args: Any, **kwargs: Any) -> User:
        return self.rows.get(*args, **kwargs)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for: words of names and logins, words of a unit's name, a role, open or closed accounts;
    ``page`` counts from 1."""

    words: str = ""
    unit: str = ""
    role: str = ""
    state: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A person in the list. ``posts`` are those at units that the asking person administers, ``elsewhere`` how many
    others there are."""

    user: User
    posts: tuple[Held, ...]
    elsewhere: int
    seen_at: datetime | None
    has_second_step: bool
    needs_second_step: bool


@dataclass(frozen=True, slots=True)
class Page:
    rows: Sequence[Row]
    total: int
    page: int
    pages: int


def people(*, on: date) -> People:
    """Everybody, with when they were last seen and whether a telephone is set up."""
    telephone = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    seen = Session.objects.filter(user=OuterRef("pk"), seen_at__isnull=False).order_by("-seen_at")
    rows = User.objects.annotate(
        has_telephone=Exists(telephone), seen_at=Subquery(seen.values("seen_at")[:1])
    ).order_by("name_key", "pk")
    return People(on, rows)


def page_of(wanted: Wanted, *, user: User, on: date) -> Page:
    """The page that was asked for; a page beyond the last is the last."""
    rows = _filtered(wanted, people(on=on).visible_to(user).rows, user, on)
    total = rows.count()
    pages = max(1, -(-total // PAGE))
    page = min(max(1, wanted.page), pages)
    return Page(shown(rows[(page - 1) * PAGE : page * PAGE], user=user, on=on), total, page, pages)


def shown(rows: QuerySet[User], *, user: User, on: date, is_past_too: bool = False) -> list[Row]:
    """People as ``user`` may see them: of posts at other units only that there are some."""
    found = list(rows)
    posts = posts_by_user([one.pk for one in found], on=on, is_past_too=is_past_too)
    return [_row(one, posts[one.pk], user) for one in found]


def units_of(user: User, *, on: date) -> dict[UUID, str]:
    """The units at which the listed people have posts, by name."""
    among = directory()
    held = Post.objects.filter(not_over(on))
    units = set(
        (held if user.is_superuser else _within(held, user)).order_by().values_list("unit_id", flat=True)
    )
    return {unit: name_of(str(unit), among=among, on=on) for unit in units}


def _within(held: DatedQuerySet[Post], user: User) -> DatedQuerySet[Post]:
    """Those of the posts that are at units which somebody administers."""
    administered = user.reach.administered
    return held if administered is None else held.filter(unit__in=administered)


def _row(one: Any, posts: tuple[Held, ...], user: User) -> Row:
    administered = None if user.is_superuser else user.reach.administered
    own = tuple(post for post in posts if administered is None or post.unit in administered)
    roles = [post.role for post in posts if not post.is_over and not post.is_coming]
    return Row(
        user=one,
        posts=own,
        elsewhere=sum(not post.is_over for post in posts) - sum(not post.is_over for post in own),
        seen_at=max((at for at in (one.seen_at, one.last_login) if at), default=None),
        has_second_step=one.has_telephone,
        needs_second_step=needs_second_step(roles, is_superuser=one.is_superuser),
    )


def _filtered(wanted: Wanted, rows: QuerySet[User], user: User, on: date) -> QuerySet[User]:
    for word in folded(wanted.words).split():
        rows = rows.filter(findable__contains=f" {word}")
    if wanted.state in ("open", "closed"):
        rows = rows.filter(is_active=wanted.state == "open")
    held = Post.objects.filter(not_over(on), user=OuterRef("pk"))
    held = held if user.is_superuser else _within(held, user)
    if wanted.role in Role.values:
        held = held.filter(role=wanted.role)
    if wanted.unit:
        asked = folded(wanted.unit).split()
        names = units_of(user, on=on).items()
        held = held.filter(
            unit__in=[unit for unit, name in names if all(word in folded(name) for word in asked)]
        )
    return rows.filter(Exists(held)) if wanted.unit or wanted.role in Role.values else rows
