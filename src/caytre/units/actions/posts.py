"""Give and end posts, each with its days."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from caytre.core import history
from caytre.core.models import User
from caytre.units.actions.structure import alone
from caytre.units.models import Post, Role, Unit
from caytre.units.queries.planning import known
from caytre.units.rules.posts import EndedAlready, check_post


def give(
    user: User, *, unit: Unit, role: Role, since: date, until: date | None = None, by: User | None, at: datetime
) -> Post:  # fmt: skip
    """Give somebody a post from ``since`` until before ``until``. Raises what :func:`check_post` raises."""
    with alone():
        held = Post.objects.filter(user=user, unit=unit, role=role).values_list("valid_from", "valid_to")
        check_post(known(unit.pk), since=since, until=until, held=list(held))
        return open_post(user.pk, unit=unit.pk, role=role, since=since, until=until, by=by, at=at)


def end(post: Post, *, on: date, by: User | None, at: datetime) -> None:
    """End a post: ``on`` is the first day without it. One that has not begun by then is withdrawn.

    Raises :class:`EndedAlready`.
    """
    with alone():
        row = Post.objects.select_for_update().get(pk=post.pk)
        if row.valid_to is not None and row.valid_to <= on:
            raise EndedAlready
        facts = {"user": row.user_id, "unit": str(row.unit_id), "role": row.role}
        if row.valid_from is not None and row.valid_from >= on:
            history.record("units.post.withdrawn", about=row.pk, by=by, at=at, **facts)
            row.delete()
            return
        row.valid_to = on
        row.save(update_fields=["valid_to"])
        history.record("units.post.ended", about=row.pk, by=by, at=at, **facts, day=on.isoformat())


def open_post(
    user: int, *, unit: UUID, role: str, since: date | None, until: date | None, by: User | None, at: datetime,
    event: int | None = None,
) -> Post:  # fmt: skip
    """The row of a post, and its place in the history; ``event`` is what it was given for."""
    post = Post.objects.create(
        user_id=user, unit_id=unit, role=role, valid_from=since, valid_to=until, given_by=by
    )
    history.record(
        "units.post.given", about=post.pk, by=by, at=at, event=event, user=user, unit=str(unit), role=role,
        since=since.isoformat() if since else None, until=until.isoformat() if until else None,
    )  # fmt: skip
    return post
