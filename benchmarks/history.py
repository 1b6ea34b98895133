"""What the history costs: python benchmarks/history.py [--check]

On a database of its own (SQLite; PostgreSQL where it is installed) many events with digests that fit are put in by
SQL and the chain is followed to its end; then some are written as the system writes them, each in a transaction of its
own. Wall time, best of three rounds: whoever waits for a verification waits for the database, too.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from rows import Row, on_each_database, tell  # noqa: E402

EVENTS, WRITTEN = 200_000, 300
AT = datetime(2031, 3, 1, 2, 30, tzinfo=UTC)
INSERT = """
INSERT INTO core_event (id, name, about, at, by_id, capacity, details, previous, digest)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
"""


def events() -> Iterator[tuple[object, ...]]:
    """Events as an office makes them: half by people in posts, two of three with details of their own."""
    from caytre.core import chain

    previous = chain.FIRST
    for number in range(1, EVENTS + 1):
        at = f"{AT + timedelta(seconds=number, microseconds=number % 1000):%Y-%m-%d %H:%M:%S.%f}"
        capacity = f"Văn thư, UBND xã số {number % 40}" if number % 2 else ""
        details = f'{{"number":{number}}}' if number % 3 else "{}"
        about = f"{number % 5000:036}"
        columns = (number, "documents.fact.corrected", about, at, None, capacity, details, previous)
        digest = chain.digest_of(columns)
        yield (*columns, digest)
        previous = digest


def measure() -> None:
    """Print how many events a second are verified, and how many written, on the database of the settings."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction

    from caytre.core import chain, history

    call_command("migrate", verbosity=0)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(INSERT, events())
    times = []
    for _ in range(3):
        start = time.perf_counter()
        verdict = chain.verify({})
        times.append(time.perf_counter() - start)
        assert verdict.events == EVENTS and verdict.fault is None
    start = time.perf_counter()
    for number in range(WRITTEN):
        history.record("documents.fact.corrected", about=number, by=None, at=AT, fact="tasks.lead")
    print(EVENTS / min(times), WRITTEN / (time.perf_counter() - start))


def verifying() -> Iterator[Row]:
    """The history verified, and written to."""
    for name, (verified, written) in on_each_database(__file__):
        yield Row(f"{name}: events verified", verified, "a second", least=100_000)
        yield Row(f"{name}: events written, one commit each", written, "a second", least=100)


if __name__ == "__main__":
    if "--measure" in sys.argv:
        measure()
    else:
        sys.exit(tell([verifying], arguments=sys.argv[1:]))
