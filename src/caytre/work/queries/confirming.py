"""The queue of proposals, as whoever confirms them sees it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caytre.documents.queries.reading import read_of
from caytre.work.models import Decision, Plan, Proposal, Task
from caytre.work.queries.meanings import meanings
from caytre.work.queries.tasks import Row, rows_of
from caytre.work.rules.proposals import News, facts_of, news, twins
from caytre.work.rules.suggesting import Meaning, Suggestion, suggested

DECIDED = (Decision.ACCEPTED, Decision.EDITED, Decision.REFUSED)


@dataclass(frozen=True, slots=True)
class Line:
    """A proposal: what it would become while it is open, else the tasks that came of it.

    ``differs`` names in what it differs from a decided one of the same words.
    """

    proposal: Proposal
    suggestion: Suggestion | None
    rows: tuple[Row, ...]
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Queue:
    """The proposals of a plan in the order of the text; ``lines``: those that are shown; ``news``: what the document
    says now beyond them."""

    lines: tuple[Line, ...]
    proposals: tuple[Proposal, ...]
    text: str
    reading: int
    news: News


def queue_of(plan: Plan, *, today: date, keys: Container[int]) -> Queue:
    """The queue of a plan whose document was read, with the lines of these proposals."""
    read = read_of(plan.document) if plan.document else None
    every = tuple(plan.proposals.order_by("place", "id"))
    shown = [one for one in every if one.pk in keys]
    lines = tuple(lines_of(shown, plan=plan, today=today, beside=every))
    if read is None:
        return Queue(lines, every, "", 0, news((), decisions={}))
    facts = facts_of(read.facts.content)
    decisions = {one.mark: one.decision for one in every}
    return Queue(
        lines, every, read.reading.content["text"], read.reading.number, news(facts, decisions=decisions)
    )


def lines_of(
    proposals: Sequence[Proposal], *, plan: Plan, today: date, beside: Sequence[Proposal] = ()
) -> list[Line]:
    """These proposals with what they would become or became; twins are looked for among them and those beside."""
    meaning = meanings(plan, today=today)
    undecided = [one for one in proposals if one.decision == Decision.NEW]
    decided = [one for one in beside or proposals if one.decision in DECIDED]
    differs = dict(
        zip(
            (one.pk for one in undecided),
            twins((one.content for one in undecided), decided=(one.content for one in decided)),
            strict=True,
        )
    )
    came = _tasks([one for one in proposals if one.decision in DECIDED], today)
    return [
        Line(
            one,
            suggestion_of(one, plan=plan, meaning=meaning) if one.decision == Decision.NEW else None,
            tuple(came.get(one.pk, ())),
            differs.get(one.pk, ()),
        )
        for one in proposals
    ]


def suggestion_of(proposal: Proposal, *, plan: Plan, meaning: Meaning) -> Suggestion:
    """What a proposal would become."""
    return suggested(proposal.content, meaning=meaning, on=plan.on, until=plan.until)


def _tasks(proposals: Iterable[Proposal], today: date) -> dict[int, list[Row]]:
    keys = [one.pk for one in proposals]
    pairs = Task.proposals.through.objects.filter(proposal__in=keys).values_list("proposal_id", "task_id")
    whose: dict[UUID, list[int]] = {}
    for proposal, task in pairs:
        whose.setdefault(task, []).append(proposal)
    found: dict[int, list[Row]] = {}
    tasks = Task.objects.filter(pk__in=whose).order_by("place", "made_at", "id")
    for row in rows_of(tasks, today=today):
        for key in whose[row.task.pk]:
            found.setdefault(key, []).append(row)
    return found
