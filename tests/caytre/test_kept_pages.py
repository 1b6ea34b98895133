"""The pages of a scan that were recognised, kept until its reading is stored."""

from uuid import uuid4

import pytest

from caytre.documents.actions import intake, kept, reading
from caytre.documents.models import Document
from factories import AT, PLAN, entered, read

KEY = uuid4()


@pytest.mark.parametrize(
    ("files", "progress"),
    [
        ({}, (None, None)),
        ({"0001.json": "{}"}, (None, None)),  # how many there are is not known yet
        ({"total": "12"}, (0, 12)),
        ({"total": "12", "0001.json": "{}", "0002.json": "{}", "0003.part": "{"}, (2, 12)),
        ({"total": "1", "0001.json": "{}", "0002.json": "{}"}, (1, 1)),
        ({"total": "", "0001.json": "{}"}, (None, None)),
    ],
)
def test_how_far_the_reader_is(files, progress, own_folders):
    folder = kept.make(KEY)
    for name, words in files.items():
        (folder / name).write_text(words)
    assert kept.progress(KEY) == progress


def test_the_folder_is_private(own_folders):
    folder = kept.make(KEY)
    assert [path.stat().st_mode & 0o777 for path in (folder.parent, folder)] == [0o700, 0o700]


@pytest.mark.django_db
class TestWhenTheyGo:
    def keep(self, document):
        folder = kept.make(document.pk)
        (folder / "total").write_text("2")
        (folder / "0001.json").write_text("{}")
        return folder

    def test_when_the_reading_is_stored(self, officer, tmp_path):
        document = entered(tmp_path, by=officer)
        folder = self.keep(document)
        reading.read(document.pk, clock=lambda: AT)
        assert Document.objects.get().state == "read" and not folder.exists()
        assert list(Document.objects.values_list("pages_done", "pages_total")) == [(None, None)]

    def test_when_the_document_is_removed(self, officer, tmp_path, django_capture_on_commit_callbacks):
        document = entered(tmp_path, by=officer)
        folder = self.keep(document)
        with django_capture_on_commit_callbacks(execute=True):
            intake.remove(document, by=officer, at=AT, why="nhầm")
        assert not folder.exists()

    def test_not_when_it_is_stopped(self, officer, tmp_path):
        document = entered(tmp_path, by=officer)
        folder = self.keep(document)
        reading.stop(document, by=officer, at=AT)
        reading.rescue(at=AT)
        assert (folder / "0001.json").exists()

    def test_what_nobody_goes_on_from_is_tidied_away(self, officer, tmp_path):
        waits = entered(tmp_path, PLAN.replace("tre", "mây"), by=officer, name="mây.txt")
        folders = [self.keep(document) for document in (read(tmp_path, by=officer), waits)]
        nobody = kept.make(KEY)
        reading.rescue(at=AT)
        assert [folder.exists() for folder in (*folders, nobody)] == [False, True, False]
