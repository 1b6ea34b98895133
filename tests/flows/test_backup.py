"""A backup is made while the office works, and becomes the same office on an empty machine."""

import signal
import subprocess
import urllib.request

from factories import PLAN, write
from flows.installation import free_port, until
from offices import at_work, held, is_whole

WORDS = PLAN.replace("sạt lở", "sạt lở ở Khe Bồng")


def test_what_was_backed_up_is_restored_on_an_empty_machine(office, elsewhere, tmp_path):
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
    assert elsewhere.ask("Session.objects.count()") == "0" and not (elsewhere.folder / "secret-key").exists()
    assert "Tài khoản quản trị" not in elsewhere.run("setup")
    assert "Nhật ký nguyên vẹn" in elsewhere.run("verify")


def test_a_backup_is_whole_while_people_work_and_the_pages_are_served(office, elsewhere, tmp_path):
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
        server.wait(40)
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


def test_a_backup_never_takes_the_place_of_a_file(office, tmp_path):
    file = tmp_path / "backup.zip"
    file.write_text("quan trọng")
    assert "chọn tên khác" in office.run("backup", str(file), code=1)
    assert file.read_text() == "quan trọng"


def test_without_data_there_is_nothing_to_back_up(machine, tmp_path):
    assert machine.run("backup", str(tmp_path / "backup.zip"), code=1)
    assert list(tmp_path.glob("*backup*")) == []


def test_nothing_of_sessions_or_the_key_is_in_a_backup(office, tmp_path):
    session = office.ask(
        "(s := __import__('caytre.accounts.actions.sessions', fromlist=['x']).SessionStore(), "
        "s.update({'a': 1}), s.save(), s.session_key)[-1]"
    )
    assert office.ask("Session.objects.count()") == "1"
    key = (office.folder / "secret-key").read_bytes()
    office.run("backup", str(tmp_path / "backup.zip"))
    folder = tmp_path / "parts"
    subprocess.run(["python3", "-m", "zipfile", "-e", tmp_path / "backup.zip", folder], check=True)
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    if "DATABASE_URL" in office.environment:
        dump = subprocess.run(
            ["pg_restore", "-f", "-", folder / "database.dump"], capture_output=True, check=True
        )
        content += dump.stdout
    assert b"quantri" in content and session.encode() not in content and key not in content


def test_the_second_step_goes_on_with_the_old_key_and_without_it_the_command_says_what_to_do(
    office, elsewhere, tmp_path
):
    office.ask(
        "__import__('allauth.mfa.models', fromlist=['x']).Authenticator.objects.create("
        "user=User.objects.get(), type='totp', data={})"
    )
    office.run("backup", str(tmp_path / "backup.zip"))
    assert "--reset-second-step" in elsewhere.run("restore", str(tmp_path / "backup.zip"))
    (elsewhere.folder / "secret-key").write_bytes((office.folder / "secret-key").read_bytes())
    said = elsewhere.run("restore", str(tmp_path / "backup.zip"), "--replace")
    assert "--reset-second-step" not in said
