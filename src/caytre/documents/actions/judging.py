"""A person says which document a plan carries out, and decides how far it does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from caytre.core import history
from caytre.core.access import fetch
from caytre.core.models import User
from caytre.documents.actions.correcting import ChangedMeanwhile
from caytre.documents.models import Basis, Document, Judgement
from caytre.documents.queries.coverage import side_of
from caytre.documents.rules.decisions import Named, NotAbove, check
from caytre.documents.rules.permissions import can_compare
from caytre.units.queries.standing import permitted

_LONGEST = 500


def choose(plan: Document, *, upper: Document, by: User, at: datetime) -> Basis:
    """Say that ``plan`` carries out ``upper``; done again it changes nothing. Raises MayNotCompare, NotAbove."""
    with transaction.atomic():
        by = _allowed(plan, upper, by, at)
        if plan.pk == upper.pk:
            raise NotAbove
        basis, is_new = Basis.objects.get_or_create(plan=plan, upper=upper, defaults={"by": by, "at": at})
        if not is_new and basis.dropped_at is None:
            return basis
        if not is_new:
            basis.by, basis.at, basis.dropped_at = by, at, None
            basis.save()
        history.record("documents.basis.chosen", about=plan.pk, by=by, at=at, upper=str(upper.pk))
    return basis


def drop(basis: Basis, *, by: User, at: datetime) -> None:
    """Say that it was chosen by mistake; what was decided stays, for when it is chosen again."""
    with transaction.atomic():
        by = _allowed(basis.plan, basis.upper, by, at)
        basis.dropped_at = at
        basis.save(update_fields=["dropped_at"])
        history.record(
            "documents.basis.dropped", about=basis.plan_id, by=by, at=at, upper=str(basis.upper_id)
        )


def judge(basis: Basis, *, asked: str, state: str, task: str, why: str, by: User, at: datetime) -> Judgement:
    """Decide about one requirement; ``asked`` and ``task`` are marks, ``task`` "" names none; ``state`` "" takes an
    earlier decision back.

    Raises MayNotCompare, ChangedMeanwhile where one of them is no longer there, and what :func:`check` raises.
    """
    with transaction.atomic():
        by = _allowed(basis.plan, basis.upper, by, at)
        requirement = _named(asked, side_of(basis.upper).tasks)
        answer = _named(task, side_of(basis.plan).tasks) if task else None
        why = why.strip()[:_LONGEST]
        check(state, task=answer, why=why)
        row = Judgement.objects.create(
            basis=basis, asked=requirement._asdict(), state=state, task=answer._asdict() if answer else None, why=why,
            by=by, at=at,
        )  # fmt: skip
        history.record(
            "documents.requirement.judged", about=basis.plan_id, by=by, at=at, upper=str(basis.upper_id),
            judgement=row.pk, state=state,
        )  # fmt: skip
    return row


def _allowed(plan: Document, upper: Document, by: User, at: datetime) -> User:
    """The person as they may at this moment, who sees both documents. Raises MayNotCompare, NotFound."""
    fresh = Document.objects.locked(plan.pk)
    by = permitted(by, at=at, can=can_compare, paper=fresh)
    fetch(Document.objects.all(), by=by, pk=upper.pk)
    return by


def _named(mark: str, tasks: Sequence[Named]) -> Named:
    found = next((one for one in tasks if one.mark == mark), None)
    if found is None:
        raise ChangedMeanwhile
    return found
