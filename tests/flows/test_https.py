"""The whole installation behind a web server with HTTPS: cookies, redirects, and Django's own list of what to mind."""

import re
import subprocess
import sys
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from flows.installation import free_port, password_of
from flows.pages import addresses

HTTPS = {"CAYTRE_HTTPS": "1", "CAYTRE_HOSTS": "tre.example", "CAYTRE_LOG": "ERROR"}


class Visitor:
    """Asks as a web server in front asks for a browser, and keeps its cookies."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self.set: list[str] = []

    def ask(self, method: str, address: str, form: dict[str, str] | None = None, *, scheme: str = "https"):
        """Status, headers and words of an answer."""
        headers = {
            "Host": "tre.example", "X-Forwarded-Proto": scheme, "X-Forwarded-For": "203.0.113.9",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Referer": "https://tre.example/", "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, address, urlencode(form) if form else None, headers)
        answer = connection.getresponse()
        words = answer.read().decode(errors="replace")
        for line in answer.headers.get_all("Set-Cookie") or []:
            self.set.append(line)
            name, value = re.match(r"([^=]+)=([^;]*)", line).groups()
            self.cookies[name] = value
        connection.close()
        return answer.status, answer.headers, words

    def sign_in(self, password: str) -> int:
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', self.ask("GET", "/login/")[2])[1]
        sent = {"csrfmiddlewaretoken": token, "username": "quantri", "password": password}
        return self.ask("POST", "/login/", sent)[0]


@pytest.fixture
def visitor(office):
    password = password_of(office.printed)
    port = free_port()
    office.environment |= HTTPS
    server = office.start("serve", "--port", str(port))
    try:
        assert str(port) in server.stdout.readline()
        made = Visitor(port)
        made.password = password
        yield made
    finally:
        server.terminate()
        server.wait(40)


def test_behind_https_cookies_and_headers_are_strict_on_every_page(visitor):
    assert visitor.sign_in(visitor.password) == 302
    wrong = {}
    for address in addresses().values():
        _, headers, _ = visitor.ask("GET", address)
        hsts = headers["Strict-Transport-Security"] or ""
        if "max-age=31536000" not in hsts or "'none'" not in (headers["Content-Security-Policy"] or ""):
            wrong[address] = dict(headers)
    assert wrong == {}
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', visitor.ask("GET", "/")[2])[1]
    visitor.ask("POST", "/language/", {"csrfmiddlewaretoken": token, "language": "en", "next": "/"})
    names = {line.split("=")[0] for line in visitor.set}
    assert names == {"__Host-caytre", "__Host-caytre-form", "__Host-caytre-known", "__Host-caytre-language"}
    for line in visitor.set:
        said = {part.strip().casefold() for part in line.split(";")[1:]}
        assert {"secure", "httponly", "samesite=lax", "path=/"} <= said, line
        assert not [part for part in said if part.startswith("domain")], line
    assert "203.0.113.9" in visitor.ask("GET", "/account/")[2]
    status, headers, _ = visitor.ask("GET", "/", scheme="http")
    assert status == 301 and headers["Location"] == "https://tre.example/"


def test_django_s_list_of_what_to_mind_is_empty(office):
    ran = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env=office.environment | HTTPS, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
