"""Who holds which posts, as those see it who administer units."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caytre.core.models import User
from caytre.units.models import Post
from caytre.units.queries.directory import directory
from caytre.units.queries.scope import not_over
from caytre.units.rules.capacity import headed
from caytre.units.rules.outline import node_of
from caytre.units.rules.people import Account, Reach
from vanban.units.directory import Directory, covers


@dataclass(frozen=True, slots=True)
class Held:
    """A post as a page lists it; ``at`` names its unit as a letter is headed."""

    id: int
    role: str
    unit: UUID
    at: str
    since: date | None
    until: date | None
    is_over: bool
    is_coming: bool


def accounts(users: Iterable[User], *, on: date) -> dict[int, Account]:
    """The accounts of people as rules see them, by their keys, as the database has them now."""
    known = list(users)
    posts: dict[int, set[tuple[str, UUID]]] = {user.pk: set() for user in known}
    left: dict[int, set[UUID]] = {user.pk: set() for user in known}
    held = Post.objects.filter(user__in=posts).order_by()
    for user, role, unit, until in held.values_list("user_id", "role", "unit_id", "valid_to"):
        if until is None or until > on:
            posts[user].add((role, unit))
        else:
            left[user].add(unit)
    return {
        user.pk: Account(
            user.pk,
            user.is_superuser,
            user.is_active,
            user.made_by_id,
            posts=frozenset(posts[user.pk]),
            left=frozenset(left[user.pk]),
        )
        for user in known
    }


def account(user: User, *, on: date) -> Account:
    """The account of one person."""
    return accounts([User.objects.get(pk=user.pk)], on=on)[user.pk]


def posts_by_user(
    users: Collection[int], *, on: date, is_past_too: bool = False
) -> dict[int, tuple[Held, ...]]:
    """The posts of people, by their keys: the latest first, those that are over last."""
    among = directory()
    rows = Post.objects.filter(user__in=users)
    rows = rows if is_past_too else rows.filter(not_over(on))
    found: dict[int, list[Held]] = {user: [] for user in users}
    columns = ("user_id", "pk", "role", "unit_id", "valid_from", "valid_to")
    for user, pk, role, unit, since, until in rows.order_by("-valid_from", "-pk").values_list(*columns):
        over, coming = until is not None and until <= on, since is not None and since > on
        found[user].append(
            Held(pk, role, unit, name_of(str(unit), among=among, on=on), since, until, over, coming)
        )
    return {user: tuple(sorted(posts, key=lambda post: post.is_over)) for user, posts in found.items()}


def name_of(uid: str, *, among: Directory, on: date) -> str:
    """A unit as a letter is headed on a day; "" where there is none."""
    record = among.get(uid)
    if record is None:
        return ""
    node = node_of(record, on=on)
    return headed(node.name, is_place=node.is_place)


def administered(reach: Reach, *, among: Directory, on: date) -> Callable[[str], bool]:
    """Whether somebody administers a unit, or a usual agency that is no row yet but stands under such a unit."""

    def is_theirs(uid: str) -> bool:
        if reach.administers(UUID(uid)):
            return True
        record = among.get(uid)
        links = record.links if record else ()
        return any(covers(link, on=on) and is_theirs(link.parent) for link in links)

    return is_theirs
