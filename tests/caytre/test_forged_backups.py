"""A backup that was made to do harm, or for another system, is refused before anything is touched."""

import pytest
from django.db import connection

from archives import backup, folder, part, rewritten
from caytre.cli.backups.manifest import DATABASES, BackupRefused, Damaged, Newer
from caytre.cli.backups.unpacking import unpack

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["backup", "folder"]

NAMES = [
    "../evil", "files/../../evil", "/etc/evil", "files//evil", "files/.ssh", "files/a/../b", "secret-key",
    "static/x.js", "pages/../x", "files/a\\..\\b", "files/a\nb", "manifest.json", "files/" + "a/" * 5 + "b",
    "pages/" + "a" * 32 + "/x.py", "C:evil",
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
    entries[name] = entries[name][:2000] + bytes(len(entries[name]) - 2000)
    content["parts"][0] = part(name, entries[name])


def _huge(content, entries):
    content["parts"][1]["size"] = "1"


def _no_list(content, entries):
    content["parts"] = None


def _harmful_table(content, entries):
    content["rows"]['x"; DROP TABLE core_user; --'] = 1


def _harmful_version(content, entries):
    content["version"] = "\x1b[2J"


def _no_time(content, entries):
    content["made_at"] = "hôm qua"


def _unknown_field(content, entries):
    content["run"] = "rm"


@pytest.mark.parametrize(
    "change",
    [_extra, _missing, _longer, _other_words, _twice, _no_database, _broken_database, _huge, _no_list,
     _harmful_table, _harmful_version, _no_time, _unknown_field],
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
