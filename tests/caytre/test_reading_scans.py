"""A scan is recognised page by page; whatever ends the work, the pages that are done are not recognised again."""

import os
import signal
import subprocess
import threading
from datetime import timedelta

import pytest
from django.db import connection

from caytre.core import search
from caytre.core.models import Event
from caytre.documents.actions import intake, kept, reader, reading
from caytre.documents.models import Document, Reading, Removal
from caytre.documents.queries.register import KIND
from caytre.web.intake import take_in
from factories import AT, stored
from scanfiles import needs_recognition, photograph, plan_pages, scan

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = [*plan_pages(), *(f"Phụ lục {number}. Danh sách vườn ươm của xã.\n" * 30 for number in range(6))]


@pytest.fixture(autouse=True)
def _recognition():
    needs_recognition()


def came_in(folder, *pages, by, name="quét.pdf", stamped=0):
    """What became of a scan that came in."""
    path = folder / name
    path.write_bytes(scan(*pages, stamped=stamped))
    return take_in(path, name=name, by=by, at=AT)


@pytest.fixture
def long(officer, tmp_path):
    """A scan of eight pages in the register."""
    return came_in(tmp_path, *PAGES, by=officer).document


def ticking():
    """A clock in which every look is a second later."""
    seconds = iter(range(100_000))
    return lambda: AT + timedelta(seconds=next(seconds))


class Worker(threading.Thread):
    """Reads one document beside the test."""

    def __init__(self, document):
        super().__init__()
        self.key = document.pk
        self.ended = []
        self.start()

    def run(self):
        self.ended.append(reading.read(self.key, clock=ticking()))
        connection.close()


def until(happened):
    pause = threading.Event()
    for _ in range(1500):
        if happened():
            return
        pause.wait(0.02)
    raise AssertionError("it did not happen")


def pages_of(document):
    """Every kept page with the moment when it was written."""
    folder = kept.folder_of(document.pk)
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*.json")}


def processes(document):
    """The processes that read the document."""
    listed = subprocess.run(
        ["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True
    ).stdout
    return [int(line.split()[0]) for line in listed.splitlines() if document.pk.hex in line]


def stop_after(document, pages):
    """Begin to read, and stop when so many pages are done."""
    worker = Worker(document)
    until(lambda: len(pages_of(document)) >= pages)
    reading.stop(Document.objects.get(pk=document.pk), by=document.received_by, at=AT)
    worker.join(20)
    assert worker.ended == [False]
    return pages_of(document)


@pytest.mark.parametrize("name", ["ke-hoach.pdf", "ke-hoach.png"])
def test_a_scan_is_read(officer, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(scan(*plan_pages()) if name.endswith("pdf") else photograph(plan_pages()[0]))
    document = take_in(path, name=name, by=officer, at=AT).document
    assert reading.read(document.pk, clock=lambda: AT)
    document.refresh_from_db()
    assert (document.state, document.code) == ("read", "41/KH-UBND")
    assert Reading.objects.get().content["pages"][0]["confidence"] < 1
    assert not kept.folder_of(document.pk).exists()


def test_how_many_pages_are_done_is_told_while_it_is_read(long):
    seen = set()

    def wanted(at, progress):
        seen.add(progress)
        return True

    outcome = reader.run(kept.Path(long.file.path), key=long.pk, clock=ticking(), wanted=wanted)
    assert outcome.content["text"]
    assert {progress.total for progress in seen} <= {None, 8}
    assert len({progress.done for progress in seen}) > 2


def test_a_stopped_scan_goes_on_from_its_pages(long):
    done = stop_after(long, 3)
    assert not processes(long)
    stopped = Document.objects.get()
    assert (stopped.state, stopped.pages_total) == ("stopped", 8) and stopped.pages_done
    reading.queue_again(stopped, by=stopped.received_by, at=AT, queue=lambda key: None)
    again = Worker(long)
    until(lambda: len(pages_of(long)) > len(done))
    assert pages_of(long).items() >= done.items()
    again.join(60)
    assert Document.objects.get().state == "read"


def test_a_killed_reader_is_started_again_and_goes_on_from_its_pages(long):
    Document.objects.update(attempts=reading.ATTEMPTS - 1)  # one more death without a page done would end it
    worker = Worker(long)
    until(lambda: (Document.objects.get().pages_done or 0) >= 2)
    for process in processes(long):
        os.kill(process, signal.SIGKILL)
    done = pages_of(long)
    until(lambda: len(pages_of(long)) > len(done))
    assert pages_of(long).items() >= done.items()
    worker.join(60)
    assert (Document.objects.get().state, worker.ended) == ("read", [True])


def test_what_is_removed_while_it_is_read_leaves_no_page(long, own_folders):
    worker = Worker(long)
    until(lambda: len(pages_of(long)) >= 2)
    intake.remove(Document.objects.get(), by=long.received_by, at=AT, why="nhầm")
    worker.join(20)
    assert not processes(long)
    assert list((own_folders / "pages").iterdir()) == [] and stored(own_folders) == []


def test_a_stamp_on_the_first_page_is_refused_before_anything_is_stored(officer, tmp_path, own_folders):
    outcome = came_in(tmp_path, *PAGES[:2], by=officer, stamped=1)
    assert outcome.secret and outcome.document is None
    assert stored(own_folders) == [] and not (own_folders / "pages").exists()


def test_a_stamp_on_a_later_page_takes_everything_out_at_once(officer, tmp_path, own_folders, caplog):
    document = came_in(tmp_path, *PAGES[:3], by=officer, name="cay-ngo-dong.pdf", stamped=3).document
    assert search.find("ngo dong", kind=KIND)
    assert reading.read(document.pk, clock=lambda: AT)
    assert not Document.objects.exists() and not Reading.objects.exists()
    assert not search.find("ngo dong", kind=KIND)
    assert stored(own_folders) == [] and list((own_folders / "pages").iterdir()) == []
    note = Removal.objects.get()
    assert (note.document, note.by, note.why) == (document.pk, None, intake.STAMPED)
    assert list(Event.objects.values_list("name", "by")) == [("documents.document.removed", None)]
    assert "ngo-dong" not in caplog.text
