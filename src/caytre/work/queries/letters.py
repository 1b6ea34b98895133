"""What units owe that gave them work, for letters that urge them on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Min, Q

from caytre.core.models import User
from caytre.work.models import Extension, LetterDraft, Occurrence, OccurrenceQuerySet, Standing
from caytre.work.rules.permissions import directed

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
    drafted: LetterDraft | None


def late(on: date) -> OccurrenceQuerySet:
    """What is overdue and not waiting for an answer on more time."""
    waiting = Extension.objects.filter(granted=None).values("occurrence")
    return Occurrence.objects.overdue(on).filter(task__standing=Standing.ISSUED).exclude(pk__in=waiting)


def owing(user: User, *, on: date, long_before: date) -> list[Owing]:
    """The units that are late with what the person's units gave them, who is late the longest first; ``long`` counts
    what was due before a day."""
    rows = late(on)
    units = directed(user)
    if units is not None:
        rows = rows.filter(giver__in=units)
    grouped = rows.order_by().values("giver", "unit").annotate(
        late=Count("pk"), long=Count("pk", filter=Q(due_on__lt=long_before)), since=Min("due_on")
    )  # fmt: skip
    drafts = LetterDraft.objects.visible_to(user).order_by("at")
    last = {(draft.unit_id, draft.to_id): draft for draft in drafts}
    return [
        Owing(drafted=last.get((row["giver"], row["unit"])), **row)
        for row in grouped.order_by("since", "giver", "unit")
    ]


def late_at(unit: UUID, *, giver: UUID, on: date) -> Sequence[Occurrence]:
    """What a unit is late with that another gave it, the longest late first; at most so much as fits in a letter."""
    rows = late(on).filter(unit=unit, giver=giver).select_related("task__plan__document")
    return list(rows.order_by("due_on", "pk")[:MOST])
