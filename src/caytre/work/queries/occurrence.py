"""One occurrence as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from caytre.core.access import fetch
from caytre.core.models import User
from caytre.documents.models import Document
from caytre.documents.rules.permissions import Person
from caytre.units.models import Post
from caytre.work.models import Entry, Evidence, Extension, Occurrence, Task
from caytre.work.queries.rollup import parts_below
from caytre.work.queries.tasks import plan_of
from caytre.work.rules.deeds import Offer, offers
from caytre.work.rules.progress import Parts, rolled_up
from caytre.work.rules.standing import Standing, standing

SHOWN_PARTS = 100


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
    """The occurrence, if this person may see it. Raises NotFound."""
    return fetch(Occurrence.objects.select_related("task"), by=by, pk=key)


def offered(one: Occurrence, *, by: User) -> tuple[Offer, ...]:
    """What can be done of it now, by this person or by others."""
    return _offered(one, by, asks=_asked(one) is not None)


def sheet(one: Occurrence, *, by: User, on: date) -> Sheet:
    """All that the page of an occurrence that this person sees shows on a day.

    Most work has no parts, came in no place of other work and was not asked more time for: each is asked about by
    itself, which costs less than a query of all that could be there.
    """
    asked, parts = _asked(one), _parts(one)
    plan = plan_of(one.task)
    key = plan.document_id if plan else None
    document = Document.objects.visible_to(by).filter(pk=key).first() if key else None
    seen = Occurrence.objects.visible_to(by).order_by().only("id")
    return Sheet(
        one, one.task, document, standing(one, on=on, asks=asked is not None), _entries(one), asked,
        _offered(one, by, asks=asked is not None),
        rolled_up((part.state, part.percent) for part in parts), tuple(parts[:SHOWN_PARTS]),
        next(iter(seen.filter(pk=one.after_id)), None) if one.after_id else None,
        next(iter(seen.filter(after=one.pk)), None),
    )  # fmt: skip


def _asked(one: Occurrence) -> Extension | None:
    return next(iter(Extension.objects.filter(occurrence=one.pk, granted=None).order_by()), None)


def _offered(one: Occurrence, by: User, *, asks: bool) -> tuple[Offer, ...]:
    is_due = one.due_on is not None
    return tuple(offers(cast(Person, by), given=one, state=one.state, is_due=is_due, asks=asks))


def _parts(one: Occurrence) -> list[Occurrence]:
    if not Task.objects.filter(parent=one.task_id).exists():
        return []
    return list(parts_below(one).select_related("task").order_by("task__place", "id"))


def _entries(one: Occurrence) -> tuple[Entry, ...]:
    evidence = Prefetch("evidence", _open().order_by("name"))
    return tuple(one.entries.select_related("by", "whom").prefetch_related(evidence).order_by("-id"))


def colleagues(occurrence: Occurrence, *, on: date) -> Iterator[User]:
    """To whom the unit may hand it: whoever holds a post there."""
    posts = Post.objects.as_of(on).filter(unit=occurrence.unit_id).values("user")
    yield from User.objects.filter(pk__in=posts, is_active=True).order_by("name_key", "pk")


def evidence_of(occurrence: Occurrence) -> QuerySet[Evidence]:
    """The files that were given as evidence."""
    return _open().filter(entry__occurrence=occurrence).exclude(file="")


def _open() -> QuerySet[Evidence]:
    return Evidence.objects.filter(closed_at=None)
