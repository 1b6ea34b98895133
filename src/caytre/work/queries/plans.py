"""Plans: the list, and one plan with its tasks under the headings of its document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from caytre.core import search
from caytre.core.models import User
from caytre.work.models import Decision, Party, Plan, Standing, Task
from caytre.work.queries.tasks import Row, rows_of
from caytre.work.rules.clear import Meter, clear, meter

TASK, PLAN = "task", "plan"
"""The kinds under which they are found."""
TOLD = ("text", "kind", "answerable", "authority", "product", "unclear")
PAGE = 50
TASKS = 200


@dataclass(frozen=True, slots=True)
class Page:
    """One page of something; pages count from 1."""

    rows: Sequence[object]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Part:
    """The headings that come before a task and did not stand above the one before it, with their depth, and the
    tasks under them."""

    headings: tuple[tuple[int, str], ...]
    rows: tuple[Row, ...]


def any_plan() -> bool:
    """Whether a plan was ever made here."""
    return Plan.objects.exists()


def plans(user: User, *, words: str = "", page: int = 1) -> Page:
    """The plans that somebody sees, the newest first, with how many tasks each has."""
    rows = Plan.objects.visible_to(user)
    if words.strip():
        rows = rows.filter(pk__in=search.find(words, kind=PLAN, among=rows))
    total = rows.count()
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    shown = rows.annotate(
        drafts=Count("tasks", filter=Q(tasks__standing=Standing.DRAFT)),
        given=Count("tasks", filter=Q(tasks__standing=Standing.ISSUED)),
    )
    return Page(list(shown[(page - 1) * PAGE : page * PAGE]), total, page, pages)


def tasks_of(plan: Plan, *, user: User, today: date, words: str = "", page: int = 1) -> Page:
    """A page of the tasks of a plan that somebody sees."""
    tasks = Task.objects.visible_to(user).filter(plan=plan)
    if words.strip():
        tasks = tasks.filter(pk__in=search.find(words, kind=TASK, among=tasks))
    total = tasks.count()
    pages = max(1, -(-total // TASKS))
    page = min(max(1, page), pages)
    here = tasks.order_by("place", "made_at", "id")[(page - 1) * TASKS : page * TASKS]
    return Page(list(outlined(rows_of(here, today=today))), total, page, pages)


def outlined(rows: Sequence[Row]) -> Iterator[Part]:
    """The tasks under their headings; a heading stands once above all that follow under it."""
    above: list[str] = []
    here: list[Row] = []
    headings: tuple[tuple[int, str], ...] = ()
    for row in rows:
        lines = row.task.heading.split("\n") if row.task.heading else []
        if lines != above and here:
            yield Part(headings, tuple(here))
            here, headings = [], ()
        if lines != above:
            same = next(
                (n for n, (old, new) in enumerate(zip(above, lines, strict=False)) if old != new),
                min(len(above), len(lines)),
            )
            headings = tuple(enumerate(lines, start=1))[same:]
            above = lines
        here.append(row)
    if here:
        yield Part(headings, tuple(here))


def meter_of(plan: Plan) -> Meter:
    """How clear the tasks of a plan are that may still be issued or are."""
    doing = Party.objects.filter(task=OuterRef("pk"), part__in=("lead", "member"), uid__isnull=False)
    tasks = Task.objects.filter(plan=plan, standing__in=(Standing.DRAFT, Standing.ISSUED)).order_by()
    told = tasks.annotate(has_doers=Exists(doing)).values_list(*TOLD, "has_doers", named=True)
    return meter(clear(task, doers=int(task.has_doers)) for task in told)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many proposals were decided, how many not; and drafts that wait to be issued."""

    decided: int
    open: int
    drafts: int


def counts_of(plan: Plan) -> Counts:
    decided = (Decision.ACCEPTED, Decision.EDITED, Decision.REFUSED)
    found = plan.proposals.aggregate(
        decided=Count("pk", filter=Q(decision__in=decided)),
        open=Count("pk", filter=Q(decision=Decision.NEW)),
    )
    drafts = plan.tasks.filter(standing=Standing.DRAFT).count()
    return Counts(found["decided"], found["open"], drafts)


def plan_for(document: UUID, *, unit: UUID | None, user: User) -> Plan | None:
    """The plan that a unit made of a document, if the person sees it."""
    return Plan.objects.visible_to(user).filter(document=document, unit=unit).first()


def drafts_of(plan: Plan, *, today: date) -> list[Row]:
    """What waits to be issued."""
    drafts = plan.tasks.filter(standing=Standing.DRAFT).order_by("place", "made_at", "id")
    return rows_of(drafts, today=today)
