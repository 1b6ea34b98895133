"""How long writers wait for each other on SQLite: python benchmarks/writers.py [--check]

Some processes hand in figures at once: each reads its own rows, works for two milliseconds and writes thirty values in
one transaction. With the queue of writers, and beside it the same with Django's own engine, in the same run: both with
IMMEDIATE, WAL and full durability. Medians of three rounds, wall time of one hand-in.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from rows import Row, tell

SOURCE = Path(__file__).resolve().parents[1] / "src"
EACH, ROUNDS = 60, 3
WRITER = """
import json, sys, time
sys.path.insert(0, sys.argv[1])
from django.conf import settings
settings.configure(USE_TZ=True, DATABASES={"default": {
    "ENGINE": sys.argv[2], "NAME": sys.argv[3], "OPTIONS": {
        "transaction_mode": "IMMEDIATE", "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL",
}}})
import django
django.setup()
from django.db import OperationalError, connection, transaction
unit, number, start = int(sys.argv[4]), int(sys.argv[5]), float(sys.argv[6])
took, failed = [], 0
connection.ensure_connection()
time.sleep(max(0, start - time.time()))
for _ in range(number):
    began = time.perf_counter()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT what, value FROM figure WHERE unit = %s", [unit])
            cursor.fetchall()
            until = time.perf_counter() + 0.002
            while time.perf_counter() < until:
                pass
            cursor.executemany(
                "INSERT INTO figure (unit, what, value) VALUES (%s, %s, %s)"
                " ON CONFLICT (unit, what) DO UPDATE SET value = value + 1", [(unit, what, 1) for what in range(30)],
            )
    except OperationalError:
        failed += 1
    took.append(time.perf_counter() - began)
print(json.dumps([failed, took]))
"""


def hand_in(engine: str, *, writers: int) -> tuple[int, list[float]]:
    """How many hand-ins failed, and the seconds that each took."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "figures.sqlite3"
        _make(database)
        start = time.time() + 1 + writers * 0.15  # when all have started
        running = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, str(SOURCE), engine, str(database), str(unit), str(EACH), str(start)],
                stdout=subprocess.PIPE, text=True,
            )
            for unit in range(writers)
        ]  # fmt: skip
        found = [json.loads(process.communicate()[0]) for process in running]
    return sum(one[0] for one in found), [took for one in found for took in one[1]]


def _make(database: Path) -> None:
    import sqlite3

    with sqlite3.connect(database) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE figure (unit, what, value, PRIMARY KEY (unit, what))")


def compare(writers: int) -> Iterator[Row]:
    """The two engines in turns."""
    plain: list[list[float]] = []
    queued: list[list[float]] = []
    failed = 0
    for _ in range(ROUNDS):
        plain.append(hand_in("django.db.backends.sqlite3", writers=writers)[1])
        locked, took = hand_in("caytre.writes.sqlite", writers=writers)
        failed += locked
        queued.append(took)
    longest = [median(max(took) for took in rounds) * 1000 for rounds in (plain, queued)]
    cuts = [quantiles(took, n=100) for took in queued]
    yield Row("locked, with the queue", failed, most=0)
    yield Row("longest, plain IMMEDIATE", longest[0], "ms")
    yield Row("longest, with the queue", longest[1], "ms")
    yield Row("queue / plain", longest[1] / longest[0], most=0.35)
    yield Row("with the queue: p99 / p50", median(cut[98] / cut[49] for cut in cuts))


def eight() -> Iterator[Row]:
    """8 writers"""
    yield from compare(8)


def many() -> Iterator[Row]:
    """24 writers"""
    yield from compare(24)


if __name__ == "__main__":
    sys.exit(tell((eight, many), arguments=sys.argv[1:]))
