"""A backup or a restore that is cut off leaves nothing half done."""

import signal
import subprocess

import pytest

from flows.installation import until
from offices import fill, held, is_whole, killed


def test_a_disk_that_is_full_leaves_nothing_half_done(office, tmp_path):
    fill(office, 3)
    small = ["sh", "-c", 'ulimit -f 2048; exec "$@"', "sh"]
    command = [*small, *office.command("backup", str(tmp_path / "b.zip"))]
    ran = subprocess.run(command, env=office.environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 1 and "Không có tệp nào được tạo" in ran.stderr + ran.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_ctrl_c_in_the_middle_of_a_backup_leaves_nothing(office, tmp_path):
    fill(office, 90)
    running = office.start("backup", str(tmp_path / "backup.zip"))
    until(lambda: "Đang chép tệp" in running.stdout.readline())
    running.send_signal(signal.SIGINT)
    assert running.wait(20) == 130
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_a_backup_that_is_killed_is_not_there_and_the_next_one_tidies_up(office, elsewhere, tmp_path):
    fill(office, 40)
    file = tmp_path / "backup.zip"
    for delay in (0.0, 0.1, 0.4):
        killed(office, ["backup", str(file)], (tmp_path, ".caytre-backup.*.part"), delay)
        assert not file.exists()
    assert list(tmp_path.glob(".caytre-backup.*.part"))
    office.run("backup", str(file))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.zip", "office"]
    elsewhere.run("restore", str(file))
    state = held(elsewhere)
    assert is_whole(state) and len(state["documents"]) == 41


def test_a_restore_that_is_killed_leaves_the_old_or_the_new(office, other_office, tmp_path):
    fill(office, 30)
    office.run("backup", str(tmp_path / "many.zip"))
    other_office.run("backup", str(tmp_path / "few.zip"))
    counts = set()
    for number, delay in enumerate((0.0, 0.15, 0.3, 0.45, 0.6, 0.9)):
        file = tmp_path / ("few.zip" if number == 3 else "many.zip")
        killed(
            other_office, ["restore", str(file), "--replace"], (other_office.folder, ".restore.*.part"), delay
        )
        state = held(other_office)
        assert all(stored == digest for *_, digest, stored in state["documents"].values())
        assert state["fault"] is None
        counts.add(len(state["documents"]))
    assert counts <= {1, 31}
    other_office.run("restore", str(tmp_path / "many.zip"), "--replace")
    state = held(other_office)
    assert is_whole(state) and len(state["documents"]) == 31
    assert list(other_office.folder.glob(".restore.*")) == []


def test_on_an_empty_machine_a_restore_that_was_killed_is_simply_given_again(office, elsewhere, tmp_path):
    fill(office, 30)
    office.run("backup", str(tmp_path / "backup.zip"))
    killed(elsewhere, ["restore", str(tmp_path / "backup.zip")], (elsewhere.folder, "files/*/*"), 0)
    if "core_user" in elsewhere.ask("__import__('django.db').db.connection.introspection.table_names()"):
        pytest.skip("it was too quick to be killed before its end")
    elsewhere.run("restore", str(tmp_path / "backup.zip"))
    assert is_whole(held(elsewhere))
