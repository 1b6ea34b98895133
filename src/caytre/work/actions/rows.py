"""Tasks become rows: the one place where what is wanted is written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from caytre.core import search
from caytre.core.models import User
from caytre.work.models import Party, Plan, Proposal, Task
from caytre.work.queries.plans import PLAN, TASK
from caytre.work.rules.wanted import Taking, Wanted


def columns(wanted: Wanted) -> dict[str, Any]:
    """The columns of a task that say these things."""
    schedule = wanted.schedule
    return {
        "text": wanted.text, "product": wanted.product, "answerable": wanted.answerable[:300],
        "authority": wanted.authority[:300], "unclear": wanted.unclear[:500], "basis": wanted.basis[:500],
        "section": wanted.section[:60], "heading": wanted.heading, "time_quote": wanted.time_quote,
        "kind": schedule.kind, "raw": schedule.raw, "starts": schedule.starts, "due_on": schedule.due_on,
        "rule": schedule.rule.as_json() if schedule.rule else None,
        "review_every": schedule.review_every or "", "until": schedule.until,
    }  # fmt: skip


def create(
    wanted: Wanted, *, unit: UUID, plan: Plan | None, by: User, at: datetime,
    proposals: Iterable[Proposal] = (), parent: Task | None = None, place: int | None = None,
) -> Task:  # fmt: skip
    """A draft that says this; of ``proposals`` the first gives the words on which it stands."""
    origins = list(proposals)
    first = origins[0] if origins else None
    task = Task.objects.create(
        plan=plan, unit_id=unit, parent=parent, made_at=at, made_by=by,
        place=(first.place if first else 0) if place is None else place,
        reading=first.reading if first else None, quote=first.quote if first else "",
        start=first.start if first else None, end=first.end if first else None, **columns(wanted),
    )  # fmt: skip
    link(task, proposals=origins)
    take(task, takings=wanted.takings)
    find(task)
    return task


def link(task: Task, *, proposals: Iterable[Proposal]) -> None:
    through = Task.proposals.through
    through.objects.bulk_create(through(task_id=task.pk, proposal_id=one.pk) for one in proposals)


def take(task: Task, *, takings: Iterable[Taking]) -> None:
    """Those who take part, in this order."""
    Party.objects.bulk_create(_parties(task, takings))


def _parties(task: Task, takings: Iterable[Taking]) -> Iterator[Party]:
    for place, one in enumerate(takings):
        yield Party(task=task, part=one.part, uid=one.uid, written=one.written, on=one.on, place=place)


def write(wanted: Mapping[UUID, Wanted]) -> None:
    """Let tasks that are there, by their keys, say these things as their next version."""
    for key, one in wanted.items():
        Task.objects.filter(pk=key).update(**columns(one), version=F("version") + 1)
    tasks = Task.objects.in_bulk(list(wanted))
    Party.objects.filter(task__in=list(wanted)).delete()
    Party.objects.bulk_create(
        [party for key, one in wanted.items() for party in _parties(tasks[key], one.takings)]
    )
    for task in tasks.values():
        find(task)


def find(task: Task) -> None:
    """Make a task findable by all that is said of it."""
    said = (task.text, task.product, task.answerable, task.heading, task.raw)
    search.put(task.pk, kind=TASK, text="\n".join(one for one in said if one))


def drop(tasks: Iterable[Task]) -> None:
    """Forget drafts, with what makes them findable."""
    for task in tasks:
        search.wipe(task.pk, kind=TASK)
        task.took_place_of.update(instead=None)
        task.delete()


def find_plan(plan: Plan) -> None:
    search.put(plan.pk, kind=PLAN, text=f"{plan.code} {plan.title}")
