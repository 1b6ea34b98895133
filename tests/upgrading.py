"""A database of an earlier release, and migrations of it that are cut off: python tests/upgrading.py DUMP KILLS

Loads the dump, kills the upgrade at its first statement and so on at as many statements, evenly spread, and lets the
next one finish. Prints a digest of what the database holds before, after each kill with the number of the statement,
at the end, and after an upgrade that nobody cut off.
"""

from __future__ import annotations

import os
import signal
import sys
from hashlib import sha256
from pathlib import Path

import django

DATA = Path(__file__).resolve().parent / "data"


def dump(version: str, *, database: str | None) -> Path:
    """The file with what a release's database held."""
    return DATA / f"release-{version}.{'postgresql' if database else 'sqlite'}.sql"


def load(path: Path) -> None:
    """Make the database of the settings what the dump says."""
    from django.conf import settings
    from django.db import connection

    sql = path.read_text("utf-8")
    if connection.vendor == "sqlite":
        import sqlite3

        name = Path(settings.DATABASES["default"]["NAME"])
        for ending in ("", "-wal", "-shm"):
            Path(f"{name}{ending}").unlink(missing_ok=True)
        name.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with sqlite3.connect(name) as made:
            made.executescript(sql)
        made.close()
    else:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
            cursor.execute(sql)
        connection.close()


def migrate(*, until: int) -> int:
    """Migrate in a child process that is killed at a statement; returns how many it carried out, or -1 if killed."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        _migrate_and_die(until, write)
    os.close(write)
    with os.fdopen(read) as said:
        done = said.read()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0, status
    return int(done or -1)


def _migrate_and_die(until: int, write: int) -> None:
    from django.db import connection

    from caytre.cli.upgrade import upgrade

    done = 0

    def counted(execute, sql, params, many, context):
        nonlocal done
        done += 1
        if done == until:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(counted):
        upgrade()
    os.write(write, str(done).encode())
    os._exit(0)


def held() -> str:
    """A digest of the schema and of every row, but for what Django numbers and dates for itself."""
    from django.db import connection

    found = sha256()
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            columns = sorted(
                one.name for one in connection.introspection.get_table_description(cursor, table)
            )
            if table.startswith(("django_", "auth_")):
                columns = [name for name in columns if name not in ("applied", "id", "content_type_id")]
            found.update(f"{table} {columns}".encode())
            if not table.startswith("core_search_"):
                quoted = ", ".join(f'"{name}"' for name in columns)
                cursor.execute(f'SELECT {quoted} FROM "{table}"')
                found.update(repr(sorted(cursor.fetchall(), key=repr)).encode())
    connection.close()
    return found.hexdigest()


def main(arguments: list[str]) -> int:
    """Print what comes of it."""
    django.setup()
    path, kills = Path(arguments[0]), int(arguments[1])
    load(path)
    total = migrate(until=0)
    whole = held()
    load(path)
    print("before", held())
    for statement in range(1, total + 1, max(1, total // kills)):
        assert migrate(until=statement) == -1
        print(statement, held())
    assert migrate(until=0) > 0
    print("finished", held())
    print("whole", whole)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
