"""How soon the pages answer after a cold start, and what memory they take under load: python benchmarks/starting.py

A whole installation with 2,000 tasks of 300 units on SQLite, pages and worker as ``caytre serve`` runs them. "Cold" is
the time from the command to the first page; memory is what all its processes hold, shared pages by their share, after
600 requests of lists, tasks and searches.
"""

from __future__ import annotations

import http.client
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from beside import FORM
from rows import Row, tell

from flows.installation import ROOT, Installation, free_port, installation

STARTS, ASKED = 3, 200
FILL = """
import django; django.setup()
from django.test import Client
from django.utils import timezone
from caytre.work.models import Occurrence
from countries import post
from factories import person
from manyworks import broad_country, fill
government, provinces, communes = broad_country(provinces=10, communes=290)
who, now = person("dau-moi"), timezone.now()
post(who, at=government, role="focal")
fill(2_000, givers=provinces, doers=communes, by=who, at=now, on=now.date())
tab = Client(headers={"Host": "127.0.0.1"})
tab.force_login(who)
print(tab.cookies["caytre"].value, *Occurrence.objects.values_list("pk", flat=True)[:50])
"""


def starting() -> Iterator[Row]:
    """Seconds to the first page, and megabytes after load"""
    with tempfile.TemporaryDirectory() as folder, installation(Path(folder)) as office:
        office.run("setup")
        environment = office.environment | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}"}
        cookie, *tasks = subprocess.run(
            [sys.executable, "-c", FILL], env=environment, text=True, capture_output=True, check=True
        ).stdout.split()
        colds, sizes = zip(*(_started(office, cookie, tasks) for _ in range(STARTS)), strict=True)
        yield Row("cold start to the first page", statistics.median(colds), "s", most=1.5)
        yield Row("memory after load", statistics.median(sizes), "MiB", most=250)


def _started(office: Installation, cookie: str, tasks: list[str]) -> tuple[float, float]:
    port, began = free_port(), time.monotonic()
    server = office.start("serve", "--port", str(port))
    try:
        while not _answer(port, "/login/", ""):
            time.sleep(0.01)
        cold = time.monotonic() - began
        for number in range(ASKED):
            task = tasks[number % len(tasks)]
            for path in (f"/tasks/?page={number % 20}", f"/work/{task}/", "/tasks/?q=trong+tre"):
                assert _answer(port, path, f"caytre={cookie}; caytre-form={FORM}"), path
        return cold, _memory(server.pid)
    finally:
        server.terminate()
        server.wait(60)


def _answer(port: int, path: str, cookie: str) -> bool:
    """Whether a page is there."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers={"Cookie": cookie})
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _memory(root: int) -> float:
    """Megabytes of a process and all below it."""
    below: dict[int, list[int]] = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            said = Path(entry.path, "stat").read_text("utf-8").rsplit(")", 1)[1].split()
            below.setdefault(int(said[1]), []).append(int(entry.name))
    waiting, kilobytes = [root], 0
    while waiting:
        process = waiting.pop()
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines()
        kilobytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        waiting += below.get(process, [])
    return kilobytes / 1024


if __name__ == "__main__":
    sys.exit(tell((starting,), arguments=sys.argv[1:]))
