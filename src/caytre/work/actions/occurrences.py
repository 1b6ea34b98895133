"""What each unit has to do is opened, once for each period: again and again, with the same result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.core.validity import day_of
from caytre.units.queries.ended import heirs_of_everything
from caytre.units.queries.standing import permitted
from caytre.work.models import Occurrence, Part, Party, Standing, Task
from caytre.work.rules.occasions import AHEAD, Occasion, executing, going_on, occasions
from caytre.work.rules.permissions import can_direct
from vanban.calendar import Calendar

BATCH = 200
ROWS = 2_000
Said = Callable[[int, int], None]
Due = dict[UUID, list[tuple[UUID, Occasion]]]


class NotOnRequest(Refused):
    sentence = gettext_noop("Chỉ nhiệm vụ làm khi có yêu cầu mới mở được theo từng việc phát sinh.")


class NobodyToDoIt(Refused):
    sentence = gettext_noop("Nhiệm vụ chưa có đơn vị thực hiện. Hãy chọn đơn vị chủ trì trước.")


def open_for(tasks: Iterable[Task], *, through: date, at: datetime, calendar: Calendar | None = None) -> int:
    """Open what is missing of issued tasks up to the periods that begin by ``through``; returns how much was opened.

    Their units must be rows by now. Whatever is open or was ended stays as it is, so doing it twice is doing it once.
    """
    issued = list(Task.objects.in_force().filter(pk__in=[task.pk for task in tasks]))
    due = _due(issued, day_of(at), through, calendar)
    units = {unit for rows in due.values() for unit, _ in rows}
    there = set(
        Occurrence.objects.filter(task__in=issued, unit__in=units).values_list("task_id", "unit_id", "key")
        if len(units) <= BATCH
        else Occurrence.objects.filter(task__in=issued).values_list("task_id", "unit_id", "key")
    )
    return _insert(_missing(issued, due, there, at))


def open_event(
    task: Task, *, unit: UUID | None, event: str, due_on: date | None, by: User, at: datetime
) -> int:
    """Something happened that a task waits for: open it at one of its units, or at all of them; returns how many.

    ``event`` is a key of what happened, which opens it once. Raises MayNotDirect, :class:`NotOnRequest`,
    :class:`NobodyToDoIt`.
    """
    with transaction.atomic():
        task = Task.objects.select_for_update().get(pk=task.pk)
        by = permitted(by, at=at, can=can_direct, unit=task.unit_id)
        if task.kind != "ad_hoc" or task.standing != Standing.ISSUED:
            raise NotOnRequest
        units = list(_executing([task], day_of(at))[task.pk])
        if unit is not None:
            units = [one for one in units if one == unit]
        if not units:
            raise NobodyToDoIt
        occasion = Occasion(f"event:{event}"[:40], day_of(at), due_on, due_on)
        keys = Occurrence.objects.filter(task=task, key=occasion.key).values_list("task_id", "unit_id", "key")
        due = {task.pk: [(one, occasion) for one in units]}
        made = _insert(_missing([task], due, set(keys), at))
        if made:
            history.record("work.task.called", about=task.pk, by=by, at=at, key=occasion.key, count=made)
    return made


def make_due(*, on: date, at: datetime, say: Said | None = None, tasks: QuerySet[Task] | None = None) -> int:
    """Open what becomes due, for all tasks in force: the work of one night. Returns how much was opened.

    It goes on from where a run that was cut off left, since nothing is opened twice; nights that were left out are
    made up for. ``say`` is told how many tasks of how many are done.
    """
    waiting = (Task.objects.all() if tasks is None else tasks).in_force().exclude(kind="ad_hoc")  # type: ignore[attr-defined]
    keys = list(waiting.order_by("pk").values_list("pk", flat=True))
    made = 0
    for first in range(0, len(keys), BATCH):
        some = Task.objects.filter(pk__in=keys[first : first + BATCH])
        made += open_for(some, through=on + AHEAD, at=at)
        if say:
            say(min(first + BATCH, len(keys)), len(keys))
    return made


def _due(tasks: Sequence[Task], on: date, through: date, calendar: Calendar | None) -> Due:
    """What of each task is to be done by which unit."""
    executors = _executing(tasks, on)
    found: Due = {}
    for task in tasks:
        if units := executors[task.pk]:
            since = day_of(task.issued_at or task.made_at)
            listed = occasions(task, since=since, through=through, calendar=calendar)
            found[task.pk] = [(unit, one) for unit in units for one in listed]
    return found


def _executing(tasks: Sequence[Task], on: date) -> dict[UUID, list[UUID]]:
    """The units that do each task now: whoever goes on for one that ended, or to which it was passed on."""
    keys = [task.pk for task in tasks]
    parties: dict[UUID, list[tuple[str, UUID | None]]] = defaultdict(list)
    rows = Party.objects.filter(task__in=keys, part__in=(Part.LEAD, Part.MEMBER)).order_by("place", "id")
    for task, part, uid in rows.values_list("task_id", "part", "uid"):
        parties[task].append((part, uid))
    moved: dict[UUID, list[tuple[UUID, UUID]]] = defaultdict(list)
    passed = Occurrence.objects.filter(task__in=keys, after__isnull=False).order_by("made_at")
    for task, before, now in passed.values_list("task_id", "after__unit_id", "unit_id"):
        moved[task].append((before, now))
    heirs = heirs_of_everything(on)
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for task, named in parties.items():
        units = (going_on(unit, moved=moved[task], heirs=heirs) for unit in executing(named))
        found[task] = list(dict.fromkeys(units))
    return found


def _missing(
    tasks: Iterable[Task], due: Due, there: set[tuple[UUID, UUID, str]], at: datetime
) -> Iterator[Occurrence]:
    for task in tasks:
        for unit, one in due.get(task.pk, ()):
            if (task.pk, unit, one.key) not in there:
                yield Occurrence(
                    task_id=task.pk, unit_id=unit, giver_id=task.unit_id, key=one.key, starts=one.starts,
                    ends=one.ends, due_on=one.due_on, made_at=at,
                )  # fmt: skip


def _insert(rows: Iterator[Occurrence]) -> int:
    """Insert them some at a time: another process that opens the same at the same time is in nobody's way."""
    made = 0
    some: list[Occurrence] = []
    for row in rows:
        some.append(row)
        if len(some) == ROWS:
            made += _kept(some)
            some = []
    return made + _kept(some)


def _kept(rows: list[Occurrence]) -> int:
    if not rows:
        return 0
    Occurrence.objects.bulk_create(rows, ignore_conflicts=True, batch_size=ROWS)
    return len(rows)
