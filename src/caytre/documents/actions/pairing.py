"""Duties become rows, and those that are worded alike in two documents of one register are paired."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Q

from caytre.core import history
from caytre.core.access import fetch
from caytre.core.models import User
from caytre.documents.models import Apart, Document, Duty, Sketch, Twin
from caytre.documents.rules.duties import Asked, alike, duties
from caytre.documents.rules.meaning import agree
from caytre.documents.rules.permissions import can_correct
from caytre.units.queries.standing import permitted
from vanban.likeness import sketch

COMMON = 200
"""A phrase that more duties of a register hold tells nothing."""
MOST = 50
"""Of one duty, so many pairs are kept: what is asked more often is no slip, but how such papers are written."""


def pair(document: Document, *, facts: Mapping[str, Any]) -> None:
    """Write down what a document asks, and what is asked twice by that. A document of no office is left out."""
    document.duties.all().delete()
    made = Duty.objects.bulk_create(
        Duty(
            document=document, part=one.part, place=one.place, text=one.text, whom=list(one.whom), to=list(one.to),
            time=one.time, mark=one.mark,
        )
        for one in duties(facts)
    )  # fmt: skip
    numbers = {duty.pk: sketch(duty.text) for duty in made}
    if document.unit_id is not None:
        Twin.objects.bulk_create(_twins(document, made, numbers))
    Sketch.objects.bulk_create(
        (Sketch(duty_id=pk, number=number) for pk, found in numbers.items() for number in found),
        batch_size=1_000,
    )


def tell_apart(twin: int, *, by: User, at: datetime) -> None:
    """Say that two duties are not the same. Raises NotFound, MayNotCorrect."""
    with transaction.atomic():
        found = fetch(Twin.objects.select_related("first__document", "second__document"), by=by, pk=twin)
        first, second = found.first, found.second
        by = permitted(by, at=at, can=can_correct, paper=first.document)
        Apart.objects.create(
            first=first.document, second=second.document, first_mark=first.mark, second_mark=second.mark, by=by, at=at
        )  # fmt: skip
        found.delete()
        history.record(
            "documents.duty.told_apart", about=first.document_id, by=by, at=at, other=str(second.document_id)
        )


def _twins(document: Document, made: Iterable[Duty], numbers: Mapping[int, Iterable[int]]) -> list[Twin]:
    """The pairs of these duties with those of the other documents of the register."""
    apart = _told_apart(document)
    near = _near(document, {number for found in numbers.values() for number in found})
    found = []
    for duty in made:
        others = {
            other.pk: other for number in numbers[duty.pk] for other in near.get((duty.part, number), ())
        }
        pairs = [
            (alike(_asked(duty), other=_asked(other)), other)
            for other in others.values()
            if frozenset(((document.pk, duty.mark), (other.document_id, other.mark))) not in apart
        ]
        best = sorted((pair for pair in pairs if pair[0]), key=lambda pair: (-pair[0], pair[1].pk))[:MOST]
        found += [Twin(first=other, second=duty, likeness=share) for share, other in best]
    return found


def _near(document: Document, numbers: set[int]) -> dict[tuple[str, int], list[Duty]]:
    """The duties of the other documents of the register by what their sketches share with these numbers. The same
    paper that came in as another file asks nothing twice."""
    there = Sketch.objects.filter(duty__document__unit=document.unit_id).exclude(duty__document=document)
    counted = there.filter(number__in=numbers).order_by().values("number").annotate(times=Count("pk"))
    telling = [row["number"] for row in counted if row["times"] <= COMMON]
    near: dict[tuple[str, int], list[Duty]] = {}
    for row in there.filter(number__in=telling).select_related("duty__document"):
        if not _is_same_paper(document, row.duty.document):
            near.setdefault((row.duty.part, row.number), []).append(row.duty)
    return near


def _asked(duty: Duty) -> Asked:
    return Asked(duty.part, duty.place, duty.text, tuple(duty.whom), tuple(duty.to), duty.time)


def _is_same_paper(one: Document, other: Document) -> bool:
    same = one.number_key == other.number_key != "" and one.issued == other.issued
    return same and agree(one.issuer, other=other.issuer)


def _told_apart(document: Document) -> set[frozenset[tuple[Any, str]]]:
    rows = Apart.objects.filter(Q(first=document) | Q(second=document))
    return {frozenset(((one.first_id, one.first_mark), (one.second_id, one.second_mark))) for one in rows}
