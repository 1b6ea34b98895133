"""What the units of the whole country cost: python benchmarks/units_tree.py [--check]

On a database of its own (SQLite; PostgreSQL where it is installed) the shipped set is loaded, some 15,000 units. Then
the trees of random days are asked for as pages ask, with a change of units before every twentieth, so that the process
reads everything anew. Wall time: whoever waits for a page waits for the database, too.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from rows import Row, on_each_database, tell  # noqa: E402

AT = datetime(2031, 3, 1, 2, 30, tzinfo=UTC)
FIRST_DAY, DAYS, ASKED = date(2022, 1, 1), 3000, 400


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def measure() -> None:
    """Print milliseconds on the database of the settings: loading; p95 and worst of trees; p95 of reaches; a plan."""
    import django

    django.setup()
    from django.core.management import call_command

    from caytre.core.models import User
    from caytre.units.actions import national, posts
    from caytre.units.actions.structure import changing
    from caytre.units.models import Role, TreeName, Unit
    from caytre.units.queries.planning import plan_of
    from caytre.units.queries.scope import reach
    from caytre.units.queries.tree import tree
    from caytre.units.rules.change import Basis, Newcomer, merge

    call_command("migrate", verbosity=0)
    loading = milliseconds(lambda: national.load_shipped(at=AT))
    days = random.Random(20311124)
    trees = []
    for number in range(ASKED):
        on = FIRST_DAY + timedelta(days=days.randrange(DAYS))
        if number % 20 == 0:
            with changing():
                pass
        trees.append(milliseconds(lambda on=on: [tree(name, on=on) for name in TreeName.values]))
    today = date(2031, 3, 1)
    provinces = [
        Unit.objects.get(pk=unit) for unit in tree("state", on=today).branches
        if tree("state", on=today).depth(unit) == 1
    ][:2]  # fmt: skip
    user = User.objects.create(username="tinh", date_joined=AT)
    posts.give(user, unit=provinces[0], role=Role.FOCAL, since=today, by=None, at=AT)
    reaches = [milliseconds(lambda: reach(user, on=today)) for _ in range(100)]
    new = Newcomer(Unit().pk, "province", "Tỉnh Bến Mây", "tỉnh", "Bến Mây")
    change = merge([one.pk for one in provinces], into=new, basis=Basis(today + timedelta(days=1)))
    planning = milliseconds(lambda: plan_of(change))
    print(loading, _p95(trees), max(trees), _p95(reaches), planning)


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def trees_of_any_day() -> Iterator[Row]:
    """The units of the whole country."""
    for name, (loading, trees, worst, reaches, planning) in on_each_database(__file__):
        yield Row(f"{name}: the shipped set loaded", loading / 1000, "s", most=3)
        yield Row(f"{name}: all trees of any day, p95", trees, "ms", most=100)
        yield Row(f"{name}: the same, worst (after a change)", worst, "ms", most=1000)
        yield Row(f"{name}: what a person reaches, p95", reaches, "ms", most=50)
        yield Row(f"{name}: a merger of two provinces planned", planning, "ms", most=1000)


if __name__ == "__main__":
    if "--measure" in sys.argv:
        measure()
    else:
        sys.exit(tell([trees_of_any_day], arguments=sys.argv[1:]))
