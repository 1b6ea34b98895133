"""A backup that is not whole, not ours, or meant to do harm is refused before anything is touched."""

import json
import shutil
import zipfile
from hashlib import sha256
from random import Random

import pytest
from django.db import connection

from caytre.cli.backups.making import make
from caytre.cli.backups.manifest import DATABASES, BackupRefused, Damaged, Newer, NotABackup
from caytre.cli.backups.unpacking import unpack
from caytre.documents.actions import intake
from caytre.documents.models import Document
from factories import AT, PLAN, entered, person, read

pytestmark = pytest.mark.django_db(transaction=True)
MADE: list[bytes] = []


def quiet(words: str) -> None:
    """Nobody listens."""


@pytest.fixture
def backup(tmp_path):
    """A backup of one document that was read; it is made once."""
    path = tmp_path / "backup.zip"
    if not MADE:
        read(tmp_path, by=person())
        make(path, at=AT, say=quiet)
        MADE.append(path.read_bytes())
    path.write_bytes(MADE[0])
    return path


@pytest.fixture
def folder(tmp_path):
    """Where parts are unpacked."""
    made = tmp_path / "unpacked" / "here"
    made.mkdir(parents=True)
    return made


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
        backup.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << dice.randrange(8)]) + whole[place + 1 :])
        try:
            assert unpack(backup, folder=folder) == found
        except BackupRefused as refusal:
            refused += 1
            assert "Chưa có gì bị thay đổi" in str(refusal)
        else:
            assert all(
                sha256((folder / part.name).read_bytes()).hexdigest() == part.sha256 for part in found.parts
            )
    assert refused > 140


def emptied(folder):
    """Take away what was unpacked."""
    shutil.rmtree(folder)
    folder.mkdir()


@pytest.mark.parametrize("content", [b"", b"xin ch\xc3\xa0o", b"SQLite format 3\x00" + bytes(5000), b"PK\x05\x06" + bytes(18)])
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


def rewritten(backup, change, *, more=()):
    """The backup with another manifest, and with more entries."""
    with zipfile.ZipFile(backup) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    content = json.loads(entries.pop("manifest.json"))
    change(content, entries)
    with zipfile.ZipFile(backup, "w") as archive:
        for name, data in [*entries.items(), ("manifest.json", json.dumps(content)), *more]:
            archive.writestr(name, data)


def part(name: str, data: bytes) -> dict:
    """How a manifest names a part."""
    return {"name": name, "size": len(data), "sha256": sha256(data).hexdigest()}


NAMES = [
    "../evil", "files/../../evil", "/etc/evil", "files//evil", "files/.ssh", "files/a/../b", "secret-key", "static/x.js",
    "pages/../x", "files/a\\..\\b", "files/a\nb", "manifest.json", "files/" + "a/" * 5 + "b", "pages/" + "a" * 32 + "/x.py", "C:evil",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_part_may_lie_nowhere_but_in_its_place(backup, folder, name):
    data = b"harm"

    def change(content, entries):
        content["parts"].append(part(name, data))
        if name != "manifest.json":
            entries[name] = data

    rewritten(backup, change)
    with pytest.raises(Damaged):
        unpack(backup, folder=folder)
    assert [path.name for path in folder.parent.iterdir()] == ["here"] and list(folder.iterdir()) == []


def _extra(content, entries):
    entries["files/aa/extra"] = b"x"


def _missing(content, entries):
    del entries[next(name for name in entries if name.startswith("files/"))]


def _longer(content, entries):
    entries[next(name for name in entries if name.startswith("files/"))] += b"x"


def _other_words(content, entries):
    name = next(name for name in entries if name.startswith("files/"))
    entries[name] = entries[name].replace(b"Ph", b"ph")


def _twice(content, entries):
    content["parts"].append(content["parts"][0])


def _no_database(content, entries):
    del entries[content["parts"].pop(0)["name"]]


def _broken_database(content, entries):
    name = content["parts"][0]["name"]
    entries[name] = entries[name][:100] + bytes(len(entries[name]) - 100)
    content["parts"][0] = part(name, entries[name])


def _huge(content, entries):
    content["parts"][1]["size"] = "1"


def _no_list(content, entries):
    content["parts"] = None


def _unknown_field(content, entries):
    content["run"] = "rm"


@pytest.mark.parametrize(
    "change",
    [_extra, _missing, _longer, _other_words, _twice, _no_database, _broken_database, _huge, _no_list, _unknown_field],
)  # fmt: skip
def test_a_backup_that_is_not_as_its_manifest_says_is_refused(backup, folder, change):
    rewritten(backup, change)
    with pytest.raises(Damaged):
        unpack(backup, folder=folder)


def test_rows_and_events_are_as_the_manifest_says(backup, folder):
    if connection.vendor != "sqlite":
        pytest.skip("a dump is counted when it is read in")

    def change(content, entries):
        content["rows"]["core_user"] += 1

    rewritten(backup, change)
    with pytest.raises(Damaged, match="database"):
        unpack(backup, folder=folder)


def _later_migration(content, entries):
    content["migrations"].append("core.0999_what_is_to_come")


def _later_form(content, entries):
    content["format"] = 2


@pytest.mark.parametrize("change", [_later_migration, _later_form])
def test_a_backup_of_a_later_version_is_refused(backup, folder, change):
    rewritten(backup, change)
    with pytest.raises(Newer, match=r"mới hơn \(0\.1"):
        unpack(backup, folder=folder)


def test_a_backup_of_the_other_kind_of_database_is_refused(backup, folder):
    other = next(kind for kind in DATABASES if kind != connection.vendor)

    def change(content, entries):
        entries[DATABASES[other]] = data = entries.pop(content["parts"][0]["name"])
        content["parts"][0] = part(DATABASES[other], data)
        content["database"] = other

    rewritten(backup, change)
    with pytest.raises(BackupRefused, match="DATABASE_URL"):
        unpack(backup, folder=folder)


def test_a_backup_for_which_there_is_no_room_is_refused(backup, folder):
    def change(content, entries):
        content["parts"][1]["size"] = 1 << 60

    rewritten(backup, change)
    with pytest.raises(BackupRefused, match="dọn đĩa"):
        unpack(backup, folder=folder)


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
    assert list(tmp_path.glob("*backup*")) == [] and list(tmp_path.glob(".backup*")) == []


def test_a_document_that_comes_in_meanwhile_waits_for_the_next_backup(officer, tmp_path):
    read(tmp_path, by=officer)

    def listen(words):
        if words.startswith("Đang chép tệp"):
            entered(tmp_path, f"{PLAN}\nBản hai\n", by=officer, name="hai.txt")

    assert make(tmp_path / "backup.zip", at=AT, say=listen).rows["documents_document"] == 1
    assert Document.objects.count() == 2


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_file_that_is_missing_or_changed_in_the_store_is_named(officer, tmp_path, own_folders, folder, harm):
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
