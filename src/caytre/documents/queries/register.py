"""The register: filter, sort, page, search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, When

from caytre.core import search
from caytre.core.models import User
from caytre.documents.models import Document, DocumentQuerySet, Removal, State

KIND = "document"
PAGE = 50
SORTS = {
    "received": ("received_at", "id"),
    "issued": ("issued", "received_at", "id"),
    "title": ("title_key", "name", "id"),
    "issuer": ("issuer_key", "issued", "id"),
    "code": ("code", "id"),
    "tasks": ("task_count", "id"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asks the register for. ``sort`` "" is by relevance where words are searched,
    else the newest first; a leading "-" turns an order round. ``page`` counts from 1."""

    words: str = ""
    state: str = ""
    type: str = ""
    since: str = ""
    until: str = ""
    sort: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the register. ``capped``: more was found than search returns."""

    documents: Sequence[Document]
    total: int
    page: int
    pages: int
    capped: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many documents wait, are being read, and are there in all."""

    queued: int
    reading: int
    failed: int
    total: int


def page_of(wanted: Wanted, *, user: User) -> Page:
    """The page of the register that was asked for; a page beyond the last is the last."""
    visible = Document.objects.visible_to(user)
    rows = _filtered(wanted, visible)
    found: list[str] | None = None
    if wanted.words.strip():
        found = search.find(wanted.words, kind=KIND, among=visible)
        rows = rows.filter(pk__in=found)
    total = rows.count()
    pages = max(1, -(-total // PAGE))
    page = min(max(1, wanted.page), pages)
    rows = _sorted(rows, wanted.sort, found)
    shown = rows.select_related("received_by")[(page - 1) * PAGE : page * PAGE]
    return Page(list(shown), total, page, pages, capped=found is not None and len(found) == search.LIMIT)


def types(user: User) -> list[str]:
    """The types of document that the register holds."""
    held = Document.objects.visible_to(user).exclude(type="").order_by("type")
    return list(held.values_list("type", flat=True).distinct())


def waiting(user: User) -> Waiting:
    """The state of the queue in one row."""
    counts = dict(
        Document.objects.visible_to(user)
        .order_by()
        .values_list("state")
        .annotate(number=Count("id"))
        .values_list("state", "number")
    )
    return Waiting(
        queued=counts.get(State.QUEUED, 0),
        reading=counts.get(State.READING, 0),
        failed=counts.get(State.FAILED, 0),
        total=sum(counts.values()),
    )


def removals(user: User) -> list[Removal]:
    """The notes of what was removed and the person could see, the newest first."""
    return list(Removal.objects.visible_to(user).select_related("by", "received_by")[:PAGE])


def untold(user: User) -> list[Removal]:
    """What the machine took out of what this person brought in, as long as they have not seen that it did."""
    return list(Removal.objects.untold(user))


def _filtered(wanted: Wanted, rows: DocumentQuerySet) -> DocumentQuerySet:
    if wanted.state in State.values:
        rows = rows.filter(state=wanted.state)
    if wanted.type:
        rows = rows.filter(type=wanted.type)
    if wanted.since:
        rows = rows.filter(issued__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(issued__gt="", issued__lte=wanted.until)
    return rows


def _sorted(rows: DocumentQuerySet, sort: str, found: list[str] | None) -> DocumentQuerySet:
    order = SORTS.get(sort.lstrip("-"))
    if order is None and found is not None:
        places = [When(pk=key, then=place) for place, key in enumerate(found)]
        return rows.order_by(Case(*places, default=len(found))) if places else rows
    if order is None:
        return rows.order_by("-received_at", "id")
    minus = "-" if sort.startswith("-") else ""
    return rows.order_by(*(minus + column for column in order))
