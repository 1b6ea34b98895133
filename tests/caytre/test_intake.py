"""A file comes in, or does not, or goes again."""

import pytest
from django_tasks_db.models import DBTaskResult

from caytre.core.models import Event
from caytre.documents.actions import intake
from caytre.documents.models import Document
from factories import AT, PLAN, colleague, entered, place, stored, taken, write

pytestmark = pytest.mark.django_db


def examined(path, by, *, name="a.txt"):
    """A file that may come in."""
    return intake.examine(path, name=name, unit=place(by), by=by)


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
    document = intake.register(
        examined(path, officer, name=name), unit=place(officer), by=officer, at=AT, queue=lambda key: None
    )
    assert "/" not in document.name and len(document.name) <= 255
    assert all(own_folders in path.parents for path in stored(own_folders))


def test_the_same_bytes_are_noticed_whatever_their_name(officer, tmp_path, own_folders):
    first = entered(tmp_path, by=officer, name="một.txt")
    again = taken(tmp_path, by=colleague("khac"), name="hai.txt")
    assert (again.known, again.document) == (True, first)
    assert Document.objects.count() == 1
    assert len(stored(own_folders)) == 1


def test_of_two_that_come_at_once_one_is_entered(officer, tmp_path, own_folders):
    file = examined(write(tmp_path), officer)
    intake.register(file, unit=place(officer), by=officer, at=AT, queue=lambda key: None)
    with pytest.raises(intake.AlreadyHere):
        intake.register(file, unit=place(officer), by=officer, at=AT, queue=lambda key: None)
    assert len(stored(own_folders)) == 1
