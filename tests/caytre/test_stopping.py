"""Stopping ends the process that reads."""

import subprocess
import threading
from datetime import timedelta

import pytest
from django.db import connection

from caytre.documents.actions import reading
from caytre.documents.models import Document, Reading
from factories import AT, PLAN, entered


@pytest.mark.django_db(transaction=True)
def test_stopping_ends_the_process_that_reads(officer, tmp_path):
    document = entered(tmp_path, PLAN * 3000, by=officer)
    ended = []

    def work():
        ended.append(reading.read(document.pk, clock=_ticking()))
        connection.close()

    worker = threading.Thread(target=work)
    worker.start()
    # Threads share one database in memory, in which whoever looks on locks out whoever writes: look at the process.
    _until(lambda: document.file.name in _running())
    reading.stop(document, by=officer, at=AT)
    worker.join(10)
    assert ended == [False]
    assert Document.objects.get().state == "stopped"
    assert not Reading.objects.exists()
    assert document.file.name not in _running()


def _running():
    """Every process with its arguments."""
    return subprocess.run(["ps", "-ww", "-eo", "args"], capture_output=True, text=True, check=True).stdout


def _ticking():
    """A clock in which every look is a second later."""
    seconds = iter(range(290))
    return lambda: AT + timedelta(seconds=next(seconds))


def _until(happened):
    pause = threading.Event()
    for _ in range(500):
        if happened():
            return
        pause.wait(0.02)
    raise AssertionError("it did not happen")
