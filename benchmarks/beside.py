"""Beside Redmine on the same tasks: python benchmarks/beside.py TASKS --redmine URL --pid FILE… --key KEY [--check]

TASKS has a task in each line ({"title": …, "body": …}); Redmine serves at URL with the same tasks, each FILE begins
with the number of a process of it (its own first one, that of its PostgreSQL), KEY is an API key of its administrator.
Both are asked in turn, round by round, so that whatever else the machine does hits both alike. Told is the CPU time of
these processes and all below them per request, the median of the rounds; on our side SQLite and the worker are in it.
Our requests come from forty tabs in turn: in one, what each form says on the next page would pile up.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit
from uuid import uuid4

from rows import Row, tell

from flows.installation import ROOT, free_port, installation, until

ROUNDS, ASKED = 3, 40
FORM = "a" * 32
WORDS = "tuyên truyền"
FILL = """
import json, sys
import django; django.setup()
from django.test import Client
from django.utils import timezone
from caytre.work.models import Occurrence
from countries import post
from factories import person
from manyworks import broad_country, fill
texts = (f"{row['title']} {row['body']}" for row in map(json.loads, open(sys.argv[1], encoding="utf-8")))
government, provinces, communes = broad_country(provinces=34, communes=3320)
who, now = person("dau-moi"), timezone.now()
for at in (government, *provinces[:1], *communes[:60]):
    post(who, at=at, role="focal")
fill(20_000, givers=[government, *provinces], doers=communes, by=who, at=now, on=now.date(), texts=texts)
def signed_in():
    tab = Client(headers={"Host": "127.0.0.1"})
    tab.force_login(who)
    tab.get("/tasks/")
    return tab.cookies["caytre"].value
mine = Occurrence.objects.filter(unit__in=communes[:60], state__in=["open", "doing"]).values_list("pk", flat=True)
print(*(signed_in() for _ in range(%d)), *mine)
"""


@dataclass
class Side:
    """One of the two: ``ways`` are the requests of each kind, ``roots`` its first processes."""

    port: int
    roots: Sequence[int]
    headers: dict[str, str]
    cookies: list[str]
    ways: dict[str, Callable[[int], tuple[str, str, str | None]]]

    def cost(self, kind: str, start: int) -> float:
        """CPU milliseconds of a request of this kind, of ASKED of them."""
        before = _cpu(self.roots)
        for number in range(start, start + ASKED):
            method, path, body = self.ways[kind](number)
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            cookie = {"Cookie": self.cookies[number % len(self.cookies)]} if self.cookies else {}
            connection.request(method, path, body, self.headers | cookie)
            answer = connection.getresponse()
            answer.read()
            connection.close()
            if answer.status not in (200, 201, 204, 302):
                raise SystemExit(f"{method} {path}: {answer.status}")
        time.sleep(0.2)
        return (_cpu(self.roots) - before) * 1000 / ASKED


def _cpu(roots: Sequence[int]) -> float:
    """Seconds that these processes and all below them have computed."""
    below: dict[int, list[int]] = {}
    spent: dict[int, float] = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                said = Path(entry.path, "stat").read_text("utf-8").rsplit(")", 1)[1].split()
            except OSError:
                continue
            below.setdefault(int(said[1]), []).append(int(entry.name))
            spent[int(entry.name)] = sum(map(int, said[11:15])) / os.sysconf("SC_CLK_TCK")
    waiting, total = list(roots), 0.0
    while waiting:
        process = waiting.pop()
        total += spent.get(process, 0.0)
        waiting += below.get(process, [])
    return total


@contextmanager
def _ours(tasks: str) -> Iterator[Side]:
    with tempfile.TemporaryDirectory() as folder, installation(Path(folder)) as office:
        office.run("setup")
        environment = office.environment | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}"}
        filled = subprocess.run(
            [sys.executable, "-c", FILL % ASKED, tasks],
            env=environment,
            text=True,
            capture_output=True,
            check=True,
        ).stdout.split()
        port = free_port()
        server = office.start("serve", "--port", str(port))
        try:
            until(lambda: _is_up(port), seconds=60)
            yield _side(port, server.pid, *filled)
        finally:
            server.terminate()
            server.wait(60)


def _is_up(port: int) -> bool:
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/login/")
        return connection.getresponse().status == 200
    except OSError:
        return False


def _side(port: int, root: int, *keys: str) -> Side:
    tabs, mine = keys[:ASKED], keys[ASKED:]

    def form(path: str, **fields: str) -> tuple[str, str, str]:
        return "POST", path, urlencode({"csrfmiddlewaretoken": FORM, "once": str(uuid4()), **fields})

    return Side(
        port, [root],
        {"Content-Type": "application/x-www-form-urlencoded"}, [f"caytre={tab}; caytre-form={FORM}" for tab in tabs],
        {
            "list": lambda number: ("GET", f"/tasks/?state=undone&page={1 + number % 5}", None),
            "one task": lambda number: ("GET", f"/work/{mine[number % len(mine)]}/", None),
            "search": lambda number: ("GET", f"/tasks/?q={quote(WORDS)}", None),
            "create": lambda number: form("/plans/tasks/new/", text=f"Trồng tre {number}", kind="unspecified"),
            "update": lambda number: form(
                f"/work/{mine[number % len(mine)]}/show/", seen="1", step="do", percent="30", text="Đã trồng"
            ),
        },
    )  # fmt: skip


def _redmine(url: str, pids: Sequence[str], key: str) -> Side:
    def sent(method: str, path: str, **issue: object) -> tuple[str, str, str]:
        return method, path, json.dumps({"issue": issue})

    port = urlsplit(url).port or 80
    first = re.search(r'"id":(\d+)', _asked(port, "/issues.json?limit=1&sort=id", key))
    start = int(first[1]) if first else 1
    return Side(
        port, [int(Path(pid).read_text("utf-8").split()[0]) for pid in pids],
        {"X-Redmine-API-Key": key, "Content-Type": "application/json"}, [],
        {
            "list": lambda number: (
                "GET", f"/issues?set_filter=1&status_id=open&sort=due_date&per_page=50&page={1 + number % 5}", None
            ),
            "one task": lambda number: ("GET", f"/issues/{start + number * 7}", None),
            "search": lambda number: ("GET", f"/search?q={quote(WORDS)}&issues=1", None),
            "create": lambda number: sent("POST", "/issues.json", project_id="tinh-0", subject=f"Trồng tre {number}"),
            "update": lambda number: sent("PUT", f"/issues/{start + number}.json", done_ratio=30, notes="Đã trồng"),
        },
    )  # fmt: skip


def _asked(port: int, path: str, key: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"X-Redmine-API-Key": key})
    return connection.getresponse().read().decode()


BOUNDS = {"list": 0.15, "one task": 0.06, "search": 0.1, "create": 0.1, "update": 0.1}


def beside() -> Iterator[Row]:
    """CPU milliseconds of a request, and the share of Redmine's"""
    asked = argparse.ArgumentParser()
    asked.add_argument("tasks")
    asked.add_argument("--pid", nargs="+", required=True)
    for name in ("--redmine", "--key"):
        asked.add_argument(name, required=True)
    asked.add_argument("--check", action="store_true")
    told = asked.parse_args()
    theirs = _redmine(told.redmine, told.pid, told.key)
    with _ours(told.tasks) as ours:
        for kind, most in BOUNDS.items():
            costs: dict[str, list[float]] = {"ours": [], "theirs": []}
            for number in range(-1, ROUNDS):  # the first round warms up
                for name, side in (("ours", ours), ("theirs", theirs)):
                    cost = side.cost(kind, (number + 1) * ASKED)
                    costs[name] += [cost] if number >= 0 else []
            mine, peer = (statistics.median(costs[name]) for name in ("ours", "theirs"))
            yield Row(f"{kind}: Redmine", peer, "ms")
            yield Row(f"{kind}: ours", mine, "ms")
            yield Row(f"{kind}: share", mine / peer, "x", most=most)


if __name__ == "__main__":
    sys.exit(tell((beside,), arguments=sys.argv[1:]))
