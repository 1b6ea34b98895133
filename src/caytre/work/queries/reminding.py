"""Of what people are to be told on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from caytre.work.models import AT_ONCE, Extension, Muted, Notice, Occurrence, Part, Party, Standing
from caytre.work.rules.ladder import Given, Told

AT_A_TIME = 1000
SKEW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """An occurrence of which somebody may have to be told."""

    key: UUID
    plan: UUID | None
    given: Given

    def units(self) -> set[UUID]:
        return {self.given.unit, self.given.giver, *self.given.monitors}


def due(*, on: date, until: date) -> Iterator[list[Due]]:
    """What is to be done until a day or was silent, a thousand at a time.

    Not what was claimed, is withdrawn, or waits for an answer on more time.
    """
    waiting = Extension.objects.filter(occurrence=OuterRef("pk"), granted=None)
    silent = Q(due_on=None, ends__lt=on, shown_at=None)
    rows = Occurrence.objects.undone().filter(Q(due_on__lte=until) | silent, ~Exists(waiting))
    rows = rows.filter(task__standing=Standing.ISSUED).order_by("pk")
    columns = ("pk", "task_id", "task__plan_id", "unit_id", "giver_id", "holder_id", "due_on", "ends")
    last: UUID | None = None
    while found := list((rows.filter(pk__gt=last) if last else rows).values_list(*columns)[:AT_A_TIME]):
        last = found[-1][0]
        monitors = monitoring(row[1] for row in found)
        yield [
            Due(key, plan, Given(unit, giver, monitors.get(task, ()), holder, last_day, ends))
            for key, task, plan, unit, giver, holder, last_day, ends in found
        ]


def monitoring(tasks: Iterable[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    """The units that monitor tasks, by task."""
    found: dict[UUID, tuple[UUID, ...]] = {}
    rows = Party.objects.filter(task__in=set(tasks), part=Part.MONITOR)
    for task, unit in rows.values_list("task_id", "uid"):
        if unit is not None:
            found[task] = (*found.get(task, ()), unit)
    return found


class Known:
    """What was told of some occurrences, seen from a day."""

    def __init__(self, occurrences: Iterable[UUID], *, on: date) -> None:
        rows = Notice.objects.filter(about__in=list(occurrences)).exclude(kind__in=AT_ONCE).order_by()
        self._slots: set[tuple[UUID, int, str]] = set()
        self._furthest: dict[tuple[UUID, int, str], int] = {}
        for about, person, slot, day in rows.values_list("about_id", "recipient_id", "slot", "on"):
            self._slots.add((about, person, slot))
            counts, days = slot.split()
            if day <= on + SKEW:
                key = (about, person, counts)
                self._furthest[key] = max(int(days), self._furthest.get(key, int(days)))

    def holds(self, about: UUID, *, person: int, told: Told) -> bool:
        """Whether the person was told this, or from the same day something that comes after it: by a server whose
        clock is ahead. What was told for days further off came of a clock that had jumped, and hides nothing."""
        key = (about, person, told.slot.split()[0])
        return (about, person, told.slot) in self._slots or self._furthest.get(key, told.days) > told.days


def muted() -> set[tuple[int, UUID | None]]:
    """(person, plan) of those who want no digest of a plan; without a plan, of any."""
    return set(Muted.objects.values_list("user_id", "plan_id"))
