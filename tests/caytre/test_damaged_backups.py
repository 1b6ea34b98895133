"""A backup that is cut short, changed, or no backup at all is refused before anything is touched."""

import shutil
import zipfile
from hashlib import sha256
from random import Random

import pytest
from django.db import connection

from archives import backup, folder
from caytre.cli.backups.manifest import DATABASES, BackupRefused, Damaged, NotABackup
from caytre.cli.backups.unpacking import unpack
from factories import AT, PLAN

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["backup", "folder"]


def test_a_backup_is_unpacked_as_it_was_made(backup, folder):
    found = unpack(backup, folder=folder)
    stored = next(folder.glob("files/*/*"))
    assert stored.read_bytes() == PLAN.encode() and stored.parent.name == stored.name[:2]
    assert found.rows["documents_document"] == 1 and found.rows["documents_reading"] == 1
    assert found.head[0] == 3 and found.made_at == AT.isoformat() and found.faulty == []
    assert {part.name.split("/")[0] for part in found.parts} == {DATABASES[connection.vendor], "files"}


def test_a_backup_that_was_cut_off_anywhere_is_refused(backup, folder):
    whole = backup.read_bytes()
    for place in range(20):
        backup.write_bytes(whole[: len(whole) * place // 20])
        with pytest.raises((Damaged, NotABackup)):
            unpack(backup, folder=folder)
        emptied(folder)


def test_a_byte_that_was_changed_anywhere_is_refused_or_changes_nothing(backup, folder):
    whole, found = backup.read_bytes(), unpack(backup, folder=folder)
    dice, refused = Random(3), 0
    for _ in range(150):
        emptied(folder)
        place = dice.randrange(len(whole))
        backup.write_bytes(
            whole[:place] + bytes([whole[place] ^ 1 << dice.randrange(8)]) + whole[place + 1 :]
        )
        try:
            assert unpack(backup, folder=folder) == found
        except BackupRefused as refusal:
            refused += 1
            assert "Chưa có gì bị thay đổi" in str(refusal)
        else:
            assert all(
                sha256((folder / part.name).read_bytes()).hexdigest() == part.sha256 for part in found.parts
            )
    assert refused > 100


def emptied(folder):
    """Take away what was unpacked."""
    shutil.rmtree(folder)
    folder.mkdir()


@pytest.mark.parametrize(
    "content", [b"", b"xin ch\xc3\xa0o", b"SQLite format 3\x00" + bytes(5000), b"PK\x05\x06" + bytes(18)]
)
def test_a_file_of_something_else_is_refused(content, folder, tmp_path):
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(NotABackup):
        unpack(path, folder=folder)


def test_an_archive_of_something_else_is_refused(folder, tmp_path):
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(NotABackup):
        unpack(path, folder=folder)
