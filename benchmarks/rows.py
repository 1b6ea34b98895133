"""What was measured, told with its bounds, and the databases on which it is measured."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import postgres  # noqa: E402


@dataclass(frozen=True)
class Row:
    """One measure; ``least`` and ``most`` are its bounds."""

    name: str
    value: float
    unit: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def met(self) -> bool:
        """Whether the value keeps its bounds."""
        return (self.least is None or self.value >= self.least) and (
            self.most is None or self.value <= self.most
        )

    def __str__(self) -> str:
        bound = (
            f"≥ {self.least:g}"
            if self.least is not None
            else f"≤ {self.most:g}"
            if self.most is not None
            else ""
        )
        mark = "" if not bound else "ok" if self.met else "MISSED"
        return f"{self.name:58} {self.value:12,.2f} {self.unit:10} {bound:10} {mark}"


def tell(parts: Iterable[Callable[[], Iterable[Row]]], *, arguments: list[str]) -> int:
    """Print every row as it is measured; with ``--check`` a missed bound is an exit code of 1."""
    missed = 0
    for part in parts:
        print(f"\n{(part.__doc__ or '').splitlines()[0]}")
        for row in part():
            print(row, flush=True)
            missed += not row.met
    print(f"\n{missed} bounds missed" if missed else "\nevery bound is kept")
    return int(bool(missed) and "--check" in arguments)


def on_each_database(script: str, *arguments: str) -> Iterator[tuple[str, list[float]]]:
    """What ``script --measure`` prints with these arguments on SQLite, and on PostgreSQL where it is installed: each in
    a process, a folder and a database of its own."""
    yield "SQLite", _measured(script, None, arguments)
    if postgres.binaries() is not None:
        with postgres.cluster() as url:
            yield "PostgreSQL", _measured(script, url, arguments)


def _measured(script: str, url: str | None, arguments: Sequence[str]) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"CAYTRE_DATA": folder, "DJANGO_SETTINGS_MODULE": "caytre.settings"}
        environment.pop("DATABASE_URL", None)
        if url:
            environment["DATABASE_URL"] = url
        command = [sys.executable, script, "--measure", *arguments]
        ran = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return [float(number) for number in ran.stdout.split()]
