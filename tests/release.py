"""Makes the databases of an earlier release that tests upgrade: python tests/release.py CHECKOUT VERSION

CHECKOUT is that release's commit, checked out beside this one (0.1.0: f7ed636):

    git worktree add --detach ../release f7ed636
    .venv/bin/python tests/release.py ../release 0.1.0

Its own code takes in, reads, corrects and removes invented documents, on SQLite and on a PostgreSQL of our own; what
its databases then hold is written as SQL to tests/data. They are made once for each release and never again.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import postgres

HERE = Path(__file__).resolve().parent
WORK = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
import django
django.setup()
from django.core.management import call_command
from caytre.documents.actions import correcting, intake, reading
from caytre.documents.models import Document
from caytre.documents.queries.reading import read_of
from caytre.web import jobs
from factories import PLAN, person, read, taken

folder, at = Path(sys.argv[1]), datetime(2031, 3, 1, 2, 30, 0, 250_000, tzinfo=UTC)
call_command("setup")
call_command("worker", batch=True)
officer = person("an.tran")

def seen(document, part, index):
    content = read_of(Document.objects.get(pk=document.pk)).facts.content
    return correcting.seen(content["header"] if part == "header" else content[part][index])

plan = read(folder, by=officer, name="trồng tre.txt")
correcting.correct(
    plan, part="header", index=0, values={"title": "Trồng tre, trồng vầu ven suối"}, as_seen=seen(plan, "header", 0),
    why="thiếu chữ", by=officer, at=at,
)
correcting.take_out(plan, part="tasks", index=1, as_seen=seen(plan, "tasks", 1), why="trùng", by=officer, at=at)
wrong = read(folder, PLAN.replace("tre", "vầu"), by=officer, name="nhầm.txt")
intake.remove(wrong, by=officer, at=at + timedelta(hours=1), why="nhầm tệp")
waits = taken(folder, PLAN + "Bản hai\\n", by=officer, name="bản hai.txt").document
stopped = taken(folder, PLAN + "Bản ba\\n", by=officer, name="bản ba.txt").document
reading.stop(stopped, by=officer, at=at)
"""


def main(arguments: list[str]) -> int:
    """Write both dumps."""
    checkout, version = Path(arguments[0]).resolve(), arguments[1]
    with tempfile.TemporaryDirectory() as folder:
        _work(checkout, Path(folder), None)
        with closing(sqlite3.connect(Path(folder, "caytre.sqlite3"))) as made:
            _write(version, "sqlite", "\n".join(_sql(made)))
    with tempfile.TemporaryDirectory() as folder, postgres.cluster() as url:
        _work(checkout, Path(folder), url)
        host = url.partition("host=")[2]
        command = [
            "pg_dump",
            "--inserts",
            "--no-owner",
            "--no-privileges",
            "-h",
            host,
            "-U",
            postgres.OWNER,
            postgres.DATABASE,
        ]
        dumped = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        noise = ("--", "\\", "SET ", "SELECT pg_catalog.set_config")
        lines = [line for line in dumped.split("\n") if line and not line.startswith(noise)]
        _write(version, "postgresql", "\n".join(lines))
    return 0


def _work(checkout: Path, folder: Path, url: str | None) -> None:
    environment = os.environ | {
        "CAYTRE_DATA": str(folder), "PYTHONPATH": f"{checkout}/src:{checkout}/tests",
        "DJANGO_SETTINGS_MODULE": "caytre.settings",
    }  # fmt: skip
    environment.pop("DATABASE_URL", None)
    if url:
        environment["DATABASE_URL"] = url
    subprocess.run([sys.executable, "-c", WORK, str(folder)], env=environment, check=True)


def _sql(made: sqlite3.Connection) -> Iterator[str]:
    """The statements that make this database; the index of words is filled through its own table."""
    tables = made.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
        "AND name NOT GLOB 'core_search_*' ORDER BY type = 'index', rowid"
    ).fetchall()
    for name, sql in tables:
        yield f"{sql};"
        columns = [row[1] for row in made.execute(f"PRAGMA table_info({name})")]
        if columns and sql.startswith("CREATE TABLE") or name == "core_search":
            columns = ["rowid", *columns] if name == "core_search" else columns
            quoted = " || ', ' || ".join(f'quote("{column}")' for column in columns)
            into = ", ".join(f'"{column}"' for column in columns)
            for (values,) in made.execute(f'SELECT {quoted} FROM "{name}"').fetchall():
                yield f'INSERT INTO "{name}" ({into}) VALUES ({values});'


def _write(version: str, kind: str, sql: str) -> None:
    path = HERE / "data" / f"release-{version}.{kind}.sql"
    path.write_text(f"-- A database of release {version}, made by tests/release.py.\n{sql}\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
