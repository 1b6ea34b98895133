"""What it takes to open what becomes due: python benchmarks/occurrences.py [--check]

On a database of its own (SQLite; PostgreSQL where it is installed) there are tasks that come every month for units of
the whole country, tasks that go on all the time, and tasks that are due on a day. The job of a night opens 500,000
occurrences; then it runs once more and has nothing to do. Wall time of one run each: it goes on while others work.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from rows import Row, on_each_database, tell  # noqa: E402

UNITS, TASKS, WANTED = 3_355, 36, 500_000
AT = datetime(2031, 3, 1, 2, 30, tzinfo=UTC)
ON = date(2031, 3, 1)
KINDS = (
    {"kind": "recurring", "rule": {"every": "month"}},
    {"kind": "continuous", "review_every": "quarter"},
    {"kind": "deadline", "due_on": date(2031, 12, 14)},
)
"""Issued half a year ago: eight months, four quarters and one day for each unit."""


def fill() -> None:
    """Units, and tasks of which each has all units as members."""
    from caytre.core.models import User
    from caytre.units.models import Unit
    from caytre.work.models import Part, Party, Task

    units = Unit.objects.bulk_create([Unit(level="commune") for _ in range(UNITS)], batch_size=500)
    user = User.objects.create(username="dau-moi")
    for number in range(TASKS):
        task = Task.objects.create(
            unit=units[0], text=f"Việc {number}", standing="issued", made_at=AT, made_by=user,
            issued_at=AT - timedelta(days=181), **KINDS[number % 3],
        )  # fmt: skip
        Party.objects.bulk_create(
            [
                Party(task=task, part=Part.MEMBER, uid=unit.pk, place=place)
                for place, unit in enumerate(units)
            ],
            batch_size=500,
        )


def measure() -> None:
    """Print how many are opened in how many seconds and how many of them on the processor,
    the same of the second time, and MiB at most."""
    import django

    django.setup()
    from django.core.management import call_command

    from caytre.work.actions.occurrences import make_due

    call_command("migrate", verbosity=0)
    fill()
    found: list[float] = []
    for _ in range(2):
        start, spent = time.perf_counter(), time.process_time()
        made = make_due(on=ON, at=AT)
        found += [made, time.perf_counter() - start, time.process_time() - spent]
    print(*found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def nights() -> Iterator[Row]:
    """One night, and the same again."""
    for name, (made, first, spent, again, second, _, memory) in on_each_database(__file__):
        yield Row(f"{name}: occurrences opened in one run", made, "", least=WANTED)
        yield Row(f"{name}: opening 500,000", first * WANTED / made, "s", most=60)
        yield Row(f"{name}: of that on the processor, in this process", spent * WANTED / made, "s")
        yield Row(f"{name}: opened by the second run", again, "", most=0)
        yield Row(f"{name}: the second run", second, "s", most=60)
        yield Row(f"{name}: memory at most", memory, "MiB", most=600)


if __name__ == "__main__":
    if "--measure" in sys.argv:
        measure()
    else:
        sys.exit(tell([nights], arguments=sys.argv[1:]))
