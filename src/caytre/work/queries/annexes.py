"""The annex of a plan: its tasks as rows, names as officials write them; and what a sheet that came back would do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from caytre.core.models import Event, User
from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.units.rules.outline import node_of
from caytre.work.models import Party, Plan, Standing, Task
from caytre.work.queries.meanings import meanings
from caytre.work.queries.tasks import wanted_of
from caytre.work.rules.annexed import Context, shown_time, understood
from caytre.work.rules.annexes import Checked, Line, Sent, compared, plain
from caytre.work.rules.suggesting import Meaning
from caytre.work.rules.wanted import COORDINATE, LEAD, MEMBER, Taking, Wanted
from vanban.units import Directory

CHANGED = ("work.task.edited", "work.task.revised", "work.task.issued", "work.plan.annexed")
"""Events after which a row says something else."""
_SHORT = 60
"""Longer words for a unit are a clause that describes it, no name."""
Names = Callable[[UUID], str]


@dataclass(frozen=True, slots=True)
class By:
    """Who changed a task last, and when."""

    shown: str
    at: datetime


def annex_of(plan: Plan, *, user: User, today: date, in_force: bool = False) -> list[Line]:
    """The rows of the annex that somebody sees, in the order of the document. ``in_force``: as it was issued, without
    drafts of other wordings; else a draft stands in the place of the task that it rewords."""
    rows = Task.objects.visible_to(user).filter(plan=plan)
    if in_force:
        rows = rows.filter(standing=Standing.ISSUED)
    else:
        rows = rows.filter(standing__in=(Standing.DRAFT, Standing.ISSUED)).exclude(
            standing=Standing.ISSUED, instead__standing=Standing.DRAFT
        )
    return _lines(_loaded(rows), plan, today)


def check(plan: Plan, *, sent: Sequence[Sent], went_out: datetime, today: date) -> Checked:
    """What the rows of a sheet that went out then would do now."""
    tasks = {task.pk: task for task in _loaded(plan.tasks.all())}
    last = {key: _last(task, tasks) for key, task in tasks.items()}
    now = {task.pk: task for task in last.values() if task.standing in (Standing.DRAFT, Standing.ISSUED)}
    lines = {line.key: line for line in _lines(now.values(), plan, today)}
    within = Context(
        names=meanings(plan, today=today),
        kept=partial(_kept, names=_names(now.values(), plan, today)),
        times={line.values["time"]: line.wanted.schedule for line in lines.values()},
        on=plan.on,
        until=plan.until,
    )
    return compared(
        sent,
        lines={key: lines[task.pk] for key, task in last.items() if task.pk in lines},
        went_out=[task.pk for task in tasks.values() if task.made_at <= went_out],
        understand=partial(understood, within=within),
    )


def last_changed(keys: Iterable[UUID]) -> Mapping[UUID, By]:
    """Who changed these tasks last, for display."""
    about = [str(key) for key in keys]
    events = Event.objects.filter(name__in=CHANGED, about__in=about).select_related("by").order_by("id")
    return {UUID(event.about): By(event.by.shown if event.by else "", event.at) for event in events}


def _loaded(rows: QuerySet[Task]) -> list[Task]:
    parties = Prefetch("parties", Party.objects.order_by("place", "id"))
    return list(rows.prefetch_related(parties).order_by("place", "made_at", "id"))


def _last(task: Task, among: Mapping[UUID, Task]) -> Task:
    """What stands for a task now: another wording that was drafted or issued in its place."""
    while task.instead_id and task.instead_id in among:
        task = among[task.instead_id]
    return task


def _lines(tasks: Iterable[Task], plan: Plan, today: date) -> list[Line]:
    every = list(tasks)
    names = _names(every, plan, today)
    return [_line(task, names) for task in every]


def _line(task: Task, names: Names) -> Line:
    wanted = wanted_of(task)
    values = {
        "text": wanted.text,
        "lead": "; ".join(dict.fromkeys(words for words, _ in _said(wanted, LEAD, names))),
        "coordinators": "; ".join(dict.fromkeys(words for words, _ in _said(wanted, COORDINATE, names))),
        "time": shown_time(wanted.schedule),
        "product": wanted.product,
    }
    is_issued = task.standing == Standing.ISSUED
    return Line(task.pk, task.version, is_issued, task.place, task.heading, task.section, values, wanted)


def _said(wanted: Wanted, part: str, names: Names) -> Iterator[tuple[str, Taking]]:
    """The names of one column, each with the takings behind it; the members of a set stand under its words."""
    parts = (LEAD, MEMBER) if part == LEAD else (part,)
    here = [one for one in wanted.takings if one.part in parts]
    sets = {one.written for one in here if one.is_set}
    for one in here:
        if one.uid is None or (one.written in sets and (part == COORDINATE or one.part == MEMBER)):
            yield plain(one.written), one
        else:
            yield names(one.uid), one


def _kept(line: Line, *, names: Names) -> Mapping[tuple[str, str], tuple[Taking, ...]]:
    """By column and name what stands behind the names that a line has already."""
    found: dict[tuple[str, str], list[Taking]] = defaultdict(list)
    for part in (LEAD, COORDINATE):
        for words, one in _said(line.wanted, part, names):
            found[part, words].append(one)
    return {key: tuple(takings) for key, takings in found.items()}


def _names(tasks: Iterable[Task], plan: Plan, today: date) -> Names:
    """How each unit is called in the annex: as the document writes it, or short with the kind of its place, where that
    means no other unit; else by its whole name."""
    written: dict[UUID, str] = {}
    for task in tasks:
        for party in task.parties.all():
            if party.uid and party.written and len(party.written) <= _SHORT:
                written.setdefault(party.uid, plain(party.written))
    meaning, among = meanings(plan, today=today), directory()

    @cache
    def name(uid: UUID) -> str:
        asked = (written.get(uid, ""), _short(uid, among, today))
        found = (one for one in asked if one and _means(one, uid, meaning))
        return next(found, name_of(str(uid), among=among, on=today))

    return name


def _means(words: str, uid: UUID, meaning: Meaning) -> bool:
    named = meaning(words)
    return named.is_settled and not named.is_set and named.today[0].uid == str(uid)


def _short(uid: UUID, among: Directory, today: date) -> str:
    """ "Công an xã" of "Công an xã Suối Trúc"; "" where the name does not end with that of its place."""
    record = among.get(str(uid))
    seat = among.get(record.seat) if record and record.seat else None
    if record is None or seat is None:
        return ""
    name, place = node_of(record, on=today).name, node_of(seat, on=today)
    bare = name.lower().removesuffix(f" {place.name.lower()}")
    return f"{name[: len(bare)]} {place.kind}" if len(bare) < len(name) else ""
