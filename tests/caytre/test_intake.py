"""A file comes in, or does not, or goes again."""

from pathlib import Path

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from caytre.core import search
from caytre.core.access import NotFound, fetch
from caytre.core.models import Event, SearchEntry
from caytre.documents.actions import intake
from caytre.documents.models import Correction, Document, Reading, Removal
from caytre.documents.queries.register import KIND
from caytre.documents.rules.permissions import MayNotRemove
from factories import AT, PLAN, SECRET, STAMPED, entered, person, read, taken, write

pytestmark = pytest.mark.django_db


def stored(folder: Path) -> list[Path]:
    return [path for path in (folder / "files").rglob("*") if path.is_file()]


def test_a_file_is_entered_kept_and_queued(officer, tmp_path, own_folders):
    document = entered(tmp_path, by=officer, name="Kế hoạch trồng tre.txt")
    assert (document.state, document.kind, document.received_at) == ("queued", "text", AT)
    assert [path.read_text("utf-8") for path in stored(own_folders)] == [PLAN]
    assert [event.name for event in Event.objects.filter(about=str(document.pk))] == [
        "documents.document.received"
    ]
    assert DBTaskResult.objects.ready().count() == 1


def test_the_name_in_the_store_says_nothing(officer, tmp_path, own_folders):
    entered(tmp_path, by=officer, name="Kế hoạch trồng tre.txt")
    (path,) = stored(own_folders)
    assert path.suffix == ".txt"
    assert "trồng" not in path.name and len(path.stem) == 32


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd.txt", "a/b\\c.txt", "x\x00y\n.txt", "dài" * 200 + ".txt", ".txt", "\u202etxt.exe"],
)
def test_odd_names_stay_inside_the_store(officer, tmp_path, own_folders, name):
    path = write(tmp_path)
    document = intake.register(intake.examine(path, name=name), by=officer, at=AT, queue=lambda key: None)
    assert "/" not in document.name and len(document.name) <= 255
    assert all(own_folders in path.parents for path in stored(own_folders))


def test_the_same_bytes_are_noticed_whatever_their_name(officer, tmp_path, own_folders):
    first = entered(tmp_path, by=officer, name="một.txt")
    again = taken(tmp_path, by=person("khac"), name="hai.txt")
    assert (again.known, again.document) == (True, first)
    assert Document.objects.count() == 1
    assert len(stored(own_folders)) == 1


def test_of_two_that_come_at_once_one_is_entered(officer, tmp_path, own_folders):
    examined = intake.examine(write(tmp_path), name="a.txt")
    intake.register(examined, by=officer, at=AT, queue=lambda key: None)
    with pytest.raises(intake.AlreadyHere):
        intake.register(examined, by=officer, at=AT, queue=lambda key: None)
    assert len(stored(own_folders)) == 1


def test_a_stamped_file_leaves_nothing(officer, tmp_path, own_folders, caplog):
    outcome = taken(tmp_path, STAMPED, by=officer, name="cay-ngo-dong.txt")
    assert (outcome.secret, outcome.reason, outcome.document) == (True, SECRET, None)
    assert not Document.objects.exists() and not Event.objects.exists() and not SearchEntry.objects.exists()
    assert not DBTaskResult.objects.exists()
    assert stored(own_folders) == []
    assert "ngô đồng" not in caplog.text and "ngo-dong" not in caplog.text


def test_a_file_of_no_kind_is_refused_with_a_reason(officer, tmp_path, own_folders):
    path = tmp_path / "anh.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    with pytest.raises(intake.FileRefused) as refusal:
        intake.examine(path, name="anh.png")
    assert refusal.value.code in ("unknown-kind", "not-yet-readable")
    assert stored(own_folders) == []


def test_a_failure_while_it_is_entered_leaves_no_file(officer, tmp_path, own_folders):
    def broken(key):
        raise RuntimeError("queue away")

    with pytest.raises(RuntimeError):
        intake.register(intake.examine(write(tmp_path), name="a.txt"), by=officer, at=AT, queue=broken)
    assert stored(own_folders) == []
    assert not Document.objects.exists() and not SearchEntry.objects.exists()


def test_a_removed_document_leaves_only_the_note(
    officer, tmp_path, own_folders, django_capture_on_commit_callbacks
):
    document = read(tmp_path, by=officer)
    key = document.pk
    assert search.find("sạt lở", kind=KIND) == [str(key)]
    with django_capture_on_commit_callbacks(execute=True):
        intake.remove(document, by=officer, at=AT, why="nhầm tệp")
    assert [model.objects.count() for model in (Document, Reading, Correction, SearchEntry)] == [0, 0, 0, 0]
    assert stored(own_folders) == []
    assert search.find("sạt lở", kind=KIND) == []
    note = Removal.objects.get()
    assert (note.document, note.by, note.at, note.why) == (key, officer, AT, "nhầm tệp")
    assert [event.name for event in Event.objects.filter(about=str(key))] == ["documents.document.removed"]


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
        intake.remove(document, by=person("khac"), at=AT, why="")
    assert Document.objects.exists()
    intake.remove(document, by=person("quantri", is_superuser=True), at=AT, why="nhầm")
    assert not Document.objects.exists()


def test_what_is_not_there_and_what_is_no_key_are_not_found(officer):
    for key in ("0" * 32, "not-a-key"):
        with pytest.raises(NotFound):
            fetch(Document.objects.all(), by=officer, id=key)


def test_a_person_whose_account_was_closed_sees_nothing(officer, tmp_path):
    document = entered(tmp_path, by=officer)
    officer.is_active = False
    with pytest.raises(NotFound):
        fetch(Document.objects.all(), by=officer, id=document.pk)
