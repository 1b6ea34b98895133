"""Tasks while they are drafts: by hand, as parts, as another wording of an issued one; filled in, edited, dropped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, get_args
from uuid import UUID

from django.db import transaction
from django.db.models import F

from caytre.core import history
from caytre.core.access import NotFound
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.units.queries.standing import permitted
from caytre.work.actions import rows
from caytre.work.actions.planning import locked, touch
from caytre.work.models import Plan, Standing, Task
from caytre.work.queries.tasks import came_of_proposals, taking_of, wanted_of
from caytre.work.rules.clear import clear
from caytre.work.rules.permissions import can_confirm, can_part
from caytre.work.rules.wanted import Wanted, doers
from vanban.model import Every

FILLED = ("answerable", "authority", "product", "unclear")
"""What may be said once for all drafts of a plan that do not say it."""


class ChangedMeanwhile(Refused):
    """Somebody changed the task since the form was opened."""

    status = 409
    sentence = gettext_noop(
        "Nhiệm vụ này vừa được người khác sửa. Hãy mở lại để xem nội dung mới rồi sửa tiếp."
    )


class NotADraft(Refused):
    status = 409
    sentence = gettext_noop(
        "Nhiệm vụ này không còn là dự thảo nên không sửa trực tiếp được. Hãy lập bản thay thế hoặc rút nhiệm vụ."
    )


class NotInForce(Refused):
    status = 409
    sentence = gettext_noop(
        "Nhiệm vụ này chưa giao, đã rút hoặc đã có bản thay thế. Hãy tải lại trang để xem."
    )


class NoWords(Refused):
    sentence = gettext_noop("Hãy ghi nội dung nhiệm vụ.")


def add(plan: Plan, *, wanted: Wanted, place: int | None = None, by: User, at: datetime) -> Task:
    """A task of a plan that no proposal named, after the others, or after those at a ``place``. Raises MayNotConfirm,
    :class:`NoWords`."""
    with transaction.atomic():
        plan = locked(plan)
        by = permitted(by, at=at, can=can_confirm, unit=plan.unit_id)
        if place is None:
            place = (plan.tasks.order_by("-place").values_list("place", flat=True).first() or 0) + 1
        task = rows.create(_told(wanted), unit=plan.unit_id, plan=plan, place=place, by=by, at=at)
        touch(plan)
        history.record("work.task.added", about=task.pk, by=by, at=at)
    return task


def add_alone(unit: UUID, *, wanted: Wanted, by: User, at: datetime) -> Task:
    """A task of a unit without a document; ``basis`` says on what it rests. Raises MayNotConfirm, :class:`NoWords`."""
    with transaction.atomic():
        by = permitted(by, at=at, can=can_confirm, unit=unit)
        task = rows.create(_told(wanted), unit=unit, plan=None, by=by, at=at)
        history.record("work.task.added", about=task.pk, by=by, at=at)
    return task


def add_part(parent: Task, *, wanted: Wanted, unit: UUID, by: User, at: datetime) -> Task:
    """A part of a task that one of the units that do it hands down, as a task of its own. Raises MayNotPart."""
    with transaction.atomic():
        parent = held(parent)
        if parent.standing != Standing.ISSUED:
            raise NotInForce
        doing = doers(taking_of(one) for one in parent.parties.all())
        by = permitted(by, at=at, can=can_part, unit=unit, doing=doing)
        place = parent.parts.count() + 1
        task = rows.create(_told(wanted), unit=unit, plan=None, parent=parent, place=place, by=by, at=at)
        history.record("work.task.added", about=task.pk, by=by, at=at)
    return task


def edit(task: Task, *, wanted: Wanted, version: int, by: User, at: datetime) -> None:
    """Write what a person wants of a draft. Raises :class:`ChangedMeanwhile`, :class:`NotADraft`."""
    with transaction.atomic():
        task = held(task)
        by = permitted(by, at=at, can=can_confirm, unit=task.unit_id)
        if task.standing != Standing.DRAFT:
            raise NotADraft
        if task.version != version:
            raise ChangedMeanwhile
        rows.write({task.pk: _told(wanted)})
        _touched(task)
        history.record("work.task.edited", about=task.pk, by=by, at=at)


def edit_all(plan: Plan, *, wanted: Mapping[UUID, Wanted], by: User, at: datetime) -> None:
    """Write what a person wants of many drafts of a plan, by their keys, as they are now. Raises MayNotConfirm,
    :class:`NotADraft`, :class:`NoWords`."""
    with transaction.atomic():
        plan = locked(plan)
        by = permitted(by, at=at, can=can_confirm, unit=plan.unit_id)
        drafts = plan.tasks.select_for_update().filter(pk__in=list(wanted), standing=Standing.DRAFT)
        if set(drafts.values_list("pk", flat=True)) != wanted.keys():
            raise NotADraft
        rows.write({key: _told(one) for key, one in wanted.items()})
        touch(plan)
        for key in wanted:
            history.record("work.task.edited", about=key, by=by, at=at)


def fill(plan: Plan, *, values: Mapping[str, str], by: User, at: datetime) -> int:
    """Say the same of every draft of a plan that does not say it yet; returns how many drafts changed.

    With ``review_every`` what has no time goes on all the time, till the end of the plan, and shows evidence in each
    such period. A reason why something is ``unclear`` goes to drafts that lack something. Raises MayNotConfirm.
    """
    with transaction.atomic():
        plan = locked(plan)
        by = permitted(by, at=at, can=can_confirm, unit=plan.unit_id)
        changed = []
        for task in plan.tasks.filter(standing=Standing.DRAFT).prefetch_related("parties"):
            now = _filled(task, values, until=plan.until)
            if now:
                Task.objects.filter(pk=task.pk).update(**now, version=F("version") + 1)
                changed.append(task.pk)
        if changed:
            touch(plan)
            history.record("work.plan.filled", about=plan.pk, by=by, at=at, tasks=len(changed))
    return len(changed)


def _filled(task: Task, values: Mapping[str, str], *, until: date | None) -> dict[str, Any]:
    """The columns of a draft that get a value."""
    given = {name: values[name].strip() for name in FILLED if values.get(name, "").strip()}
    new: dict[str, Any] = {
        name: value for name, value in given.items() if name != "unclear" and not getattr(task, name)
    }
    wanted = wanted_of(task)
    missing = set(clear(wanted, doers=len(doers(wanted.takings))).missing)
    if "time" in missing and values.get("review_every") in get_args(Every):
        new |= {"kind": "continuous", "review_every": values["review_every"], "until": until}
        missing.remove("time")
    if "unclear" in given and not task.unclear and missing - new.keys():
        new["unclear"] = given["unclear"]
    return new


def revise(task: Task, *, by: User, at: datetime) -> Task:
    """A draft that says the same, to be edited and issued in the place of an issued one; one that is there is
    returned. Raises :class:`NotInForce`."""
    with transaction.atomic():
        task = held(task)
        by = permitted(by, at=at, can=can_confirm, unit=task.unit_id)
        if task.standing != Standing.ISSUED:
            raise NotInForce
        if task.instead is not None:
            return task.instead
        new = rows.create(
            wanted_of(task), unit=task.unit_id, plan=task.plan, parent=task.parent, place=task.place,
            proposals=(), by=by, at=at,
        )  # fmt: skip
        rows.link(new, proposals=task.proposals.all())
        words = {name: getattr(task, name) for name in ("reading", "quote", "start", "end")}
        Task.objects.filter(pk=new.pk).update(**words)
        Task.objects.filter(pk=task.pk).update(instead=new, version=F("version") + 1)
        _touched(task)
        history.record("work.task.revised", about=task.pk, by=by, at=at, instead=str(new.pk))
    return new


def discard(task: Task, *, by: User, at: datetime) -> None:
    """Drop a draft that was made by hand, or as another wording; a proposal of which it came is undone instead.

    Raises :class:`NotADraft`."""
    with transaction.atomic():
        task = held(task)
        by = permitted(by, at=at, can=can_confirm, unit=task.unit_id)
        if task.standing != Standing.DRAFT or came_of_proposals(task):
            raise NotADraft
        _touched(task)
        rows.drop([task])
        history.record("work.task.dropped", about=task.pk, by=by, at=at)


def held(task: Task) -> Task:
    """The task as it is now, held until the end of the transaction, its plan first. Raises NotFound."""
    if task.plan is not None:
        locked(task.plan)
    found = (
        Task.objects.select_for_update(of=("self",), no_key=True)
        .select_related("plan")
        .filter(pk=task.pk)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def _touched(task: Task) -> None:
    if task.plan is not None:
        touch(task.plan)


def _told(wanted: Wanted) -> Wanted:
    if not wanted.text.strip():
        raise NoWords
    return wanted
