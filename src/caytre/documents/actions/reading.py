"""A document is read in a process of its own, which may be stopped, may die, and leaves nothing stuck.

The state of the document is the truth: a job that comes twice, or late, finds nothing to do.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

import vanban
from caytre.core import history, search
from caytre.core.models import User
from caytre.core.refusals import gettext_noop
from caytre.documents.models import Document, Reading, State
from caytre.documents.queries.reading import changes_of
from caytre.documents.queries.register import KIND
from caytre.documents.rules.facts import apply
from caytre.documents.rules.permissions import NotWaiting, StillWaiting, can_read_again, can_stop
from caytre.documents.rules.summary import findable, summary
from vanban.errors import SecretStamp

Clock = Callable[[], datetime]
POLL = 0.2
LEASE = timedelta(seconds=8)
LIMIT = timedelta(minutes=5)
MEMORY = 4 << 30
ATTEMPTS = 3
TOO_LONG = gettext_noop("Đọc quá lâu nên đã dừng. Hãy kiểm tra tệp hoặc chia tệp nhỏ hơn.")
DIED = gettext_noop("Chương trình đọc đã ngừng giữa chừng nhiều lần với tệp này. Hãy kiểm tra tệp.")
STAMPED = gettext_noop("Lần đọc này thấy dấu độ mật trong tệp. Hãy gỡ bỏ văn bản khỏi hệ thống ngay.")
NO_FILE = gettext_noop("Tệp gốc không còn trong kho hoặc đã bị thay đổi. Hãy đưa tệp vào lại.")


def read(key: UUID, *, clock: Clock) -> bool:
    """Read a queued document; False where there is nothing to do (stopped, removed, read by another)."""
    document = _claim(key, at=clock())
    if document is None:
        return False
    history.record("documents.reading.started", about=key, by=None, at=clock())
    outcome = _run(document, clock)
    if outcome is None:
        return False
    content, reason = outcome
    if content is None:
        return _fail(key, reason=reason, at=clock())
    return _store(key, content, at=clock())


def stop(document: Document, *, by: User, at: datetime) -> None:
    """Read this document no further until somebody asks for it. Raises :class:`NotWaiting`."""
    with transaction.atomic():
        fresh = Document.objects.select_for_update().get(pk=document.pk)
        if not can_stop(fresh):
            raise NotWaiting
        fresh.state = State.STOPPED
        fresh.save(update_fields=["state"])
        history.record("documents.reading.stopped", about=document.pk, by=by, at=at)


def queue_again(document: Document, *, by: User, at: datetime, queue: Callable[[UUID], None]) -> None:
    """Have a document read once more: one that was stopped or failed, or was read and shall be read by
    a newer reader. Raises :class:`StillWaiting`."""
    with transaction.atomic():
        fresh = Document.objects.select_for_update().get(pk=document.pk)
        if not can_read_again(fresh):
            raise StillWaiting
        Document.objects.filter(pk=document.pk).update(
            state=State.QUEUED, queued_at=at, started_at=None, beat=None, attempts=0, reason=""
        )
        history.record("documents.reading.wanted", about=document.pk, by=by, at=at)
        queue(document.pk)


def rescue(*, at: datetime) -> list[UUID]:
    """Put back what a dead process was reading; returns every document that waits to be read.

    A file over which several processes died is given up.
    """
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


def _run(document: Document, clock: Clock) -> tuple[dict[str, Any] | None, str] | None:
    """The reading, or why there is none; None where the document is no longer wanted."""
    path = Path(document.file.path)
    if not _is_as_it_came(path, document.sha256):
        return None, NO_FILE
    with TemporaryFile() as out, TemporaryFile() as err:
        command = [sys.executable, "-m", "vanban.cli", "read", "--format", "json", str(path)]
        environment = {**os.environ, "PYTHONPATH": str(Path(vanban.__file__).parent.parent)}
        child = subprocess.Popen(
            command, stdout=out, stderr=err, stdin=subprocess.DEVNULL, start_new_session=True, env=environment
        )
        _limit(child)
        try:
            given_up = _watch(child, document, clock)
        finally:
            _kill(child)
        if given_up is not None:
            return (None, given_up) if given_up else None
        return _outcome(child.returncode, out, err, path)


def _limit(child: subprocess.Popen[bytes]) -> None:
    """Bound what the child may use, also where nobody is left to watch it."""
    with suppress(ProcessLookupError):
        resource.prlimit(child.pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.prlimit(child.pid, resource.RLIMIT_CPU, (int(LIMIT.total_seconds()),) * 2)


def _is_as_it_came(path: Path, sha256: str) -> bool:
    """What is read is what was examined."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
    except OSError:
        return False


def _watch(child: subprocess.Popen[bytes], document: Document, clock: Clock) -> str | None:
    """Wait for the child, giving signs of life; a reason to give up, "" where nobody waits any more."""
    started = beaten = clock()
    while True:
        try:
            child.wait(POLL)
            return None
        except subprocess.TimeoutExpired:
            now = clock()
        if now - started > LIMIT:
            return TOO_LONG
        if now - beaten > timedelta(seconds=1):
            beaten = now
            if not Document.objects.filter(pk=document.pk, state=State.READING).update(beat=now):
                return ""


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End the child and what it started."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _outcome(code: int, out: IO[bytes], err: IO[bytes], path: Path) -> tuple[dict[str, Any] | None, str]:
    out.seek(0)
    err.seek(0)
    if code == 0:
        content: dict[str, Any] = json.load(out)
        return content, ""
    lines = err.read().decode(errors="replace").strip().splitlines()
    said = lines[-1].removeprefix(f"{path}: ") if lines and lines[-1].startswith(f"{path}: ") else ""
    return None, STAMPED if said == SecretStamp.message else said or DIED


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
        document.save(update_fields=["state", "beat"])
        refresh(document, content=content)
        history.record("documents.reading.finished", about=key, by=None, at=at, number=last + 1)
    return True


def refresh(document: Document, *, content: dict[str, Any]) -> None:
    """Bring the register's columns and the search entry in line with the facts."""
    facts = apply(content, changes=changes_of(document)).content
    Document.objects.filter(pk=document.pk).update(**summary(facts))
    search.put(document.pk, kind=KIND, text=findable(facts, name=document.name))
