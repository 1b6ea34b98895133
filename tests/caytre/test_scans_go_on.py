"""Whatever ends the reading of a scan, the pages that are done are not recognised again."""

import os
import signal

import pytest

from caytre.documents.actions import intake, reading
from caytre.documents.models import Document
from factories import AT, stored
from scanning import Worker, long, pages_of, processes, until

__all__ = ["long"]
pytestmark = pytest.mark.django_db(transaction=True)


def test_a_stopped_scan_goes_on_from_its_pages(long, officer):
    def stop():
        reading.stop(Document.objects.get(), by=officer, at=AT)

    assert Worker(long, after=3, do=stop).end() == [False]
    assert not processes(long)
    stopped, done = Document.objects.get(), pages_of(long)
    assert (stopped.state, stopped.pages_total) == ("stopped", 8) and stopped.pages_done >= 3
    reading.queue_again(stopped, by=officer, at=AT, queue=lambda key: None)
    again = Worker(long)
    until(lambda: len(pages_of(long)) > len(done))
    assert pages_of(long).items() >= done.items()
    assert again.end() == [True]
    assert Document.objects.get().state == "read"


def test_a_killed_reader_is_started_again_and_goes_on_from_its_pages(long):
    Document.objects.update(attempts=reading.ATTEMPTS - 1)  # one more death without a page done would end it
    done = {}

    def kill():
        for process in processes(long):
            os.kill(process, signal.SIGKILL)
        done.update(pages_of(long))

    worker = Worker(long, after=2, do=kill)
    until(lambda: len(pages_of(long)) > len(done) >= 2)
    assert pages_of(long).items() >= done.items()
    assert worker.end() == [True]
    assert Document.objects.get().state == "read"


def test_what_is_removed_while_it_is_read_leaves_no_page(long, officer, own_folders):
    def remove():
        intake.remove(Document.objects.get(), by=officer, at=AT, why="nhầm")

    assert Worker(long, after=2, do=remove).end() == [False]
    assert not processes(long) and not Document.objects.exists()
    assert list((own_folders / "pages").iterdir()) == [] and stored(own_folders) == []
