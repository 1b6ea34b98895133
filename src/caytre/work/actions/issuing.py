"""Drafts begin to bind, and cease to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet

from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.units.queries.standing import permitted
from caytre.work.actions.drafting import NotInForce, held
from caytre.work.actions.planning import locked
from caytre.work.actions.reminding import tell_of
from caytre.work.actions.stepping import Word, enter_all
from caytre.work.actions.stepping import held as held_rows
from caytre.work.models import Occurrence, Party, Plan, Standing, Step, Task
from caytre.work.rules.clear import clear
from caytre.work.rules.permissions import can_direct


class NotClear(Refused):
    """Tasks lack some of the six and nobody says why."""

    sentence = gettext_noop(
        "Còn %(n)s nhiệm vụ chưa đủ “6 rõ” mà chưa ghi lý do. Hãy bổ sung, hoặc ghi lý do, rồi giao."
    )


class NothingToIssue(Refused):
    status = 409
    sentence = gettext_noop(
        "Kế hoạch chưa có nhiệm vụ nào. Hãy xác nhận đề xuất hoặc thêm nhiệm vụ trước khi giao."
    )


class OfAPlan(Refused):
    status = 409
    sentence = gettext_noop(
        "Nhiệm vụ này thuộc một kế hoạch. Hãy giao ở trang kế hoạch, cùng các nhiệm vụ khác."
    )


class WholeIsOver(Refused):
    status = 409
    sentence = gettext_noop(
        "Nhiệm vụ chung của phần này đã rút hoặc đã có bản thay thế nên không giao tiếp được. Hãy bỏ dự thảo này; nếu "
        "vẫn cần, hãy lập phần mới theo bản thay thế."
    )


class NoWhy(Refused):
    sentence = gettext_noop("Hãy ghi lý do rút nhiệm vụ.")


def ready(plan: Plan) -> list[Task]:
    """The drafts of a plan, which is held from now on; none where all was issued before.

    Raises :class:`NotClear`, :class:`NothingToIssue`.
    """
    now = locked(plan)
    tasks = list(now.tasks.filter(standing=Standing.DRAFT).order_by("place", "id"))
    if not tasks and now.standing == Standing.DRAFT:
        raise NothingToIssue
    return checked(tasks)


def ready_alone(task: Task) -> list[Task]:
    """A task of no plan, held; none where it was issued before. Raises :class:`NotClear`, :class:`OfAPlan`,
    :class:`WholeIsOver`."""
    if task.parent is not None:
        held(task.parent)
    now = held(task)
    if now.plan_id is not None:
        raise OfAPlan
    if now.parent is not None and now.parent.standing != Standing.ISSUED:
        raise WholeIsOver
    return checked([now] if now.standing == Standing.DRAFT else [])


def checked(tasks: Sequence[Task]) -> list[Task]:
    """These tasks, if each is clear or says why not; what units do of those that they reword is held from now on.

    Raises :class:`NotClear`.
    """
    doing = set(_parties(tasks).filter(part__in=("lead", "member")).values_list("task_id", flat=True))
    wrong = sum(not clear(task, doers=task.pk in doing).is_ready for task in tasks)
    if wrong:
        raise NotClear(n=wrong)
    _done_of(_reworded(tasks))
    return list(tasks)


def units_of(tasks: Sequence[Task]) -> dict[UUID, None]:
    """Every unit that takes part, in order."""
    return dict.fromkeys(uid for uid in _parties(tasks).values_list("uid", flat=True) if uid)


def issue(tasks: Sequence[Task], *, by: User, at: datetime) -> None:
    """They bind from now on, and take the place of those that they reword."""
    keys = [task.pk for task in tasks]
    Task.objects.filter(pk__in=keys).update(standing=Standing.ISSUED, issued_at=at, version=F("version") + 1)
    before = list(_reworded(tasks))
    reworded = enter_all(_done_of(before), word=Word(Step.REWORDED), by=by, at=at)
    tell_of(reworded, step=Step.REWORDED, by=by, at=at)
    _end(before, Standing.SUPERSEDED, why="", at=at)
    for task in tasks:
        history.record("work.task.issued", about=task.pk, by=by, at=at)


def issue_plan(plan: Plan, *, tasks: int, by: User, at: datetime) -> None:
    """Note that the plan was issued, the first time or with more tasks."""
    rows = Plan.objects.filter(pk=plan.pk)
    rows.filter(standing=Standing.DRAFT).update(standing=Standing.ISSUED, issued_at=at, issued_by=by)
    rows.update(version=F("version") + 1)
    history.record("work.plan.issued", about=plan.pk, by=by, at=at, tasks=tasks)


def withdraw(task: Task, *, why: str, by: User, at: datetime) -> None:
    """It binds no more, for this reason; what units still had to do of it is withdrawn, what they did stays.

    Raises :class:`NoWhy`, NotInForce, MayNotDirect.
    """
    if not why.strip():
        raise NoWhy
    with transaction.atomic():
        task = held(task)
        by = permitted(by, at=at, can=can_direct, unit=task.unit_id)
        if task.standing != Standing.ISSUED:
            raise NotInForce
        withdrawn = enter_all(_done_of([task]), word=Word(Step.WITHDRAWN, text=why.strip()), by=by, at=at)
        tell_of(withdrawn, step=Step.WITHDRAWN, by=by, at=at)
        _end([task], Standing.WITHDRAWN, why=why.strip()[:500], at=at)
        history.record("work.task.withdrawn", about=task.pk, by=by, at=at)


def _end(tasks: Iterable[Task], standing: Standing, *, why: str, at: datetime) -> None:
    Task.objects.filter(pk__in=[task.pk for task in tasks]).update(
        standing=standing, ended_at=at, ended_why=why, version=F("version") + 1
    )


def _reworded(tasks: Iterable[Task]) -> QuerySet[Task]:
    """The tasks in whose place these are."""
    return Task.objects.in_force().filter(instead__in=list(tasks))


def _done_of(tasks: Iterable[Task]) -> list[Occurrence]:
    """What units do of tasks, held."""
    return held_rows(Occurrence.objects.filter(task__in=list(tasks)))


def _parties(tasks: Sequence[Task]) -> QuerySet[Party]:
    return Party.objects.filter(task__in=tasks, uid__isnull=False).order_by("task", "place")
