"""Browsers that send forms to an installation that serves, and send them again where the answer was lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

from factories import PLAN
from flows.installation import Installation, free_port, until

TRIES = 500
FORM = "a" * 32  # the token against forged forms, as a browser has it
LINE = "Giữ bờ suối không sạt lở trong mùa mưa."
# Somebody who may do everything is signed in; of their documents, the keys.
SIGN_IN = """
import django; django.setup()
from django.test import Client
from caytre.core.models import User
from caytre.documents.models import Document
tab = Client(headers={"Host": "127.0.0.1"})
tab.force_login(User.objects.order_by("pk").first())
tab.get("/")
print(tab.cookies["caytre"].value, *[one.pk for one in Document.objects.filter(name__regex="^[0-9]+[.]txt$")])
"""


@dataclass
class Served:
    """An installation that serves on a port, with somebody signed in and documents to work at."""

    port: int
    cookie: str
    papers: list[str]
    children: list[int] = field(default_factory=list)

    def ask(self, method: str, address: str, **fields: str) -> tuple[int, HTTPResponse]:
        """The status of the answer and the answer, read to its end."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=25)
        headers = {
            "Cookie": f"caytre={self.cookie}; caytre-form={FORM}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            connection.request(method, address, urlencode({"csrfmiddlewaretoken": FORM, **fields}), headers)
            answer = connection.getresponse()
            answer.read()
        finally:
            connection.close()
        return answer.status, answer

    def add(self, number: int, *, once: str, why: str) -> tuple[int, HTTPResponse]:
        """A task is added to one of the documents; ``why`` tells it from others."""
        paper = self.papers[number % len(self.papers)]
        return self.ask("POST", f"/documents/{paper}/add/tasks/", words=LINE, once=once, why=why)


@contextmanager
def served(office: Installation, *, papers: int = 1, workers: int = 2) -> Iterator[Served]:
    """An installation of which a few processes serve the pages."""
    texts = [office.folder / f"{number}.txt" for number in range(papers)]
    for number, text in enumerate(texts):
        text.write_text(PLAN.replace("41/KH", f"{number + 1}/KH"), "utf-8")
    office.run("import", *map(str, texts))
    office.run("worker", "--batch")
    found = subprocess.run(
        [sys.executable, "-c", SIGN_IN], env=office.environment, text=True, capture_output=True, check=True
    ).stdout.split()
    made = Served(free_port(), found[0], found[1:])
    command = [sys.executable, str(Path(__file__).with_name("prefork.py")), str(made.port), str(workers)]
    server = subprocess.Popen(
        command, env=office.environment, text=True, stdout=subprocess.PIPE, start_new_session=True
    )
    threading.Thread(target=_note, args=(server, made), daemon=True).start()
    try:
        until(lambda: len(made.children) == workers)
        yield made
    finally:
        os.killpg(server.pid, signal.SIGKILL)  # its children as well
        server.wait()


def _note(server: subprocess.Popen[str], made: Served) -> None:
    assert server.stdout is not None
    for line in server.stdout:
        made.children.append(int(line))


@dataclass
class Told:
    """What senders were told: ``done`` by the mark of each form, and how often there was no answer."""

    done: dict[str, str] = field(default_factory=dict)
    broken: int = 0
    busy: int = 0
    wrong: list[int] = field(default_factory=list)


def keep_sending(served: Served, told: Told, *, number: int, over: threading.Event) -> None:
    """Send one form after the other until it is over, each until it was answered."""
    while not over.is_set():
        once, why = str(uuid4()), uuid4().hex
        for _ in range(TRIES):
            try:
                status, answer = served.add(number, once=once, why=why)
            except (OSError, HTTPException):
                told.broken += 1
                time.sleep(0.01)
                continue
            if status == 503:
                told.busy += 1
                time.sleep(0.05)
                continue
            if status in (302, 303):
                told.done[why] = answer.headers["Location"]
            else:
                told.wrong.append(status)
            break
        else:
            told.wrong.append(0)


def mix(served: Served, *, requests: int, clients: int) -> list[tuple[int, float]]:
    """Status and seconds of so many requests, one of four a form, by so many clients at once."""
    pages = ["/", *(f"/documents/{paper}/" for paper in served.papers)]

    def one(number: int) -> tuple[int, float]:
        start = time.monotonic()
        if number % 4:
            status, _ = served.ask("GET", pages[number % len(pages)])
        else:
            once = str(uuid4())
            status, _ = served.add(number // 4, once=once, why="")
        return status, time.monotonic() - start

    with ThreadPoolExecutor(clients) as crowd:
        return list(crowd.map(one, range(requests)))
