"""Tasks with those who take part in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caytre.documents.models import Document
from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.work.models import ENDED, Party, Plan, Task
from caytre.work.rules.clear import Clear, clear
from caytre.work.rules.occasions import schedule
from caytre.work.rules.wanted import LEAD, MEMBER, Taking, Wanted, doers
from vanban.schedule import Schedule
from vanban.units import Directory

NAMED = 3
"""So many members of a set are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Taker:
    """Who takes part, as it is shown: ``uid`` of a unit, or the words of a set (``members`` of which are units) or of
    a name that is no known unit."""

    part: str
    name: str
    uid: UUID | None = None
    is_set: bool = False
    members: int = 0
    named: tuple[str, ...] = ()
    written: str = ""

    @property
    def is_unknown(self) -> bool:
        return self.uid is None and not self.is_set


@dataclass(frozen=True, slots=True)
class Row:
    """A task as a page shows it."""

    task: Task
    takers: tuple[Taker, ...]
    clear: Clear

    @property
    def lead(self) -> Taker | None:
        return next((one for one in self.takers if one.part == LEAD), None)

    @property
    def others(self) -> tuple[Taker, ...]:
        return tuple(one for one in self.takers if one.part != LEAD)

    @property
    def schedule(self) -> Schedule:
        return schedule(self.task)


def wanted_of(task: Task) -> Wanted:
    """What a task says, as values."""
    return Wanted(
        text=task.text, schedule=schedule(task), product=task.product, answerable=task.answerable,
        authority=task.authority, unclear=task.unclear, basis=task.basis, section=task.section,
        heading=task.heading, time_quote=task.time_quote,
        takings=tuple(taking_of(one) for one in task.parties.all()),
    )  # fmt: skip


def taking_of(party: Party) -> Taking:
    return Taking(party.part, party.uid, party.written, party.on)


def rows_of(tasks: Iterable[Task], *, today: date) -> list[Row]:
    """The tasks with all who take part in them, in one query."""
    every = list(tasks)
    parties: dict[UUID, list[Taking]] = {task.pk: [] for task in every}
    for party in Party.objects.filter(task__in=every).order_by("task", "place", "id"):
        parties[party.task_id].append(taking_of(party))
    among = directory()
    return [
        Row(task, takers(known, among=among, today=today), clear(task, doers=len(doers(known))))
        for task, known in zip(every, parties.values(), strict=True)
    ]


def takers(takings: Iterable[Taking], *, among: Directory, today: date) -> tuple[Taker, ...]:
    """Who takes part, a set with its members as one."""
    every = list(takings)
    sets = {(one.part, one.written) for one in every if one.is_set}
    below: Mapping[tuple[str, str], list[Taking]] = {key: [] for key in sets}
    for one in every:
        key = (LEAD if one.part == MEMBER else one.part, one.written)
        if one.uid and key in sets:
            below[key].append(one)
    inside = {id(one) for found in below.values() for one in found}
    return tuple(_taker(one, below, among, today) for one in every if id(one) not in inside)


def _taker(
    one: Taking, below: Mapping[tuple[str, str], list[Taking]], among: Directory, today: date
) -> Taker:
    if one.uid is not None:
        return Taker(one.part, name_of(str(one.uid), among=among, on=today), one.uid, written=one.written)
    members = below.get((one.part, one.written), []) if one.is_set else []
    named = tuple(name_of(str(member.uid), among=among, on=today) for member in members[:NAMED] if member.uid)
    return Taker(one.part, one.written, None, one.is_set, len(members), named, one.written)


def document_of(task: Task) -> Document | None:
    """The document by which a task is given, if it is by one."""
    plan = plan_of(task)
    return plan.document if plan else None


def plan_of(task: Task) -> Plan | None:
    """The plan of a task; that of the whole where it is a part."""
    above: Task | None = task
    while above is not None and above.plan is None:
        above = above.parent
    return above.plan if above else None


def doing(task: Task) -> frozenset[UUID]:
    """The units that have to do a task: those that were given it, and those to which it was passed on."""
    given = doers(taking_of(one) for one in task.parties.all())
    passed = task.occurrences.filter(after__isnull=False).exclude(state__in=ENDED)
    return frozenset(given) | set(passed.values_list("unit_id", flat=True))


def came_of_proposals(task: Task) -> bool:
    """Whether a person accepted it as proposed; another wording of such a task did not come of it."""
    return task.proposals.exists() and not task.took_place_of.exists()
