"""The database as it was at one moment, while others go on writing to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from caytre.accounts.models import Session
from caytre.cli.backups import postgres
from caytre.cli.backups.manifest import DATABASES

Ask = Callable[[str], list[tuple[Any, ...]]]
SESSIONS = {Session._meta.db_table, "django_session"}  # the second until release 0.1.0
FILES = ("documents_document", "work_evidence")
"""The tables of which each row may have a stored file."""
_TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """``path`` is the copy; ``files`` gives the stored file and the SHA-256 of each document and each file of evidence
    by its key."""

    path: Path
    migrations: list[str]
    rows: dict[str, int]
    head: list[Any] | None
    files: dict[UUID, tuple[str, str]]


@contextmanager
def taken(folder: Path) -> Iterator[Snapshot]:
    """A snapshot in a folder, gone at the end."""
    path = folder / DATABASES[connection.vendor]
    try:
        yield _of_sqlite(path) if connection.vendor == "sqlite" else _of_postgres(path)
    finally:
        path.unlink(missing_ok=True)


def facts(ask: Ask, *, vendor: str) -> dict[str, Any]:
    """What a database holds: the fields of :class:`Snapshot` but ``path``."""
    migrations = [f"{app}.{name}" for app, name in ask("SELECT app, name FROM django_migrations ORDER BY id")]
    tables = sorted(name for (name,) in ask(_TABLES[vendor]) if name not in SESSIONS)
    head = None
    if "core.0003_history_chain" in migrations:
        head = next(
            (list(row) for row in ask("SELECT id, digest FROM core_event ORDER BY id DESC LIMIT 1")), None
        )
    return {
        "migrations": migrations,
        "rows": {name: ask(f'SELECT count(*) FROM "{name}"')[0][0] for name in tables},
        "head": head,
        "files": {
            UUID(str(key)): (file, sha256)
            for name in FILES
            if name in tables
            for key, file, sha256 in ask(f"SELECT id, file, sha256 FROM {name} WHERE file <> ''")
        },
    }


def sqlite_facts(path: Path) -> dict[str, Any]:
    """The facts of a database file that nobody else uses."""
    with closing(sqlite3.connect(path)) as copy:
        return facts(lambda sql: copy.execute(sql).fetchall(), vendor="sqlite")


def _of_sqlite(path: Path) -> Snapshot:
    with connection.cursor() as cursor:
        # Also leaves behind what was deleted but still stands in unused pages.
        cursor.execute("VACUUM INTO %s", [str(path)])
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA secure_delete = ON")
        for (name,) in copy.execute(_TABLES["sqlite"]).fetchall():
            if name in SESSIONS:
                copy.execute(f"DELETE FROM {name}")
        copy.commit()
    return Snapshot(path, **sqlite_facts(path))


def _of_postgres(path: Path) -> Snapshot:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

        def ask(sql: str) -> list[tuple[Any, ...]]:
            cursor.execute(sql)
            return list(cursor.fetchall())

        found = facts(ask, vendor="postgresql")
        postgres.dump(path, snapshot=ask("SELECT pg_export_snapshot()")[0][0], without=SESSIONS)
    return Snapshot(path, **found)
