"""What tests of scans that are being read are set up with: a long one, a worker beside the test, its processes."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from caytre.core.models import User
from caytre.documents.actions import kept, reading
from caytre.documents.models import Document
from caytre.web.intake import Outcome, take_in
from factories import AT, place
from scanfiles import needs_recognition, plan_pages, scan

PAGES = [*plan_pages(), *(f"Phụ lục {number}. Danh sách vườn ươm của xã.\n" * 10 for number in range(6))]
PATIENCE = 120


def came_in(folder: Path, *pages: str, by: User, name: str = "quét.pdf", stamped: int = 0) -> Outcome:
    """What became of a scan that came in."""
    path = folder / name
    path.write_bytes(scan(*pages, stamped=stamped))
    return take_in(path, name=name, unit=place(by), by=by, at=AT)


@pytest.fixture
def long(officer: User, tmp_path: Path) -> Document:
    """A scan of eight pages in the register."""
    needs_recognition()
    document = came_in(tmp_path, *PAGES, by=officer).document
    assert document is not None
    return document


def ticking() -> Callable[[], datetime]:
    """A clock in which every look is a second later."""
    seconds = iter(range(100_000))
    return lambda: AT + timedelta(seconds=next(seconds))


class Worker(threading.Thread):
    """Reads one document beside the test. As soon as it has told that ``after`` pages are done, ``do`` is done once.

    That happens in this thread: the tables of a database in memory are locked against another one.
    """

    def __init__(self, document: Document, *, after: int = 0, do: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.key = document.pk
        self.after, self.do = after, do
        self.clock = ticking()
        self.ended: list[bool] = []
        self.start()

    def run(self) -> None:
        self.ended.append(reading.read(self.key, clock=self._look))
        connection.close()

    def _look(self) -> datetime:
        if self.do and Document.objects.filter(pk=self.key, pages_done__gte=self.after).exists():
            do, self.do = self.do, None
            do()
        return self.clock()

    def end(self) -> list[bool]:
        """Wait for it; returns what the reading said."""
        self.join(PATIENCE)
        return self.ended


def until(happened: Callable[[], bool]) -> None:
    """Wait for it."""
    pause = threading.Event()
    for _ in range(50 * PATIENCE):
        if happened():
            return
        pause.wait(0.02)
    raise AssertionError("it did not happen")


def pages_of(document: Document) -> dict[str, int]:
    """Every kept page with the moment when it was written."""
    folder = kept.folder_of(document.pk)
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*.json")}


def processes(document: Document) -> list[int]:
    """The processes that read the document."""
    command = ["ps", "-ww", "-eo", "pid,args"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [int(line.split()[0]) for line in listed.splitlines() if document.pk.hex in line]
