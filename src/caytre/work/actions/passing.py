"""A unit ended: whoever goes on with everything of it gets what it had to do, or a person is asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from caytre.core.models import User
from caytre.core.refusals import gettext_noop
from caytre.units.models import Handover, Unit
from caytre.units.queries.ended import ended, heirs_of_everything
from caytre.work.actions.stepping import Word, enter, held
from caytre.work.models import ENDED, UNDONE, Extension, Occurrence, Step
from caytre.work.rules.occasions import another, going_on

WHAT = "work.occurrence"
ENDED_UNIT = gettext_noop("Đơn vị đã chấm dứt; việc chuyển sang đơn vị tiếp nhận.")


@dataclass(frozen=True, slots=True)
class Left:
    """Something that a unit had to do when it ended, of which a person must say who goes on with it."""

    unit: UUID
    about: str


def pass_on(*, on: date, by: User | None, at: datetime, units: Collection[UUID] | None = None) -> list[Left]:
    """Give what units that ended by this day have to do to whoever goes on with everything of them; doing it twice
    is doing it once. Returns what is left for a person to decide. ``units``: look at these only.

    What was claimed waits for whoever gave it, not for the unit: it stays until it is returned.
    """
    undone = _undone(units)
    gone = ended(set(undone.order_by().values_list("unit_id", flat=True).distinct()), on=on)
    if not gone:
        return []
    heirs = heirs_of_everything(on)
    now = {unit: going_on(unit, heirs=heirs)[-1] for unit in gone}
    nowhere = ended(now.values(), on=on)
    left = []
    with transaction.atomic():
        for row in _not_asked(held(undone.filter(unit__in=gone))):
            heir = now[row.unit_id]
            if heir in nowhere:
                left.append(Left(row.unit_id, str(row.pk)))
            else:
                move(row, unit=heir, text=ENDED_UNIT, by=by, at=at)
    return left


def decide(about: str, *, heir: Unit | None, why: str, by: User, at: datetime) -> None:
    """A person says who goes on with it; None: nobody does, and it is withdrawn."""
    with transaction.atomic():
        (row,) = held(Occurrence.objects.filter(pk=about))
        if row.state in ENDED:
            return
        if heir is None:
            enter(row, word=Word(Step.WITHDRAWN, text=why), by=by, at=at)
        else:
            move(row, unit=heir.pk, text=why, by=by, at=at)


def move(row: Occurrence, *, unit: UUID, text: str, by: User | None, at: datetime) -> Occurrence:
    """Open at the heir what a locked occurrence was, with how far it is and the time that was asked for; returns the
    new one. Where the heir has the same to do itself, and still does it, that one is for both."""
    enter(row, word=Word(Step.PASSED_ON, text=text, unit=unit), by=by, at=at)
    own = {one.key: one for one in Occurrence.objects.filter(task=row.task_id, unit=unit)}
    key, same = row.key, own.get(row.key)
    if same is not None and same.state in UNDONE:
        return same
    if same is not None:
        key = another(row.key, taken=own)
    new = Occurrence.objects.create(
        task_id=row.task_id, unit_id=unit, giver_id=row.giver_id, key=key, starts=row.starts, ends=row.ends,
        due_on=row.due_on, percent=row.percent, shown_at=row.shown_at, after=row, made_at=at,
    )  # fmt: skip
    for asked in row.extensions.filter(granted=None):
        Extension.objects.create(
            occurrence=new, was_due_on=asked.was_due_on, asked_for=asked.asked_for, why=asked.why,
            asked_at=asked.asked_at, asked_by=asked.asked_by,
        )  # fmt: skip
    return new


def hold(units: Collection[UUID]) -> None:
    """Hold what these units have to do, before it is recorded that they end."""
    held(_undone(units))


def _undone(units: Collection[UUID] | None) -> QuerySet[Occurrence]:
    undone = Occurrence.objects.filter(state__in=UNDONE)
    return undone if units is None else undone.filter(unit__in=units)


def _not_asked(rows: Sequence[Occurrence]) -> list[Occurrence]:
    """Those of which no person was asked yet."""
    about = [str(row.pk) for row in rows]
    asked = set(Handover.objects.filter(what=WHAT, about__in=about).values_list("about", flat=True))
    return [row for row in rows if str(row.pk) not in asked]
