"""A document is read in a process of its own, which may be stopped, may die, and leaves nothing stuck.

The state of the document is the truth: a job that comes twice, or late, finds nothing to do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from django.db import transaction
from django.db.models import Max

import vanban
from caytre.core import history, search
from caytre.core.models import User
from caytre.core.refusals import gettext_noop
from caytre.documents.actions import intake, kept, reader
from caytre.documents.actions.kept import Progress
from caytre.documents.actions.reader import DIED, Clock, Outcome, Wanted
from caytre.documents.actions.weaving import weave_soon
from caytre.documents.models import Document, Reading, State
from caytre.documents.queries.reading import changes_of
from caytre.documents.queries.register import KIND
from caytre.documents.rules.facts import apply
from caytre.documents.rules.permissions import can_read_again, can_stop
from caytre.documents.rules.summary import findable, summary
from caytre.units.queries.standing import permitted

LEASE = timedelta(seconds=8)
ATTEMPTS = 3
NO_FILE = gettext_noop("Tệp gốc không còn trong kho hoặc đã bị thay đổi. Hãy đưa tệp vào lại.")


class Withdraw(Protocol):
    def __call__(self, key: UUID, *, at: datetime) -> bool: ...


class Run(Protocol):
    def __call__(self, path: Path, *, key: UUID, clock: Clock, wanted: Wanted) -> Outcome: ...


def read(key: UUID, *, clock: Clock, withdraw: Withdraw = intake.withdraw, run: Run = reader.run) -> bool:
    """Read a queued document; False where there is nothing to do (stopped, removed, read by another).

    ``withdraw`` takes out one in which a stamp of secrecy was found; ``run`` has the file read.
    """
    document = _claim(key, at=clock())
    if document is None:
        return False
    history.record("documents.reading.started", about=key, by=None, at=clock())
    outcome = _run(document, clock, run)
    if outcome.stamped:
        return withdraw(key, at=clock())
    if outcome.content is not None:
        return _store(key, outcome.content, at=clock())
    if outcome.reason == DIED and _put_back(key):
        return read(key, clock=clock, withdraw=withdraw, run=run)
    if not outcome.reason:
        kept.tidy()  # of a document that was removed meanwhile the reader may have kept one more page
        return False
    return _fail(key, reason=outcome.reason, at=clock())


def stop(document: Document, *, by: User, at: datetime) -> None:
    """Read this document no further until somebody asks for it. Raises MayNotHaveRead, NotWaiting."""
    with transaction.atomic():
        fresh = Document.objects.locked(document.pk)
        by = permitted(by, at=at, can=can_stop, paper=fresh)
        fresh.state = State.STOPPED
        fresh.save(update_fields=["state"])
        history.record("documents.reading.stopped", about=document.pk, by=by, at=at)


def queue_again(document: Document, *, by: User, at: datetime, queue: Callable[[UUID], None]) -> None:
    """Have a document read once more: one that was stopped or failed, or was read and shall be read by
    a newer reader. Raises MayNotHaveRead, StillWaiting."""
    with transaction.atomic():
        fresh = Document.objects.locked(document.pk)
        by = permitted(by, at=at, can=can_read_again, paper=fresh)
        Document.objects.filter(pk=document.pk).update(
            state=State.QUEUED,
            queued_at=at,
            started_at=None,
            beat=None,
            attempts=0,
            reason="",
        )
        history.record("documents.reading.wanted", about=document.pk, by=by, at=at)
        queue(document.pk)


def rescue(*, at: datetime) -> list[UUID]:
    """Put back what a dead process was reading; returns every document that waits to be read.

    A file over which several processes died is given up. Pages that nobody goes on from are forgotten.
    """
    kept.tidy()
    lost = Document.objects.filter(state=State.READING, beat__lt=at - LEASE)
    for document in lost.filter(attempts__gte=ATTEMPTS):
        _fail(document.pk, reason=DIED, at=at)
    lost.filter(attempts__lt=ATTEMPTS).update(state=State.QUEUED, started_at=None, beat=None)
    return list(
        Document.objects.filter(state=State.QUEUED).order_by("queued_at").values_list("pk", flat=True)
    )


def _claim(key: UUID, *, at: datetime) -> Document | None:
    with transaction.atomic():
        document = Document.objects.select_for_update().filter(pk=key, state=State.QUEUED).first()
        if document is None:
            return None
        document.state, document.started_at, document.beat = State.READING, at, at
        document.attempts += 1
        document.save(update_fields=["state", "started_at", "beat", "attempts"])
        return document


def _run(document: Document, clock: Clock, run: Run) -> Outcome:
    path = Path(document.file.path)
    if not _is_as_it_came(path, document.sha256):
        return Outcome(reason=NO_FILE)
    own = Document.objects.filter(pk=document.pk, state=State.READING, started_at=document.started_at)
    before = kept.progress(document.pk).done or 0

    def is_wanted(at: datetime, progress: Progress) -> bool:
        done, total = progress
        # Only deaths without a page done count: a long scan may be cut off at the end of many days.
        attempts = 1 if (done or 0) > before else document.attempts
        return own.update(beat=at, pages_done=done, pages_total=total, attempts=attempts) > 0

    return run(path, key=document.pk, clock=clock, wanted=is_wanted)


def _put_back(key: UUID) -> bool:
    """Have the document wait again; False where too many processes died over it, or nobody waits any more."""
    rows = Document.objects.filter(pk=key, state=State.READING, attempts__lt=ATTEMPTS)
    return rows.update(state=State.QUEUED) > 0


def _is_as_it_came(path: Path, sha256: str) -> bool:
    """What is read is what was examined."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
    except OSError:
        return False


def _fail(key: UUID, *, reason: str, at: datetime) -> bool:
    with transaction.atomic():
        document = Document.objects.select_for_update().filter(pk=key, state=State.READING).first()
        if document is None:
            return False
        document.state, document.reason, document.beat = State.FAILED, reason, None
        document.save(update_fields=["state", "reason", "beat"])
        history.record("documents.reading.failed", about=key, by=None, at=at)
    return True


def _store(key: UUID, content: dict[str, Any], *, at: datetime) -> bool:
    with transaction.atomic():
        document = Document.objects.select_for_update().filter(pk=key, state=State.READING).first()
        if document is None:
            return False
        last = document.readings.aggregate(last=Max("number"))["last"] or 0
        Reading.objects.create(
            document=document, number=last + 1, at=at, version=vanban.__version__, content=content
        )
        document.state, document.beat = State.READ, None
        document.pages_done = document.pages_total = None
        document.save(update_fields=["state", "beat", "pages_done", "pages_total"])
        refresh(document, content=content)
        history.record("documents.reading.finished", about=key, by=None, at=at, number=last + 1)
    kept.wipe(key)
    return True


def refresh(document: Document, *, content: dict[str, Any]) -> None:
    """Bring the register's columns, the search entry and, soon, the citations in line with the facts."""
    facts = apply(content, changes=changes_of(document)).content
    Document.objects.filter(pk=document.pk).update(**summary(facts))
    search.put(document.pk, kind=KIND, text=findable(facts, name=document.name))
    weave_soon(document.pk)
