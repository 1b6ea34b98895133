"""Every test, in the order in which a failure says most: all on SQLite, then what stores on PostgreSQL.

With arguments it is pytest on two processes with those arguments. Where PostgreSQL or Chromium is missing, it
says what was left out; with CAYTRE_REQUIRE=1 it fails instead.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import postgres

ROOT = Path(__file__).resolve().parent.parent
# What reads files in processes of its own asks the database for nothing that the other tests do not ask.
READING = ("test_reading_scans.py", "test_scans_go_on.py", "test_workbooks.py", "test_refused_files.py")
STORING = [folder for folder in ("tests/access", "tests/caytre", "tests/flows") if (ROOT / folder).is_dir()]


def main(arguments: list[str]) -> int:
    """Run the tests; returns the exit code of the first run that failed."""
    if arguments:
        return pytest(*arguments)
    environment = os.environ.copy()
    environment.pop("DATABASE_URL", None)
    print("== SQLite", flush=True)
    code = pytest("tests", environment=environment)
    return code or (_on_postgres(environment) if STORING else 0)


def _on_postgres(environment: dict[str, str]) -> int:
    print("== PostgreSQL", flush=True)
    if postgres.binaries() is None:
        print("SKIPPED: PostgreSQL is not installed (Debian: apt-get install postgresql).")
        return int(os.environ.get("CAYTRE_REQUIRE") == "1")
    with postgres.cluster() as url:
        left_out = [f"--ignore=tests/caytre/{file}" for file in READING]
        return pytest(*STORING, *left_out, environment=environment | {"DATABASE_URL": url})


def pytest(*arguments: str, environment: dict[str, str] | None = None) -> int:
    """pytest on two processes, with the reasons of what was skipped."""
    command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal", "-q", "-rs", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
