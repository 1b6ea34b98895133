"""What a backup holds beside the database."""

import pytest

from archives import backup, folder, quiet
from caytre.cli.backups.making import make
from caytre.cli.backups.unpacking import unpack
from factories import AT, read

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["backup", "folder"]


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_file_that_is_missing_or_changed_in_the_store_is_named(
    officer, tmp_path, own_folders, folder, harm
):
    document = read(tmp_path, by=officer)
    stored = own_folders / "files" / document.file.name
    stored.unlink() if harm == "gone" else stored.write_text("khác")
    made = make(tmp_path / "backup.zip", at=AT, say=quiet)
    assert made.faulty == [document.pk.hex]
    assert unpack(tmp_path / "backup.zip", folder=folder).faulty == [document.pk.hex]


def test_the_pages_of_a_scan_that_is_being_read_are_there(officer, tmp_path, own_folders, folder):
    document = read(tmp_path, by=officer)
    pages = own_folders / "pages" / document.pk.hex
    pages.mkdir(parents=True)
    for name in ("total", "0000.json", "0001.json", "0002.json.part"):
        (pages / name).write_text("1")
    make(tmp_path / "backup.zip", at=AT, say=quiet)
    unpack(tmp_path / "backup.zip", folder=folder)
    assert sorted(path.name for path in (folder / "pages" / document.pk.hex).iterdir()) == [
        "0000.json",
        "0001.json",
        "total",
    ]
