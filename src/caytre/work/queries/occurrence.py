"""One occurrence as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from caytre.core.access import NotFound, fetch
from caytre.core.models import User
from caytre.documents.models import Document
from caytre.documents.rules.permissions import Person
from caytre.prepared import Prepared
from caytre.units.models import Post
from caytre.work.models import Entry, Evidence, Extension, Occurrence, Task
from caytre.work.models.among import Asks
from caytre.work.queries.rollup import parts_below
from caytre.work.queries.tasks import plan_of
from caytre.work.rules.deeds import Offer, offers
from caytre.work.rules.progress import Parts, rolled_up
from caytre.work.rules.standing import Standing, standing

SHOWN_PARTS = 100
_MORE = {
    "asks": Asks("id"),
    "has_parts": Exists(Task.objects.filter(parent=OuterRef("task"))),
    "has_followed": Exists(Occurrence.objects.filter(after=OuterRef("pk"))),
}
"""Most work has no parts, was not passed on, and no more time was asked for it: what is not there is not asked for."""
_ONE = Prepared(lambda key: Occurrence.objects.filter(pk=key).select_related("task__plan").annotate(**_MORE))
_ASKED = Prepared(lambda key: Extension.objects.filter(occurrence=key, granted=None).order_by())
_ENTRIES = Prepared(
    lambda key: Entry.objects.filter(occurrence=key).select_related("by", "whom").order_by("-id")
)
_EVIDENCE = Prepared(lambda key: _open().filter(entry__occurrence=key).order_by("name", "pk"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """``entries`` are the steps with their evidence, the last first. ``before`` is what another unit had to do until
    this came in its place, ``instead`` what came in the place of this; both only where the person may see them.
    ``document`` likewise. ``parts`` are of what was handed down, ``listed`` the first of them."""

    occurrence: Occurrence
    task: Task
    document: Document | None
    standing: Standing
    entries: tuple[Entry, ...]
    asked: Extension | None
    offers: tuple[Offer, ...]
    parts: Parts
    listed: tuple[Occurrence, ...]
    before: Occurrence | None
    instead: Occurrence | None


def fetched(key: UUID, *, by: User) -> Occurrence:
    """The occurrence, if this person may see it, with ``asks``, ``has_parts`` and ``has_followed``. Raises NotFound."""
    one = _ONE.first(key=key)
    if one is None or not by.is_active:
        raise NotFound
    units = by.reach.units
    if units is None or not units.isdisjoint((one.unit_id, one.giver_id)):
        return one
    fetch(Occurrence.objects, by=by, pk=key)  # their unit may help
    return one


def offered(one: Occurrence, *, by: User) -> tuple[Offer, ...]:
    """What can be done now of an occurrence that was :func:`fetched`, by this person or by others."""
    is_due = one.due_on is not None
    return tuple(offers(cast(Person, by), given=one, state=one.state, is_due=is_due, asks=one.asks))


def sheet(one: Occurrence, *, by: User, on: date) -> Sheet:
    """All that the page of an occurrence that was :func:`fetched` for this person shows on a day."""
    asked = _ASKED.first(key=one.pk) if one.asks else None
    parts = _parts(one)
    plan = plan_of(one.task)
    key = plan.document_id if plan else None
    document = Document.objects.visible_to(by).filter(pk=key).first() if key else None
    seen = Occurrence.objects.visible_to(by).order_by().only("id")
    return Sheet(
        one, one.task, document, standing(one, on=on, asks=one.asks), _entries(one), asked, offered(one, by=by),
        rolled_up((part.state, part.percent) for part in parts), tuple(parts[:SHOWN_PARTS]),
        next(iter(seen.filter(pk=one.after_id)), None) if one.after_id else None,
        next(iter(seen.filter(after=one.pk)), None) if one.has_followed else None,
    )  # fmt: skip


def _parts(one: Occurrence) -> list[Occurrence]:
    if not one.has_parts:
        return []
    return list(parts_below(one).select_related("task").order_by("task__place", "id"))


def _entries(one: Occurrence) -> tuple[Entry, ...]:
    entries = _ENTRIES(key=one.pk)
    proofs: dict[int, list[Evidence]] = {entry.pk: [] for entry in entries}
    for proof in _EVIDENCE(key=one.pk) if entries else ():
        proofs[proof.entry_id].append(proof)
    for entry in entries:
        entry.shown = proofs[entry.pk]
    return tuple(entries)


def colleagues(occurrence: Occurrence, *, on: date) -> Iterator[User]:
    """To whom the unit may hand it: whoever holds a post there."""
    posts = Post.objects.as_of(on).filter(unit=occurrence.unit_id).values("user")
    yield from User.objects.filter(pk__in=posts, is_active=True).order_by("name_key", "pk")


def evidence_of(occurrence: Occurrence) -> QuerySet[Evidence]:
    """The files that were given as evidence."""
    return _open().filter(entry__occurrence=occurrence).exclude(file="")


def _open() -> QuerySet[Evidence]:
    return Evidence.objects.filter(closed_at=None)
