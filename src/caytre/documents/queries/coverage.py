"""How far a plan carries out a document above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from caytre.documents.models import Basis, Document, Judgement
from caytre.documents.queries.reading import Read, read_of
from caytre.documents.rules.coverage import Sheet, named_tasks, sheet_of
from caytre.documents.rules.decisions import Decision, Named
from caytre.documents.rules.permissions import NothingRead
from vanban.coverage import Comparison
from vanban.jsonform import from_json


@dataclass(frozen=True, slots=True)
class Side:
    """A document that was read, and its tasks by their words."""

    document: Document
    read: Read
    tasks: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A plan beside a document above it."""

    basis: Basis
    upper: Side
    plan: Side
    comparison: Comparison
    sheet: Sheet


def compared(basis: Basis) -> Compared:
    """The two documents side by side, as they are read now. Raises NothingRead."""
    upper, plan = side_of(basis.upper), side_of(basis.plan)
    comparison = Comparison(from_json(upper.read.facts.content), plan=from_json(plan.read.facts.content))
    sheet = sheet_of(
        comparison.coverage(), asked=upper.tasks, planned=plan.tasks, decisions=decisions_of(basis)
    )
    return Compared(basis, upper, plan, comparison, sheet)


def side_of(document: Document) -> Side:
    """A document with its tasks. Raises NothingRead."""
    read = read_of(document)
    if read is None:
        raise NothingRead
    return Side(document, read, named_tasks(read.facts))


def decisions_of(basis: Basis) -> list[Decision]:
    """What people decided about the requirements of one document, the oldest first."""
    return [_decision(row) for row in basis.judgements.select_related("by")]


def _decision(row: Judgement) -> Decision:
    task = _named(row.task) if row.task else None
    return Decision(_named(row.asked), row.state, task, row.why, row.by.shown, row.at.isoformat())


def _named(value: dict[str, Any]) -> Named:
    return Named(value["quote"], value["nth"], value["text"])
