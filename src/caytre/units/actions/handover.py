"""A person decides who goes on with something of a unit that ended."""

from __future__ import annotations

from datetime import date, datetime

from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.units.actions.posts import open_post
from caytre.units.actions.structure import alone
from caytre.units.models import Handover, Post, Unit
from caytre.units.queries.handover import POST
from caytre.units.queries.planning import known
from caytre.units.rules.checks import lasts
from caytre.units.rules.known import apart


class DecidedAlready(Refused):
    status = 409
    sentence = gettext_noop("Việc này đã có người quyết định. Hãy tải lại trang.")


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
