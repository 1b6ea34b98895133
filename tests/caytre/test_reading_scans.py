"""A scan is recognised page by page and looked at for a stamp of secrecy, each page as it is read."""

from pathlib import Path

import pytest

from caytre.core import search
from caytre.core.models import Event
from caytre.documents.actions import intake, kept, reader, reading
from caytre.documents.models import Document, Reading, Removal
from caytre.documents.queries.register import KIND
from caytre.web.intake import take_in
from factories import AT, place, stored
from scanfiles import needs_recognition, photograph, plan_pages, scan
from scanning import PAGES, came_in, long, ticking

__all__ = ["long"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _recognition():
    needs_recognition()


@pytest.mark.parametrize("name", ["ke-hoach.pdf", "ke-hoach.png"])
def test_a_scan_is_read(officer, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(scan(*plan_pages()) if name.endswith("pdf") else photograph(plan_pages()[0]))
    document = take_in(path, name=name, unit=place(officer), by=officer, at=AT).document
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

    outcome = reader.run(Path(long.file.path), key=long.pk, clock=ticking(), wanted=wanted)
    assert outcome.content["text"]
    assert {progress.total for progress in seen} <= {None, 8}
    assert len({progress.done for progress in seen}) > 2


def test_a_stamp_on_the_first_page_is_refused_before_anything_is_stored(officer, tmp_path, own_folders):
    outcome = came_in(tmp_path, *PAGES[:2], by=officer, stamped=1)
    assert outcome.secret and outcome.document is None
    assert stored(own_folders) == [] and not (own_folders / "pages").exists()


def test_a_stamp_on_a_later_page_takes_everything_out_at_once(officer, tmp_path, own_folders, caplog):
    document = came_in(tmp_path, *PAGES[:3], by=officer, name="cay-ngo-dong.pdf", stamped=3).document
    assert search.find("ngo dong", kind=KIND, among=Document.objects.all())
    assert reading.read(document.pk, clock=lambda: AT)
    assert not Document.objects.exists() and not Reading.objects.exists()
    assert not search.find("ngo dong", kind=KIND, among=Document.objects.all())
    assert stored(own_folders) == [] and list((own_folders / "pages").iterdir()) == []
    note = Removal.objects.get()
    assert (note.document, note.by, note.why) == (document.pk, None, intake.STAMPED)
    assert list(Event.objects.values_list("name", "by")) == [
        ("documents.document.received", officer.pk),
        ("documents.reading.started", None),
        ("documents.document.removed", None),
    ]
    assert "ngo-dong" not in caplog.text
