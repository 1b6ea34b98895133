"""What units have to do of tasks, opened slot by slot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from caytre.core.validity import day_of
from caytre.units.models import Unit
from caytre.work.models import Occurrence, Task
from caytre.work.queries.tasks import schedule_of_task, taking_of
from caytre.work.rules.wanted import doers
from vanban.schedule import slots


def open_for(tasks: Sequence[Task], *, through: date, at: datetime) -> int:
    """Open what each unit has to do of issued tasks, from their issue through this day; returns how many are new.

    Done again it adds nothing.
    """
    every = list(Task.objects.filter(pk__in=[task.pk for task in tasks]).prefetch_related("parties"))
    wanted = [
        Occurrence(
            task=task, unit_id=unit, giver_id=task.unit_id, key=slot.key, starts=slot.starts, ends=slot.due_on,
            due_on=slot.due_on, made_at=at,
        )
        for task in every
        for unit in doers(taking_of(party) for party in task.parties.all())
        for slot in slots(schedule_of_task(task), since=day_of(task.issued_at or at), through=through)
    ]  # fmt: skip
    known = set(Occurrence.objects.filter(task__in=every).values_list("task_id", "unit_id", "key"))
    new = [one for one in wanted if (one.task_id, one.unit_id, one.key) not in known]
    rows = set(Unit.objects.filter(pk__in={one.unit_id for one in new}).values_list("pk", flat=True))
    Occurrence.objects.bulk_create(one for one in new if one.unit_id in rows)
    return len(new)
