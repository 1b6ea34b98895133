"""A file that may not or cannot come in leaves nothing."""

import pytest
from django_tasks_db.models import DBTaskResult

from caytre.core.models import Event, SearchEntry
from caytre.documents.actions import intake
from caytre.documents.models import Document
from factories import AT, SECRET, STAMPED, place, stored, taken, write

pytestmark = pytest.mark.django_db


def test_a_stamped_file_leaves_nothing(officer, tmp_path, own_folders, caplog):
    outcome = taken(tmp_path, STAMPED, by=officer, name="cay-ngo-dong.txt")
    assert (outcome.secret, outcome.reason, outcome.document) == (True, SECRET, None)
    assert not Document.objects.exists() and not Event.objects.exists() and not SearchEntry.objects.exists()
    assert not DBTaskResult.objects.exists()
    assert stored(own_folders) == []
    assert "ngô đồng" not in caplog.text and "ngo-dong" not in caplog.text


def test_a_picture_that_is_none_is_refused_with_a_reason(officer, tmp_path, own_folders):
    path = tmp_path / "anh.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    with pytest.raises(intake.FileRefused) as refusal:
        intake.examine(path, name="anh.png", unit=None, by=officer)
    assert refusal.value.code == "broken-file"
    assert stored(own_folders) == []


def test_a_failure_while_it_is_entered_leaves_no_file(officer, tmp_path, own_folders):
    def broken(key):
        raise RuntimeError("queue away")

    file = intake.examine(write(tmp_path), name="a.txt", unit=place(officer), by=officer)
    with pytest.raises(RuntimeError):
        intake.register(file, unit=place(officer), by=officer, at=AT, queue=broken)
    assert stored(own_folders) == []
    assert not Document.objects.exists() and not SearchEntry.objects.exists()
