"""The pages and the worker are served together and end together."""

import re
import signal
import subprocess
import urllib.request
from http.cookiejar import CookieJar
from urllib.parse import urlencode

from flows.installation import free_port, password_of, until


def test_the_server_serves_reads_and_stops_with_all_it_started(office, tmp_path):
    password = password_of(office.printed)
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
        server.wait(40)
    left = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert str(port) not in left


def _signed_in(base: str, password: str) -> str:
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    login = browser.open(f"{base}/login/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', login)[1]
    sent = urlencode({"csrfmiddlewaretoken": token, "username": "quantri", "password": password, "next": ""})
    return browser.open(f"{base}/login/", sent.encode()).read().decode()
