"""What happens to documents while a backup is made."""

import pytest
from django.db import connection

from archives import backup, folder
from caytre.cli.backups.making import make
from caytre.cli.backups.manifest import BackupRefused
from caytre.cli.backups.unpacking import unpack
from caytre.documents.actions import intake
from caytre.documents.models import Document
from factories import AT, PLAN, entered, read

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["backup", "folder"]


def test_of_a_document_that_is_taken_out_meanwhile_nothing_is_in_the_backup(officer, tmp_path, folder):
    kept = read(tmp_path, by=officer)
    secret = read(tmp_path, PLAN.replace("sạt lở", "sạt lở xoáy nước Khe Bồng"), by=officer, name="kín.txt")
    said = []

    def listen(words):
        said.append(words)
        if words.startswith("Đang chép tệp") and Document.objects.filter(pk=secret.pk).exists():
            intake.withdraw(secret.pk, at=AT)

    made = make(tmp_path / "backup.zip", at=AT, say=listen)
    assert [words[:20] for words in said].count("Đang chép cơ sở dữ l") == 2
    assert made.rows["documents_document"] == 1 and made.faulty == []
    unpack(tmp_path / "backup.zip", folder=folder)
    assert [path.name for path in folder.glob("files/*/*")] == [kept.file.name.split("/")[1]]
    if connection.vendor == "sqlite":
        content = (folder / "database.sqlite3").read_bytes()
        assert "Trồng tre".encode() in content
        for words in ("Khe Bồng", "khe bong", "kín.txt"):
            assert words.encode() not in content


def test_where_documents_go_on_being_taken_out_there_is_no_backup(officer, tmp_path):
    papers = [entered(tmp_path, f"{PLAN}\nBản {n}\n", by=officer, name=f"{n}.txt") for n in range(6)]

    def listen(words):
        if words.startswith("Đang chép tệp"):
            intake.withdraw(papers.pop().pk, at=AT)

    with pytest.raises(BackupRefused, match="liên tục được gỡ bỏ"):
        make(tmp_path / "backup.zip", at=AT, say=listen)
    assert list(tmp_path.glob("*backup*")) == [] and list(tmp_path.glob(".caytre-backup*")) == []


def test_a_document_that_comes_in_meanwhile_waits_for_the_next_backup(officer, tmp_path):
    read(tmp_path, by=officer)

    def listen(words):
        if words.startswith("Đang chép tệp"):
            entered(tmp_path, f"{PLAN}\nBản hai\n", by=officer, name="hai.txt")

    assert make(tmp_path / "backup.zip", at=AT, say=listen).rows["documents_document"] == 1
    assert Document.objects.count() == 2
