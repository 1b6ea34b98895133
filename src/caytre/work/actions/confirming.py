"""A person decides on proposals: tasks come of them, as drafts. Each proposal is decided once; that may be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.core.validity import day_of
from caytre.units.queries.standing import permitted
from caytre.work.actions import rows
from caytre.work.actions.planning import locked, touch
from caytre.work.models import Decision, Plan, Proposal, Standing, Task
from caytre.work.queries.confirming import DECIDED, suggestion_of
from caytre.work.queries.meanings import meanings
from caytre.work.rules.permissions import can_confirm
from caytre.work.rules.suggesting import Suggestion, as_written, joined, led_by, one_each
from caytre.work.rules.wanted import Wanted


class AlreadyDecided(Refused):
    """Somebody decided on it since the page was opened."""

    status = 409
    sentence = gettext_noop(
        "Đề xuất này đã có người quyết định. Hãy xem kết quả, hoặc lấy lại rồi chọn khác."
    )


class NoReason(Refused):
    sentence = gettext_noop("Hãy ghi lý do bỏ đề xuất này.")


class NothingToMerge(Refused):
    status = 409
    sentence = gettext_noop("Sau đề xuất này không còn đề xuất nào chưa quyết định để gộp.")


class NothingToSplit(Refused):
    sentence = gettext_noop("Hãy ghi ít nhất hai dòng, mỗi dòng là nội dung của một nhiệm vụ.")


class IsInForce(Refused):
    """What came of the proposal was issued."""

    status = 409
    sentence = gettext_noop(
        "Nhiệm vụ từ đề xuất này đã giao nên không lấy lại được. Hãy rút nhiệm vụ nếu cần."
    )


def accept(proposal: Proposal, *, by: User, at: datetime) -> list[Proposal]:
    """Make a task of it as it is written. Raises ChooseLead, :class:`AlreadyDecided`, MayNotConfirm."""
    return _decide(proposal, lambda one: [as_written(one)], Decision.ACCEPTED, by, at)


def choose(proposal: Proposal, *, lead: int, by: User, at: datetime) -> list[Proposal]:
    """Make a task of it that the chosen of the bodies leads that may be meant, from 1. Raises NoSuchChoice."""
    return _decide(proposal, lambda one: [led_by(one, choice=lead)], Decision.ACCEPTED, by, at)


def give_each(proposal: Proposal, *, by: User, at: datetime) -> list[Proposal]:
    """Make a task for each of the bodies that may lead. Raises NoSuchChoice."""
    return _decide(proposal, one_each, Decision.ACCEPTED, by, at)


def edit(proposal: Proposal, *, tasks: Sequence[Wanted], by: User, at: datetime) -> list[Proposal]:
    """Make of it what a person wrote."""
    return _decide(proposal, lambda _: tasks, Decision.EDITED, by, at)


def split(proposal: Proposal, *, texts: Sequence[str], by: User, at: datetime) -> list[Proposal]:
    """Make several tasks of it, each with its own words and all else alike. Raises :class:`NothingToSplit`."""
    lines = [line for line in (" ".join(text.split()) for text in texts) if line]
    if len(lines) < 2:
        raise NothingToSplit
    return _decide(
        proposal, lambda one: [replace(_led(one), text=line) for line in lines], Decision.EDITED, by, at
    )


def merge(proposal: Proposal, *, by: User, at: datetime) -> list[Proposal]:
    """Make one task of it and the next one that is open. Raises :class:`NothingToMerge`."""
    with transaction.atomic():
        plan, proposal, by = _open(proposal, by, at)
        following = plan.proposals.filter(decision=Decision.NEW).exclude(pk=proposal.pk)
        after = [one for one in following.order_by("place", "id") if _order(one) > _order(proposal)]
        if not after:
            raise NothingToMerge
        meaning = meanings(plan, today=day_of(at))
        first, second = (_led(suggestion_of(one, plan=plan, meaning=meaning)) for one in (proposal, after[0]))
        both = [proposal, after[0]]
        _make(plan, [joined(first, second=second)], both, by, at)
        return _close(plan, both, Decision.EDITED, by, at)


def refuse(proposal: Proposal, *, why: str, by: User, at: datetime) -> list[Proposal]:
    """No task comes of it, for this reason. Raises :class:`NoReason`."""
    if not why.strip():
        raise NoReason
    with transaction.atomic():
        plan, proposal, by = _open(proposal, by, at)
        return _close(plan, [proposal], Decision.REFUSED, by, at, why=why.strip()[:500])


def undo(proposal: Proposal, *, by: User, at: datetime) -> list[Proposal]:
    """It is open again, and those merged with it: what came of them is gone, as long as it is a draft.

    One that is open already stays so. Raises :class:`IsInForce`.
    """
    with transaction.atomic():
        plan = locked(proposal.plan)
        by = permitted(by, at=at, can=can_confirm, unit=plan.unit_id)
        tasks = list(Task.objects.filter(proposals=proposal))
        if any(task.standing != Standing.DRAFT for task in tasks):
            raise IsInForce
        with_it = plan.proposals.filter(tasks__in=tasks).values("pk")
        opened = list(
            plan.proposals.filter(pk__in=[proposal.pk, *(one["pk"] for one in with_it)], decision__in=DECIDED)
        )
        rows.drop(tasks)
        return _close(plan, opened, Decision.NEW, by, at) if opened else []


def last_decided(plan: Plan) -> Proposal | None:
    """The proposal that was decided last."""
    return plan.proposals.filter(decision__in=DECIDED).order_by("-decided_at", "-place", "-id").first()


def _decide(
    proposal: Proposal, make: Callable[[Suggestion], Sequence[Wanted]], decision: Decision, by: User, at: datetime
) -> list[Proposal]:  # fmt: skip
    with transaction.atomic():
        plan, proposal, by = _open(proposal, by, at)
        meaning = meanings(plan, today=day_of(at))
        wanted = make(suggestion_of(proposal, plan=plan, meaning=meaning))
        _make(plan, wanted, [proposal], by, at)
        return _close(plan, [proposal], decision, by, at)


def _open(proposal: Proposal, by: User, at: datetime) -> tuple[Plan, Proposal, User]:
    """The plan, held; the proposal as it is now; the person in their capacity. Raises :class:`AlreadyDecided`."""
    plan = locked(proposal.plan)
    by = permitted(by, at=at, can=can_confirm, unit=plan.unit_id)
    now = plan.proposals.get(pk=proposal.pk)
    if now.decision != Decision.NEW:
        raise AlreadyDecided
    return plan, now, by


def _make(plan: Plan, wanted: Sequence[Wanted], of: Sequence[Proposal], by: User, at: datetime) -> None:
    for one in wanted:
        rows.create(one, unit=plan.unit_id, plan=plan, proposals=of, by=by, at=at)


def _close(
    plan: Plan, proposals: Sequence[Proposal], decision: Decision, by: User, at: datetime, why: str = ""
) -> list[Proposal]:
    is_open = decision == Decision.NEW
    for one in proposals:
        one.decision, one.why = decision, why
        one.decided_at, one.decided_by = (None, None) if is_open else (at, by)
    Proposal.objects.bulk_update(proposals, ["decision", "why", "decided_at", "decided_by"])
    touch(plan)
    history.record(
        "work.proposal.decided", about=plan.pk, by=by, at=at,
        proposals=[one.pk for one in proposals], decision=decision.value,
    )  # fmt: skip
    return list(proposals)


def _led(suggestion: Suggestion) -> Wanted:
    """As it is written; where several may lead, by the first, which a person sees and may change."""
    return led_by(suggestion, choice=1) if suggestion.needs_choice else as_written(suggestion)


def _order(one: Proposal) -> tuple[int, int]:
    return one.place, one.pk
