"""A person decides who goes on with something of a unit that ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.units.actions.posts import open_post
from caytre.units.actions.structure import alone
from caytre.units.models import Handover, Post, Unit, UnitState
from caytre.units.queries.handover import POST
from caytre.units.queries.planning import known
from caytre.units.rules.checks import lasts
from caytre.units.rules.known import apart


class DecidedAlready(Refused):
    status = 409
    sentence = gettext_noop("Việc này đã có người quyết định. Hãy tải lại trang.")


def ask(what: str, *, about: Iterable[tuple[UUID, str]]) -> int:
    """Have somebody decide about things, each by the unit that ended and its key; returns how many are new.

    Of a unit that no event of this installation ended nothing is asked.
    """
    things = list(about)
    closed = UnitState.objects.filter(unit__in={unit for unit, _ in things}, closed_by__isnull=False)
    events = dict(closed.order_by("valid_to").values_list("unit_id", "closed_by_id"))
    rows = [
        Handover(event_id=events[unit], unit_id=unit, what=what, about=key)
        for unit, key in things
        if unit in events
    ]
    there = Handover.objects.filter(what=what, about__in=[row.about for row in rows])
    known = set(there.values_list("event_id", "about"))
    new = [row for row in rows if (row.event_id, row.about) not in known]
    Handover.objects.bulk_create(new)
    return len(new)


def decide(handover: Handover, *, heir: Unit | None, why: str = "", on: date, by: User, at: datetime) -> None:
    """Say who goes on; None: nobody does.

    A post is given at the heir from ``on``, in the same role and until the same day, never before the unit ended.
    Raises :class:`DecidedAlready`, and what the heir is refused for.
    """
    with alone():
        row = Handover.objects.select_related("event").get(pk=handover.pk)
        if row.decided_at is not None:
            raise DecidedAlready
        since = max(on, row.event.effective)
        if heir is not None:
            lasts(known(heir.pk), since=since)
            if row.what == POST:
                _give_anew(
                    Post.objects.get(pk=row.about), heir=heir, since=since, by=by, at=at, event=row.event_id
                )
        row.heir, row.why, row.decided_by, row.decided_at = heir, why[:500], by, at
        row.save(update_fields=["heir", "why", "decided_by", "decided_at"])
        history.record(
            "units.handover.decided", about=row.pk, by=by, at=at, unit=str(row.unit_id),
            heir=str(heir.pk) if heir else None,
        )  # fmt: skip


def _give_anew(post: Post, *, heir: Unit, since: date, by: User, at: datetime, event: int) -> None:
    held = Post.objects.filter(user=post.user_id, unit=heir, role=post.role)
    taken = list(held.values_list("valid_from", "valid_to"))
    if post.meant_to is not None and post.meant_to <= since:
        return  # its time was over before anybody decided
    for begun, ended in apart((since, post.meant_to), taken=taken):
        open_post(
            post.user_id, unit=heir.pk, role=post.role, since=begun, until=ended, by=by, at=at, event=event
        )  # fmt: skip
