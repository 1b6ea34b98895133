"""What signing in costs, and what it costs the others: python benchmarks/login.py [--check]

An installation of its own serves on a port while many people sign in at once; another page is asked for at an even
pace before and during the storm. The peer is Django's default hash, in the same run. CPU is that of the whole server.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from itertools import count
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from rows import Row, tell
from timing import _children, _spent, seconds

SOURCE = Path(__file__).resolve().parents[1] / "src"
PEOPLE, AT_ONCE, LOOKS = 400, 24, 200
PACE = 0.05  # seconds between two looks at the other page
PASSWORD = "cây tre trăm đốt"
MAKE = f"""
import django; django.setup()
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from caytre.core.models import User
made, now = make_password({PASSWORD!r}), timezone.now()
User.objects.bulk_create(User(username=f"n{{i}}", password=made, date_joined=now) for i in range({PEOPLE} + 1))
"""


def hashes() -> Iterator[Row]:
    """One check of a password, beside Django's default"""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "caytre.settings")
    import django

    django.setup()
    from django.contrib.auth.hashers import PBKDF2PasswordHasher

    from caytre.accounts.actions.hashing import Argon2id

    took = []
    for hasher in (PBKDF2PasswordHasher(), Argon2id()):
        kept = hasher.encode(PASSWORD, hasher.salt())
        took.append(seconds(lambda hasher=hasher, kept=kept: hasher.verify(PASSWORD, kept)))
    yield Row("Django's default (PBKDF2)", took[0] * 1000, "ms CPU")
    yield Row("Argon2id 19 MiB, two passes", took[1] * 1000, "ms CPU")
    yield Row("Argon2id / Django's default", took[1] / took[0], most=0.1)


def storm() -> Iterator[Row]:
    """Everybody signs in at once, through the page, while somebody works"""
    with _server() as (port, server):
        form, cookie = _form(port)
        worker = _sign_in(port, form, cookie, PEOPLE)
        _look(port, worker)
        looks = count()
        start = _cpu(server)
        idle = _looks(port, worker, until=lambda: next(looks) >= LOOKS)
        look = (_cpu(server) - start) / len(idle)
        start, began = _cpu(server), time.monotonic()
        with ThreadPoolExecutor(AT_ONCE) as crowd:
            told = [crowd.submit(_come_in, port, form, cookie, number) for number in range(PEOPLE)]
            busy = _looks(port, worker, until=lambda: all(one.done() for one in told))
        wall, spent = time.monotonic() - began, _cpu(server) - start - look * len(busy)
    yield Row("people who signed in", PEOPLE)
    yield Row("until all were in", wall, "s")
    yield Row("answers that said: try again", sum(one.result() for one in told))
    yield Row("server CPU of one login", spent / PEOPLE * 1000, "ms CPU", most=40)
    yield Row("the other page, idle: p95", _p95(idle) * 1000, "ms")
    yield Row("the other page, in the storm: p95", _p95(busy) * 1000, "ms")
    yield Row("in the storm / idle", _p95(busy) / _p95(idle), most=2)


@contextmanager
def _server() -> Iterator[tuple[int, Path]]:
    """A port on which an installation with its people serves, and its process."""
    with socket.socket() as probe, tempfile.TemporaryDirectory() as folder:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        surroundings = os.environ | {
            "CAYTRE_DATA": folder, "PYTHONPATH": str(SOURCE), "DJANGO_SETTINGS_MODULE": "caytre.settings",
            "CAYTRE_LOG": "CRITICAL",
        }  # fmt: skip
        surroundings.pop("DATABASE_URL", None)
        caytre = [sys.executable, "-m", "caytre.cli.main"]
        subprocess.run([*caytre, "setup"], env=surroundings, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([sys.executable, "-c", MAKE], env=surroundings, check=True)
        running = subprocess.Popen(
            [*caytre, "serve", "--port", str(port)], env=surroundings, stdout=subprocess.PIPE, text=True
        )
        try:
            assert running.stdout and str(port) in running.stdout.readline()
            time.sleep(3)  # the worker reads the example first
            yield port, Path(f"/proc/{running.pid}")
        finally:
            running.terminate()
            running.wait(20)


def _cpu(process: Path) -> float:
    return _spent(process) + sum(_spent(child) for child in _children(process.name))


def _ask(port: int, method: str, address: str, *, cookie: str, form: str = "") -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request(method, address, form, headers)
    answer = connection.getresponse()
    words = answer.read().decode()
    connection.close()
    return answer, words


def _form(port: int) -> tuple[str, str]:
    """The token of the login page and its cookie: good for everybody in this browser."""
    answer, words = _ask(port, "GET", "/login/", cookie="")
    found = re.search(r'csrfmiddlewaretoken" value="(\w+)"', words)
    assert found
    return found[1], (answer.headers["Set-Cookie"] or "").split(";")[0]


def _sign_in(port: int, token: str, cookie: str, number: int) -> str:
    """The cookie of the session of who has signed in, "" where there was no room."""
    sent = {"csrfmiddlewaretoken": token, "username": f"n{number}", "password": PASSWORD}
    answer, _ = _ask(port, "POST", "/login/", cookie=cookie, form=urlencode(sent))
    assert answer.status in (302, 503), answer.status
    cookies = [line.split(";")[0] for line in answer.headers.get_all("Set-Cookie") or []]
    return next((one for one in cookies if one.startswith("caytre=")), "")


def _come_in(port: int, token: str, cookie: str, number: int) -> int:
    """How often somebody was told to come back before they were in; they do after a second."""
    for told in count():
        if _sign_in(port, token, cookie, number):
            return told
        time.sleep(1)
    raise AssertionError


def _look(port: int, cookie: str) -> float:
    start = time.monotonic()
    answer, _ = _ask(port, "GET", "/", cookie=cookie)
    assert answer.status == 200, answer.status
    return time.monotonic() - start


def _looks(port: int, cookie: str, *, until: Callable[[], bool]) -> list[float]:
    """Seconds that a page took, each time it was asked for."""
    taken, pace = [], threading.Event()
    while not until():
        taken.append(_look(port, cookie))
        pace.wait(PACE)
    return taken


def _p95(taken: list[float]) -> float:
    return quantiles(taken, n=20)[-1]


if __name__ == "__main__":
    sys.exit(tell((hashes, storm), arguments=sys.argv[1:]))
