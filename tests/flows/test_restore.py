"""A backup takes the place of data only when told, and only whole."""

import pytest

from archives import rewritten
from factories import PLAN, write
from offices import fill, held, is_whole, show_evidence


def test_over_data_that_is_there_a_backup_is_put_only_when_told(office, tmp_path):
    file = tmp_path / "backup.zip"
    office.run("backup", str(file))
    office.run("user", "moi")
    office.run("import", str(write(tmp_path)))
    before = held(office)
    assert "--replace" in office.run("restore", str(file), code=1)
    assert held(office) == before
    office.run("restore", str(file), "--replace")
    after = held(office)
    assert is_whole(after) and len(after["documents"]) == 1 and len(after["users"]) == 1


def test_evidence_comes_back_with_its_file(office, elsewhere, tmp_path):
    show_evidence(office)
    before = held(office)
    assert is_whole(before) and [name for name, *_ in before["evidence"].values()] == ["Biên bản.txt"]
    office.run("backup", str(tmp_path / "backup.zip"))
    elsewhere.run("restore", str(tmp_path / "backup.zip"))
    after = held(elsewhere)
    assert is_whole(after) and after["evidence"] == before["evidence"]
    elsewhere.run("restore", str(tmp_path / "backup.zip"), "--replace")
    assert is_whole(held(elsewhere))


def test_a_database_that_cannot_be_read_any_more_is_set_aside(office, tmp_path):
    if "DATABASE_URL" in office.environment:
        pytest.skip("PostgreSQL keeps its own files")
    office.run("backup", str(tmp_path / "backup.zip"))
    database = office.folder / "caytre.sqlite3"
    database.write_bytes(b"rubbish" * 10_000)
    assert "--replace" in office.run("restore", str(tmp_path / "backup.zip"), code=1)
    assert "caytre.sqlite3.damaged" in office.run("restore", str(tmp_path / "backup.zip"), "--replace")
    assert is_whole(held(office))


def test_what_was_taken_out_after_the_backup_does_not_come_back_unseen(office, tmp_path):
    for name in ("nhầm", "mật"):
        office.run("import", str(write(tmp_path, f"{PLAN}\n{name}\n", name=f"{name}.txt")))
    office.run("worker", "--batch")
    office.run("backup", str(tmp_path / "backup.zip"))
    key = office.ask("Document.objects.get(name='nhầm.txt').pk")
    program = "__import__('caytre.documents.actions.intake', fromlist=['x'])"
    at = "at=User.objects.get().date_joined"
    standing = "__import__('caytre.units.queries.standing', fromlist=['x'])"
    by = f"{standing}.acting(User.objects.get(), on=User.objects.get().date_joined.date())"
    wrong, stamped = (f"Document.objects.get(name='{name}.txt')" for name in ("nhầm", "mật"))
    office.ask(f"{program}.remove({wrong}, by={by}, {at}, why='nhầm')")
    office.ask(f"{program}.withdraw({stamped}.pk, {at})")
    said = office.run("restore", str(tmp_path / "backup.zip"), "--replace")
    assert f"Văn bản {key} đã được gỡ bỏ sau lần sao lưu ấy" in said
    state = held(office)
    assert is_whole(state) and {name for name, *_ in state["documents"].values()} >= {"nhầm.txt"}
    assert "mật.txt" not in {name for name, *_ in state["documents"].values()}
    assert not any("\nmật" in text for *_, text in state["readings"]) and len(state["removals"]) == 1


def test_where_the_database_refuses_what_was_backed_up_all_stays_as_it_was(office, tmp_path):
    if "DATABASE_URL" not in office.environment:
        pytest.skip("a file of SQLite is looked at before")
    file = tmp_path / "backup.zip"
    office.run("backup", str(file))
    rewritten(file, lambda content, entries: content["rows"].update(core_user=7))
    fill(office, 1)
    before = held(office)
    assert "core_user has other rows" in office.run("restore", str(file), "--replace", code=1)
    assert held(office) == before


def test_tables_of_another_system_are_not_thrown_away(office, elsewhere, tmp_path):
    office.run("backup", str(tmp_path / "backup.zip"))
    elsewhere.folder.mkdir()
    cursor = "__import__('django.db').db.connection.cursor()"
    elsewhere.ask(f"{cursor}.execute('CREATE TABLE theirs (id integer)')")
    assert "--replace" in elsewhere.run("restore", str(tmp_path / "backup.zip"), code=1)
    assert elsewhere.ask(f"{cursor}.execute('SELECT count(*) FROM theirs').fetchone()") == "(0,)"
