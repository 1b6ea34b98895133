"""Change the units: close rows and open the next ones, as a plan says."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import F

from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.units.actions.posts import open_post
from caytre.units.actions.setup import ensure
from caytre.units.actions.structure import changing
from caytre.units.models import (
    EventKind,
    Handover,
    Post,
    Succession,
    Unit,
    UnitEvent,
    UnitLink,
    UnitState,
)
from caytre.units.queries.planning import plan_of
from caytre.units.rules.change import Change, Newcomer
from caytre.units.rules.plan import Plan

NAMES = {
    EventKind.FOUNDING: "units.unit.founded",
    EventKind.RENAME: "units.unit.renamed",
    EventKind.MOVE: "units.unit.moved",
    EventKind.MERGE: "units.unit.merged",
    EventKind.SPLIT: "units.unit.split",
    EventKind.DISSOLUTION: "units.unit.dissolved",
    EventKind.TRANSFER: "units.scope.transferred",
    EventKind.LEVEL_END: "units.level.ended",
}


class PlanIsOld(Refused):
    """The units changed since the plan was shown."""

    status = 409
    sentence = gettext_noop(
        "Cơ cấu tổ chức hoặc chức vụ vừa thay đổi, nên kết quả không còn như đã xem. Hãy xem lại rồi xác nhận."
    )


def apply(plan: Plan, *, by: User | None, at: datetime) -> UnitEvent:
    """Do what the plan says. Raises :class:`PlanIsOld` where the same change would do something else now."""
    with changing():
        if plan_of(plan.wanted) != plan:
            raise PlanIsOld
        for unit in plan.change.units():
            ensure(unit, by=by, at=at)
        event = _event(plan.change, by, at)
        _make(plan.change, event)
        _close(plan, event)
        _open(plan, event)
        _hand_on(plan, event, by, at)
        _record(plan, event, by, at)
    return event


def _event(change: Change, by: User | None, at: datetime) -> UnitEvent:
    basis = change.basis
    return UnitEvent.objects.create(
        kind=change.kind, effective=basis.effective, legal_basis=basis.legal_basis[:300],
        is_verified=basis.is_verified and bool(basis.legal_basis), why=basis.why[:500], at=at, by=by,
    )  # fmt: skip


def _make(change: Change, event: UnitEvent) -> None:
    made = [
        Unit(
            pk=new.id, level=new.level, code=new.code, code_is_verified=change.basis.is_verified,
            seat_id=new.seat, template=new.template,
        )
        for new in change.founded
    ]  # fmt: skip
    Unit.objects.bulk_create(made)


def _close(plan: Plan, event: UnitEvent) -> None:
    closing = {"valid_to": event.effective, "closed_by": event}
    change = plan.change
    named = [one.unit for one in change.named]
    UnitState.objects.open().filter(unit__in=[*change.ended, *named]).update(**closing)
    for tree, child in plan.links_closed:
        UnitLink.objects.open().filter(tree=tree, child=child).update(**closing)
    ended = [post.id for post in plan.posts_ended]
    Post.objects.filter(pk__in=ended).update(meant_to=F("valid_to"), valid_to=event.effective, ended_by=event)


def _open(plan: Plan, event: UnitEvent) -> None:
    change = plan.change
    opening = {"valid_from": event.effective, "opened_by": event}
    states = [_state(new) for new in change.founded] + [
        {"unit_id": one.unit, "name": one.name, "kind": one.kind, "short": one.short} for one in change.named
    ]
    UnitState.objects.bulk_create(
        UnitState(**state, **opening, legal_basis=event.legal_basis) for state in states
    )
    UnitLink.objects.bulk_create(
        UnitLink(tree=one.tree, child_id=one.unit, parent_id=one.parent, **opening)
        for one in plan.links_opened
    )
    Succession.objects.bulk_create(
        Succession(
            event=event, predecessor_id=heir.predecessor, successor_id=heir.successor, scope=heir.scope,
            share=heir.share, is_default=heir.is_default, source=event.legal_basis, is_verified=event.is_verified,
        )
        for heir in change.heirs
    )  # fmt: skip


def _state(new: Newcomer) -> dict[str, object]:
    return {"unit_id": new.id, "name": new.name, "kind": new.kind, "short": new.short}


def _hand_on(plan: Plan, event: UnitEvent, by: User | None, at: datetime) -> None:
    for one in plan.posts_given:
        open_post(
            one.user,
            unit=one.unit,
            role=one.role,
            since=one.since,
            until=one.until,
            by=by,
            at=at,
            event=event.pk,
        )
    Handover.objects.bulk_create(
        Handover(event=event, unit_id=ask.unit, what=ask.what, about=ask.about) for ask in plan.asked
    )


def _record(plan: Plan, event: UnitEvent, by: User | None, at: datetime) -> None:
    day = event.effective.isoformat()
    for unit in _touched(plan):
        history.record(NAMES[EventKind(event.kind)], about=unit, by=by, at=at, event=event.pk, effective=day)
    for post in plan.posts_ended:
        history.record(
            "units.post.ended", about=post.id, by=by, at=at, event=event.pk, user=post.user, unit=str(post.unit),
            role=post.role, day=day,
        )  # fmt: skip


def _touched(plan: Plan) -> list[UUID]:
    """The units that the event says something of, each once."""
    change = plan.change
    heirs = [heir.successor for heir in change.heirs if heir.successor is not None]
    ids = [*(one.unit for one in plan.links_opened), *(one.unit for one in change.named), *change.ended]
    return list(dict.fromkeys([*(new.id for new in change.founded), *change.units(), *ids, *heirs]))
