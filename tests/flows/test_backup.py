"""A backup is made while the office works, and becomes the same office on an empty machine."""

import signal
import subprocess
import time
import urllib.request

import pytest

from factories import PLAN, write
from flows.installation import free_port, installation, until
from offices import at_work, fill, held, is_whole

WORDS = PLAN.replace("sạt lở", "sạt lở ở Khe Bồng")


@pytest.fixture
def elsewhere(tmp_path):
    """An empty machine."""
    with installation(tmp_path / "elsewhere") as made:
        yield made


def test_what_was_backed_up_is_restored_on_an_empty_machine(office, elsewhere, tmp_path):
    office.run("setup")
    office.run("import", str(write(tmp_path)))
    office.run("worker", "--batch")
    before, file = held(office), tmp_path / "backup.zip"
    assert "Đã sao lưu 2 văn bản" in office.run("backup", str(file))
    assert file.stat().st_mode & 0o077 == 0
    assert "Nhật ký nguyên vẹn" in elsewhere.run("restore", str(file))
    after = held(elsewhere)
    assert is_whole(after) and len(after["found"]["sat lo"]) == 1
    *events, restored = after.pop("events")
    assert events == before.pop("events") and restored[1] == "core.backup.restored"
    assert after == before
    sessions = "__import__('django.contrib.sessions.models').contrib.sessions.models.Session.objects.count()"
    assert elsewhere.ask(sessions) == "0" and not (elsewhere.folder / "secret-key").exists()
    assert "Tài khoản quản trị" not in elsewhere.run("setup")
    assert "Nhật ký nguyên vẹn" in elsewhere.run("verify")


def test_a_backup_is_whole_while_people_work_and_the_pages_are_served(office, elsewhere, tmp_path):
    office.run("setup")
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "plan.txt").write_text(WORDS, "utf-8")
    port = free_port()
    server, worker = office.start("serve", "--port", str(port)), at_work(office, str(tmp_path / "work"))
    try:
        server.stdout.readline()
        until(lambda: worker.stdout.readline().startswith("6"), seconds=60)
        for number in range(3):
            office.run("backup", str(tmp_path / f"{number}.zip"))
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/login/") as page:
                assert page.status == 200
    finally:
        worker.stdin.close()
        said = worker.stdout.read()
        server.send_signal(signal.SIGINT)
        server.wait(20)
    assert worker.wait(60) == 0, said
    live = held(office)["events"]
    for number in range(3):
        elsewhere.run("restore", str(tmp_path / f"{number}.zip"), "--replace")
        state = held(elsewhere)
        read = [key for key, (_, _, state, *_) in state["documents"].items() if state == "read"]
        assert is_whole(state) and len(read) >= 4
        assert {key.replace("-", "") for key in state["found"]["sat lo"]} >= {
            key for key, _, text in state["readings"] if "Khe Bồng" in text
        }
        history = state["events"][:-1]
        assert history == live[: len(history)] and len(history) > 20


def test_over_data_that_is_there_a_backup_is_put_only_when_told(office, tmp_path):
    office.run("setup")
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


def test_a_backup_never_takes_the_place_of_a_file(office, tmp_path):
    office.run("setup")
    file = tmp_path / "backup.zip"
    file.write_text("quan trọng")
    assert "chọn tên khác" in office.run("backup", str(file), code=1)
    assert file.read_text() == "quan trọng"


def test_without_data_there_is_nothing_to_back_up(office, tmp_path):
    assert office.run("backup", str(tmp_path / "backup.zip"), code=1)
    assert list(tmp_path.glob("*backup*")) == []


def test_a_disk_that_is_full_leaves_nothing_half_done(office, tmp_path):
    office.run("setup")
    fill(office, 3)
    command = ["sh", "-c", 'ulimit -f 2048; exec "$@"', "sh", *office.command("backup", str(tmp_path / "b.zip"))]
    ran = subprocess.run(command, env=office.environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 1 and "Không có tệp nào được tạo" in ran.stderr + ran.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_ctrl_c_in_the_middle_of_a_backup_leaves_nothing(office, tmp_path):
    office.run("setup")
    fill(office, 40)
    running = office.start("backup", str(tmp_path / "backup.zip"))
    until(lambda: "Đang chép tệp" in running.stdout.readline())
    running.send_signal(signal.SIGINT)
    assert running.wait(20) == 130
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_a_backup_that_is_killed_is_not_there_and_the_next_one_tidies_up(office, elsewhere, tmp_path):
    office.run("setup")
    fill(office, 40)
    file = tmp_path / "backup.zip"
    for delay in (0.0, 0.1, 0.4):
        killed(office, ["backup", str(file)], (tmp_path, ".backup.zip.*.part"), delay)
        assert not file.exists()
    assert list(tmp_path.glob(".backup.zip.*.part"))
    office.run("backup", str(file))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.zip", "office"]
    elsewhere.run("restore", str(file))
    state = held(elsewhere)
    assert is_whole(state) and len(state["documents"]) == 41


def killed(office, arguments, new, delay):
    """Kill a command some time after a path like ``new`` has come to be."""
    folder, pattern = new
    before = set(folder.glob(pattern))
    running = office.start(*arguments)
    until(lambda: set(folder.glob(pattern)) - before or running.poll() is not None)
    time.sleep(delay)
    running.kill()
    running.wait()


def test_a_restore_that_is_killed_leaves_the_old_or_the_new(office, elsewhere, tmp_path):
    office.run("setup")
    fill(office, 30)
    office.run("backup", str(tmp_path / "many.zip"))
    elsewhere.run("setup")
    elsewhere.run("backup", str(tmp_path / "few.zip"))
    counts = set()
    for number, delay in enumerate((0.0, 0.15, 0.3, 0.45, 0.6, 0.9)):
        file = tmp_path / ("few.zip" if number == 3 else "many.zip")
        killed(elsewhere, ["restore", str(file), "--replace"], (elsewhere.folder, ".restore.*.part"), delay)
        state = held(elsewhere)
        assert all(stored == digest for *_, digest, stored in state["documents"].values())
        assert state["fault"] is None
        counts.add(len(state["documents"]))
    assert counts <= {1, 31}
    elsewhere.run("restore", str(tmp_path / "many.zip"), "--replace")
    state = held(elsewhere)
    assert is_whole(state) and len(state["documents"]) == 31
    assert list(elsewhere.folder.glob(".restore.*")) == []


def test_on_an_empty_machine_a_restore_that_was_killed_is_simply_given_again(office, elsewhere, tmp_path):
    office.run("setup")
    fill(office, 30)
    office.run("backup", str(tmp_path / "backup.zip"))
    killed(elsewhere, ["restore", str(tmp_path / "backup.zip")], (elsewhere.folder, "files/*/*"), 0)
    if "core_user" in elsewhere.ask("__import__('django.db').db.connection.introspection.table_names()"):
        pytest.skip("it was too quick to be killed before its end")
    elsewhere.run("restore", str(tmp_path / "backup.zip"))
    assert is_whole(held(elsewhere))


def test_a_database_that_cannot_be_read_any_more_is_set_aside(office, tmp_path):
    if "DATABASE_URL" in office.environment:
        pytest.skip("PostgreSQL keeps its own files")
    office.run("setup")
    office.run("backup", str(tmp_path / "backup.zip"))
    database = office.folder / "caytre.sqlite3"
    database.write_bytes(b"rubbish" * 10_000)
    assert "--replace" in office.run("restore", str(tmp_path / "backup.zip"), code=1)
    assert "caytre.sqlite3.damaged" in office.run("restore", str(tmp_path / "backup.zip"), "--replace")
    assert is_whole(held(office))


def test_nothing_of_sessions_or_the_key_is_in_a_backup(office, tmp_path):
    office.run("setup")
    session = office.ask(
        "(s := __import__('django.contrib.sessions.backends.db', fromlist=['x']).SessionStore(), "
        "s.update({'a': 1}), s.save(), s.session_key)[-1]"
    )
    key = (office.folder / "secret-key").read_bytes()
    office.run("backup", str(tmp_path / "backup.zip"))
    folder = tmp_path / "parts"
    subprocess.run(["python3", "-m", "zipfile", "-e", tmp_path / "backup.zip", folder], check=True)
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    if "DATABASE_URL" in office.environment:
        dump = subprocess.run(["pg_restore", "-f", "-", folder / "database.dump"], capture_output=True, check=True)
        content += dump.stdout
    assert b"quantri" in content and session.encode() not in content and key not in content
