"""A document that was removed leaves only the note that it was, and a history without a word of it."""

import pytest
from django.db import connection

from caytre.core import search
from caytre.core.chain import verify
from caytre.core.models import Event, SearchEntry
from caytre.documents.actions import intake
from caytre.documents.models import Correction, Document, Reading, Removal
from caytre.documents.queries.register import KIND
from caytre.documents.rules.permissions import MayNotRemove
from factories import AT, PLAN, colleague, entered, person, read, stored, taken

pytestmark = pytest.mark.django_db


def test_a_removed_document_leaves_only_the_note_and_its_history(
    officer, tmp_path, own_folders, django_capture_on_commit_callbacks
):
    document = read(tmp_path, by=officer)
    key = document.pk
    assert search.find("sạt lở", kind=KIND, among=Document.objects.all()) == [str(key)]
    with django_capture_on_commit_callbacks(execute=True):
        intake.remove(document, by=officer, at=AT, why="nhầm tệp")
    assert [model.objects.count() for model in (Document, Reading, Correction, SearchEntry)] == [0, 0, 0, 0]
    assert stored(own_folders) == []
    assert search.find("sạt lở", kind=KIND, among=Document.objects.all()) == []
    note = Removal.objects.get()
    assert (note.document, note.by, note.at, note.why) == (key, officer, AT, "nhầm tệp")
    assert [(event.name, event.by) for event in Event.objects.filter(about=str(key))] == [
        ("documents.document.received", officer),
        ("documents.reading.started", None),
        ("documents.reading.finished", None),
        ("documents.document.removed", officer),
    ]
    assert verify({}).fault is None


def test_no_word_of_a_removed_document_is_left_in_the_index(
    officer, tmp_path, django_capture_on_commit_callbacks
):
    document = read(tmp_path, PLAN.replace("sạt lở", "sạt lở xoáy nước Khe Bồng"), by=officer)
    with django_capture_on_commit_callbacks(execute=True):
        intake.remove(document, by=officer, at=AT, why="nhầm")
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT count(*) FROM core_search_data WHERE instr(block, %s) > 0", [b"xoay"])
        else:
            cursor.execute("SELECT count(*) FROM core_search")
        assert cursor.fetchone() == (0,)


def test_after_a_removal_the_file_may_come_in_again(officer, tmp_path, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        intake.remove(entered(tmp_path, by=officer), by=officer, at=AT, why="nhầm")
    assert not taken(tmp_path, by=officer).known


def test_only_who_brought_it_in_and_administrators_may_remove(officer, tmp_path):
    document = entered(tmp_path, by=officer)
    with pytest.raises(MayNotRemove):
        intake.remove(document, by=colleague("khac"), at=AT, why="")
    assert Document.objects.exists()
    intake.remove(document, by=person("quantri", is_superuser=True), at=AT, why="nhầm")
    assert not Document.objects.exists()
