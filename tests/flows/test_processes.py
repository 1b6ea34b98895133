"""The commands as an office runs them: set up, serve, import; a worker that is killed leaves nothing stuck."""

from factories import SECRET, STAMPED, write
from flows.installation import password_of


def test_set_up_shows_the_password_once_and_is_done_at_once_the_second_time(machine):
    first = machine.run("setup")
    assert len(password_of(first)) == 19
    assert "Mật khẩu" not in machine.run("setup")
    assert machine.ask("User.objects.count(), Document.objects.count()") == "(1, 1)"
    assert [
        path.stat().st_mode & 0o777 for path in (machine.folder / "secret-key", machine.folder / "files")
    ] == [0o600, 0o700]


def test_set_up_wipes_what_a_killed_server_had_spooled(office):
    (office.folder / "incoming" / "abc.upload").write_text("left")
    office.run("setup")
    assert list((office.folder / "incoming").iterdir()) == []


def test_import_and_its_exit_codes(office, tmp_path):
    good, secret = write(tmp_path, name="tốt.txt"), write(tmp_path, STAMPED, name="kín.txt")
    assert "đã nhận" in office.run("import", str(good))
    assert "đã có trong sổ" in office.run("import", str(good))
    assert SECRET in office.run("import", str(secret), str(good), code=3)
    assert "không mở được tệp" in office.run("import", str(tmp_path / "không-có.txt"), code=1)
    assert office.ask("Document.objects.count()") == "2"


def test_a_colleague_gets_an_account(office):
    password = password_of(office.run("user", "lan", "--shown", "Nguyễn Thị Lan"))
    assert office.ask(f"User.objects.get(username='lan').check_password('{password}')") == "True"
    assert "đã có người dùng" in office.run("user", "lan", code=1)
    assert password_of(office.run("user", "lan", "--reset")) != password
