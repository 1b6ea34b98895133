"""PostgreSQL's own programs that write a database out and read it in again."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.db import connection

from caytre.cli.backups.manifest import BackupRefused

_OWN = {
    "host",
    "port",
    "user",
    "dbname",
    "service",
    "sslmode",
    "sslrootcert",
    "sslcert",
    "sslkey",
    "passfile",
}
# Everything of ours goes, in the transaction that brings in what was backed up.
_EMPTIED = """
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname = current_schema() LOOP EXECUTE 'DROP TABLE ' || one.name || ' CASCADE'; END LOOP;
  FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    LOOP EXECUTE 'DROP FUNCTION ' || one.name || ' CASCADE'; END LOOP;
END $$;
"""
_COUNTED = """
  IF (SELECT count(*) FROM "{schema}"."{table}") <> {count} THEN RAISE EXCEPTION '{table} has other rows'; END IF;
"""


def dump(path: Path, *, snapshot: str, without: Iterable[str]) -> None:
    """Write the database as an exported snapshot shows it; of the tables ``without`` only their columns."""
    _run(
        "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}",
        *(f"--exclude-table-data={table}" for table in without), f"--file={path}", f"--dbname={_address()}",
    )  # fmt: skip


def is_readable(path: Path) -> bool:
    """Whether the program here reads this dump from its beginning to its end."""
    try:
        _run("pg_restore", "--file=/dev/null", str(path))
    except Failed:
        return False
    return True


def replace(path: Path, *, rows: Mapping[str, int]) -> None:
    """Put a dump in place of all that the database holds; where anything fails, or a table then has not as many
    ``rows`` as it should, nothing is changed.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = cursor.fetchone()[0]
    connection.close()
    emptied, script, counted = (path.with_suffix(ending) for ending in (".empty.sql", ".sql", ".count.sql"))
    emptied.write_text(_EMPTIED)
    _run("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(path))
    checks = [_COUNTED.format(schema=schema, table=table, count=count) for table, count in rows.items()]
    counted.write_text("DO $$ BEGIN\n" + "".join(checks) + "END $$;\n")
    # -X: no start file of somebody's own; ON_ERROR_STOP ends the one transaction.
    _run(
        "psql", "-X", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null",
        f"--file={emptied}", f"--file={script}", f"--file={counted}", f"--dbname={_address()}",
    )  # fmt: skip


class Failed(BackupRefused):
    """A program of PostgreSQL refused; its own words say why."""


def _address() -> str:
    from psycopg.conninfo import make_conninfo

    values = connection.get_connection_params()
    return make_conninfo(**{key: value for key, value in values.items() if key in _OWN})


def _run(program: str, *arguments: str) -> None:
    if shutil.which(program) is None:
        raise BackupRefused(
            f"Thiếu chương trình {program} của PostgreSQL. Hãy cài bằng lệnh: apt-get install postgresql-client."
        )
    environment = os.environ.copy()
    password = connection.get_connection_params().get("password")
    if password:
        environment["PGPASSWORD"] = password
    ran = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)
    if ran.returncode:
        # A program that was killed, as by a limit on files, says nothing.
        raise Failed(f"{program} báo lỗi: {ran.stderr.strip() or ran.returncode}.")
