"""A document is read by a process of its own; whatever happens to that, nothing is stuck."""

from datetime import timedelta

import pytest

from caytre.core import search
from caytre.core.models import Event
from caytre.documents.actions import reader, reading
from caytre.documents.models import Document, Reading
from caytre.documents.queries.register import KIND
from caytre.documents.rules.permissions import NotWaiting, StillWaiting
from factories import AT, PLAN, entered, read

LATER = AT + timedelta(minutes=1)


def nothing(key):
    """A queue that forgets."""


@pytest.mark.django_db
class TestReading:
    def test_it_is_read_and_can_be_found(self, officer, tmp_path):
        document = entered(tmp_path, by=officer)
        assert reading.read(document.pk, clock=lambda: AT)
        document.refresh_from_db()
        assert (document.state, document.code, document.type) == ("read", "41/KH-UBND", "Kế hoạch")
        assert (document.title, document.issued) == ("Trồng tre ven suối năm 2031", "2031-03-05")
        assert document.task_count == 4
        assert search.find("phan chuong", kind=KIND, among=Document.objects.all()) == [str(document.pk)]
        made = Reading.objects.get()
        assert (made.number, made.at) == (1, AT)
        assert made.version and made.content["format"] == 1
        names = list(Event.objects.filter(about=str(document.pk)).values_list("name", flat=True))
        assert names[1:] == ["documents.reading.started", "documents.reading.finished"]

    def test_a_job_that_comes_twice_finds_nothing_to_do(self, officer, tmp_path):
        document = read(tmp_path, by=officer)
        assert not reading.read(document.pk, clock=lambda: AT)
        assert Reading.objects.count() == 1

    def test_reading_again_adds_a_reading(self, officer, tmp_path):
        document = read(tmp_path, by=officer)
        queued = []
        reading.queue_again(document, by=officer, at=LATER, queue=queued.append)
        assert queued == [document.pk]
        assert reading.read(document.pk, clock=lambda: LATER)
        assert list(Reading.objects.values_list("number", "at")) == [(1, AT), (2, LATER)]

    def test_one_that_waits_cannot_be_asked_for_again(self, officer, tmp_path):
        with pytest.raises(StillWaiting):
            reading.queue_again(entered(tmp_path, by=officer), by=officer, at=AT, queue=nothing)

    def test_a_stopped_one_is_not_read_until_it_is_asked_for(self, officer, tmp_path):
        document = entered(tmp_path, by=officer)
        reading.stop(document, by=officer, at=AT)
        assert not reading.read(document.pk, clock=lambda: AT)
        assert Document.objects.get().state == "stopped"
        reading.queue_again(document, by=officer, at=AT, queue=nothing)
        assert reading.read(document.pk, clock=lambda: AT)

    def test_one_that_was_read_cannot_be_stopped(self, officer, tmp_path):
        with pytest.raises(NotWaiting):
            reading.stop(read(tmp_path, by=officer), by=officer, at=AT)

    def test_a_file_that_is_gone_fails_with_a_reason(self, officer, tmp_path):
        document = entered(tmp_path, by=officer)
        document.file.storage.delete(document.file.name)
        reading.read(document.pk, clock=lambda: AT)
        document.refresh_from_db()
        assert (document.state, document.reason) == ("failed", reading.NO_FILE)

    def test_a_file_that_was_exchanged_is_not_read(self, officer, tmp_path):
        document = entered(tmp_path, by=officer)
        with open(document.file.path, "a") as file:
            file.write("thêm")
        reading.read(document.pk, clock=lambda: AT)
        document.refresh_from_db()
        assert (document.state, document.reason) == ("failed", reading.NO_FILE)

    def test_one_that_takes_too_long_is_given_up(self, officer, tmp_path):
        document = entered(tmp_path, PLAN * 400, by=officer)
        hours = iter(range(10_000))
        reading.read(document.pk, clock=lambda: AT + timedelta(hours=next(hours)))
        document.refresh_from_db()
        assert (document.state, document.reason) == ("failed", reader.TOO_LONG)

    def test_what_a_dead_process_left_is_put_back(self, officer, tmp_path):
        document = entered(tmp_path, by=officer)
        Document.objects.update(state="reading", beat=AT, started_at=AT, attempts=1)
        assert reading.rescue(at=AT + timedelta(seconds=2)) == []
        assert reading.rescue(at=LATER) == [document.pk]
        assert reading.read(document.pk, clock=lambda: LATER)

    def test_a_file_that_kills_every_process_is_given_up(self, officer, tmp_path):
        entered(tmp_path, by=officer)
        Document.objects.update(state="reading", beat=AT, started_at=AT, attempts=reading.ATTEMPTS)
        assert reading.rescue(at=LATER) == []
        document = Document.objects.get()
        assert (document.state, document.reason) == ("failed", reader.DIED)
