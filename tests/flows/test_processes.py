"""The commands as an office runs them: set up, serve, import; a worker that is killed leaves nothing stuck."""

import re
import signal
import subprocess
import urllib.request
from http.cookiejar import CookieJar
from urllib.parse import urlencode

import pytest

from factories import PLAN, SECRET, STAMPED, write
from flows.installation import free_port, installation, until


@pytest.fixture
def office(tmp_path):
    with installation(tmp_path / "office") as made:
        yield made


def password_of(printed: str) -> str:
    found = re.search(r"Mật khẩu: +(\S+)", printed)
    assert found, printed
    return found[1]


def test_set_up_shows_the_password_once_and_is_done_at_once_the_second_time(office):
    first = office.run("setup")
    assert len(password_of(first)) == 19
    assert "Mật khẩu" not in office.run("setup")
    assert office.ask("User.objects.count(), Document.objects.count()") == "(1, 1)"
    assert [
        path.stat().st_mode & 0o777 for path in (office.folder / "secret-key", office.folder / "files")
    ] == [0o600, 0o700]


def test_set_up_wipes_what_a_killed_server_had_spooled(office):
    office.run("setup")
    (office.folder / "incoming" / "abc.upload").write_text("left")
    office.run("setup")
    assert list((office.folder / "incoming").iterdir()) == []


def test_import_and_its_exit_codes(office, tmp_path):
    office.run("setup")
    good, secret = write(tmp_path, name="tốt.txt"), write(tmp_path, STAMPED, name="kín.txt")
    assert "đã nhận" in office.run("import", str(good))
    assert "đã có trong sổ" in office.run("import", str(good))
    assert SECRET in office.run("import", str(secret), str(good), code=3)
    assert "không mở được tệp" in office.run("import", str(tmp_path / "không-có.txt"), code=1)
    assert office.ask("Document.objects.count()") == "2"


def test_a_colleague_gets_an_account(office):
    office.run("setup")
    password = password_of(office.run("user", "lan", "--shown", "Nguyễn Thị Lan"))
    assert office.ask(f"User.objects.get(username='lan').check_password('{password}')") == "True"
    assert "đã được sử dụng" in office.run("user", "lan", code=1)
    assert password_of(office.run("user", "lan", "--reset")) != password


def test_a_worker_that_is_killed_in_the_middle_leaves_nothing_stuck(office, tmp_path):
    office.run("setup")
    office.run("worker", "--batch")
    office.run("import", str(write(tmp_path, PLAN * 1200, name="dài.txt")))
    worker = office.start("worker")
    until(lambda: "reading" in office.ask("[d.state for d in Document.objects.all()]"))
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    assert (
        office.ask("Document.objects.get(name='dài.txt').state, Reading.objects.count()") == "('reading', 1)"
    )

    again = office.start("worker")
    try:
        until(lambda: office.ask("Document.objects.get(name='dài.txt').state") == "read", seconds=60)
    finally:
        again.terminate()
        again.wait(20)
    assert office.ask("Document.objects.get(name='dài.txt').attempts, Reading.objects.count()") == "(2, 2)"
    assert office.ask("len(search.find('bai lau', kind='document'))") == "1"


def test_the_server_serves_reads_and_stops_with_all_it_started(office, tmp_path):
    password = password_of(office.run("setup"))
    port = free_port()
    server = office.start("serve", "--port", str(port))
    try:
        line = server.stdout.readline()
        assert f"http://127.0.0.1:{port}/" in line
        page = _signed_in(f"http://127.0.0.1:{port}", password)
        assert "Sổ văn bản" in page
        until(lambda: "Đã đọc" in _signed_in(f"http://127.0.0.1:{port}", password))
        assert "đang có chương trình khác dùng" in office.run("serve", "--port", str(port), code=2)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(20)
    left = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert str(port) not in left


def _signed_in(base: str, password: str) -> str:
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    login = browser.open(f"{base}/login/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', login)[1]
    sent = urlencode({"csrfmiddlewaretoken": token, "username": "quantri", "password": password, "next": ""})
    return browser.open(f"{base}/login/", sent.encode()).read().decode()


def test_without_data_a_command_says_what_to_do(office, tmp_path):
    assert "caytre setup" in office.run("import", str(write(tmp_path)), code=2)


@pytest.mark.parametrize(
    ("arguments", "code"), [([], 0), (["--help"], 0), (["--version"], 0), (["nonsense"], 2)]
)
def test_the_command_explains_itself(office, arguments, code):
    printed = office.run(*arguments, code=code)
    assert "caytre" in printed and "Traceback" not in printed


def test_without_django_the_command_says_so(office):
    program = "import sys; sys.modules['django'] = None; import importlib.util as u; f = u.find_spec; "
    program += "import caytre.cli.main as m; m.find_spec = lambda name: None; sys.exit(m.main(['setup']))"
    ran = subprocess.run(
        [office.command()[0], "-c", program],
        env=office.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert (
        ran.stderr.strip() == 'Lệnh caytre cần phần mở rộng "system"; cài bằng: pip install "caytre[system]".'
    )
