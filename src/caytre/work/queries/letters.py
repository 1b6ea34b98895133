"""What units owe that gave them work, for letters that urge them on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Max, Min, Q

from caytre.work.models import Extension, LetterDraft, Occurrence, Standing
from caytre.work.models.occurrence import OccurrenceQuerySet

MOST = 200


@dataclass(frozen=True, slots=True)
class Owing:
    """A unit that is late with ``late`` things that ``giver`` gave it, the longest since ``since``; of ``long`` it is
    so late that an inspection is proposed. ``drafted``: when a letter was last drafted."""

    giver: UUID
    unit: UUID
    late: int
    long: int
    since: date
    drafted: datetime | None


def late(on: date) -> OccurrenceQuerySet:
    """What is overdue and not waiting for an answer on more time."""
    waiting = Extension.objects.filter(granted=None).values("occurrence")
    return Occurrence.objects.overdue(on).filter(task__standing=Standing.ISSUED).exclude(pk__in=waiting)


def owing(givers: frozenset[UUID] | None, *, on: date, long_until: date) -> list[Owing]:
    """The units that are late with what these (None: any) gave them, who is late the longest first; ``long`` counts
    what was due until a day."""
    rows, drafted = late(on), LetterDraft.objects.order_by()
    if givers is not None:
        rows, drafted = rows.filter(giver__in=givers), drafted.filter(unit__in=givers)
    grouped = rows.order_by().values("giver", "unit").annotate(
        late=Count("pk"), long=Count("pk", filter=Q(due_on__lte=long_until)), since=Min("due_on")
    )  # fmt: skip
    drafts = drafted.values_list("unit", "to").annotate(at=Max("at"))
    last = {(giver, unit): at for giver, unit, at in drafts}
    return [
        Owing(drafted=last.get((row["giver"], row["unit"])), **row)
        for row in grouped.order_by("since", "giver", "unit")
    ]


def late_at(unit: UUID, *, giver: UUID, on: date) -> Sequence[Occurrence]:
    """What a unit is late with that another gave it, the longest late first; at most so much as fits in a letter."""
    rows = late(on).filter(unit=unit, giver=giver).select_related("task__plan__document")
    return list(rows.order_by("due_on", "pk")[:MOST])


def drafts(giver: UUID, *, to: UUID) -> Sequence[LetterDraft]:
    """The last letters that were drafted from a unit to another, the newest first."""
    return list(LetterDraft.objects.filter(unit=giver, to=to).select_related("by")[:10])
