"""A whole installation of its own: folders, database, processes."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[2]


class Installation:
    """Commands of ``caytre`` against one data folder and one database; ``printed`` is what its set-up said."""

    printed = ""

    def __init__(self, folder: Path, database: str | None, *, knows_country: bool) -> None:
        self.folder = folder
        self.environment = {
            **os.environ, "CAYTRE_DATA": str(folder), "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1",
            "CAYTRE_SHIPPED_UNITS": str(int(knows_country)), "DJANGO_SETTINGS_MODULE": "caytre.settings",
        }  # fmt: skip
        for ours in ("DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE"):  # of the tests and of their browser
            self.environment.pop(ours, None)
        if database:
            self.environment["DATABASE_URL"] = database

    def run(self, *arguments: str, code: int = 0) -> str:
        """What a command printed; it must end with ``code``."""
        ran = subprocess.run(
            self.command(*arguments), env=self.environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == code, (arguments, ran.returncode, ran.stdout, ran.stderr)
        return ran.stdout + ran.stderr

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """A command that stays."""
        return subprocess.Popen(
            self.command(*arguments), env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "caytre.cli.main", *arguments]

    def ask(self, question: str) -> str:
        """The value of an expression over the models, as the installation sees it."""
        program = (
            "import django; django.setup(); from caytre.documents.models import *; from caytre.core.models import *; "
            "from caytre.accounts.models import Session; "
            f"from caytre.core import search; from django_tasks_db.models import DBTaskResult; print(({question}))"
        )
        ran = subprocess.run(
            [sys.executable, "-c", program], env=self.environment, capture_output=True, text=True, check=True
        )
        return ran.stdout.strip()


@contextmanager
def installation(
    folder: Path, *, knows_country: bool = False, like: Installation | None = None
) -> Iterator[Installation]:
    """An installation on the kind of database that the tests run on; loading the whole country takes seconds.

    It is a copy of ``like``, or else an empty machine.
    """
    if like:
        shutil.copytree(like.folder, folder)
    with _database(like) as url:
        made = Installation(folder, url, knows_country=knows_country)
        made.printed = like.printed if like else ""
        yield made


@contextmanager
def set_up(folder: Path, *, knows_country: bool = False) -> Iterator[Installation]:
    """An installation after ``caytre setup``, to be copied: that takes a moment, to set one up takes seconds."""
    with installation(folder, knows_country=knows_country) as made:
        made.printed = made.run("setup")
        yield made


@contextmanager
def _database(like: Installation | None) -> Iterator[str | None]:
    """The address of a new database on the server of the tests; None where they run on SQLite."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        yield None
        return
    import psycopg

    name = f"caytre_{uuid4().hex[:12]}"
    parts = urlsplit(url)
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if pair)
    server = {
        "host": query.get("host") or parts.hostname,
        "user": parts.username,
        "dbname": parts.path.strip("/"),
    }
    template = f'TEMPLATE "{urlsplit(like.environment["DATABASE_URL"]).path.strip("/")}"' if like else ""
    with psycopg.connect(**server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" {template}')
    try:
        yield urlunsplit(parts._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(**server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def until(happened: Callable[[], bool], *, seconds: float = 30) -> None:
    """Wait for it."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def password_of(printed: str) -> str:
    """The password that a command has printed."""
    found = re.search(r"Mật khẩu: +(\S+)", printed)
    assert found, printed
    return found[1]
