"""Many who read and write at once on SQLite: python benchmarks/mixed.py [--check]

Sixteen clients ask for pages and send forms, one of four a form, 10,000 requests in all. Nobody may be told that the
database is busy.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

from rows import Row, tell

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "caytre.settings")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
REQUESTS, CLIENTS, PAPERS = 10_000, 16, 40


def mixed() -> Iterator[Row]:
    """Pages and forms, mixed"""
    import django

    django.setup()
    from flows.installation import installation
    from sending import mix, served

    with tempfile.TemporaryDirectory() as folder, installation(Path(folder)) as office:
        office.run("setup")
        with served(office, papers=PAPERS) as made:
            start = time.perf_counter()
            answers = mix(made, requests=REQUESTS, clients=CLIENTS)
            wall = time.perf_counter() - start
    took = [seconds * 1000 for _status, seconds in answers]
    yield Row("requests", len(answers), least=REQUESTS)
    yield Row(
        "answers of 500 and more",
        sum(status >= 500 for status, _ in answers),
        most=0,
    )
    yield Row("p95", quantiles(took, n=20)[-1], "ms")
    yield Row("longest", max(took), "ms")
    yield Row("requests a second", len(answers) / wall)


if __name__ == "__main__":
    sys.exit(tell((mixed,), arguments=sys.argv[1:]))
