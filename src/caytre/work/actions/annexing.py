"""What a sheet of the annex that came back would do is done, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.core.validity import day_of
from caytre.units.queries.standing import permitted
from caytre.work.actions import drafting
from caytre.work.actions.planning import locked
from caytre.work.models import Plan, Task
from caytre.work.queries.annexes import check
from caytre.work.rules.annexed import made
from caytre.work.rules.annexes import Change, Sent
from caytre.work.rules.permissions import can_confirm
from caytre.work.rules.wanted import Wanted
from vanban.schedule import Schedule


class AnnexIsOld(Refused):
    """The sheet would do something else than what a person looked at."""

    status = 409
    sentence = gettext_noop(
        "Từ khi xem so sánh, kế hoạch đã thay đổi nên kết quả không còn như đã xem. Chưa có gì được ghi. "
        "Hãy xem lại so sánh dưới đây rồi xác nhận."
    )


class Done(NamedTuple):
    """How many tasks were changed and added."""

    changed: int
    added: int


def apply(
    plan: Plan, *, sent: Sequence[Sent], went_out: datetime, mark: str, take: Iterable[str], by: User, at: datetime
) -> Done:  # fmt: skip
    """Edit drafts, draft other wordings of what was issued, add what is new. Of cells that others changed too, those
    at the places in ``take`` count.

    Where nothing is left to do nothing is done. Raises MayNotConfirm, and :class:`AnnexIsOld` where it would do
    something else than what has the ``mark``.
    """
    chosen = frozenset(take)
    with transaction.atomic():
        plan = locked(plan)
        by = permitted(by, at=at, can=can_confirm, unit=plan.unit_id)
        checked = check(plan, sent=sent, went_out=went_out, today=day_of(at))
        if checked.is_idle and not checked.faults:
            return Done(0, 0)
        if checked.faults or checked.mark != mark:
            raise AnnexIsOld
        wanted = dict(_wanted(checked.changes, chosen, by, at))
        if wanted:
            drafting.edit_all(plan, wanted=wanted, by=by, at=at)
        for change in checked.added:
            base = Wanted("", Schedule("unspecified"), heading=change.heading, section=change.section)
            drafting.add(plan, wanted=made(change, base=base), place=change.place, by=by, at=at)
        done = Done(len(wanted), len(checked.added))
        if any(done):
            history.record("work.plan.annexed", about=plan.pk, by=by, at=at, **done._asdict())
    return done


def _wanted(
    changes: Iterable[Change], take: frozenset[str], by: User, at: datetime
) -> Iterator[tuple[UUID, Wanted]]:
    """What each draft shall say, by its key; of what was issued, the draft of another wording. A task of which all is
    left as others made it is none of them."""
    for change in changes:
        assert change.line is not None
        key, wanted = change.line.key, made(change, base=change.line.wanted, take=take)
        if wanted == change.line.wanted:
            continue
        if change.line.is_issued:
            task = Task.objects.select_related("plan").get(pk=key)
            key = drafting.revise(task, by=by, at=at).pk
        yield key, wanted
