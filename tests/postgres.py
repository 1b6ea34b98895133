"""A PostgreSQL server of our own for one run of the tests: a socket in a new folder, no network, no trace.

>>> with cluster() as url:  # doctest: +SKIP
...     subprocess.run(["pytest"], env=os.environ | {"DATABASE_URL": url})
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DATABASE = "postgres"
OWNER = "caytre"


def binaries() -> Path | None:
    """The folder with ``initdb`` and ``pg_ctl``: on the path, or where Debian puts the newest version."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda path: int(path.parts[-3]), default=None)
    return newest.parent if newest else None


@contextmanager
def cluster() -> Iterator[str]:
    """Start a server, give its DATABASE_URL, stop and delete it. Raises where PostgreSQL is missing."""
    where = binaries()
    if where is None:
        raise FileNotFoundError("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="caytre-pg-", dir="/tmp"))  # a socket's path may not be long
    folder.chmod(0o700)
    if _as_owner():
        shutil.chown(folder, "nobody", "nogroup")
    data = folder / "data"
    try:
        _run(
            where / "initdb",
            "-D",
            data,
            "-U",
            OWNER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        # Statistics over rows that a test took back say that tables are empty, and later tests get plans for that.
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c autovacuum=off"
        _run(where / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start")
        try:
            yield f"postgres://{OWNER}@/{DATABASE}?host={folder}"
        finally:
            _run(where / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_owner() -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]


def _run(*command: str | Path) -> None:
    ran = subprocess.run(
        [*_as_owner(), *map(str, command)],
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if ran.returncode:
        raise RuntimeError(f"{command[0]}: {ran.stderr.decode(errors='replace')}")
