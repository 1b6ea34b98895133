"""The process that reads one document: started, bounded, watched, ended."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from shutil import which
from tempfile import TemporaryFile
from typing import IO, Any
from uuid import UUID

import vanban
from caytre.core.refusals import gettext_noop
from caytre.documents.actions import kept
from caytre.documents.actions.kept import Progress
from caytre.documents.rules.limits import MOST_PAGES, allowed, is_overdue
from vanban.errors import SecretStamp

Clock = Callable[[], datetime]
Wanted = Callable[[datetime, Progress], bool]
POLL = 0.2
BEAT = timedelta(seconds=1)
MEMORY = 4 << 30
TOO_LONG = gettext_noop("Đọc quá lâu nên đã dừng. Hãy kiểm tra tệp hoặc chia tệp nhỏ hơn.")
DIED = gettext_noop("Chương trình đọc đã ngừng giữa chừng nhiều lần với tệp này. Hãy kiểm tra tệp.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the reading, or why there is none; neither where nobody waits for it any more.

    ``stamped``: the file bears a stamp of secrecy.
    """

    content: dict[str, Any] | None = None
    reason: str = ""
    stamped: bool = False


def run(path: Path, *, key: UUID, clock: Clock, wanted: Wanted) -> Outcome:
    """Read the file, keeping each page of a scan as it is done.

    ``wanted`` is told about once a second how far the reader is; it answers whether to go on.
    """
    folder = kept.make(key)
    with TemporaryFile() as out, TemporaryFile() as err:
        child = _start(path, folder, out, err)
        try:
            given_up = _watch(child, key, clock, wanted)
        finally:
            _kill(child)
        if given_up is not None:
            return Outcome(reason=given_up)
        return _outcome(child.returncode, out, err, path)


def _start(path: Path, folder: Path, out: IO[bytes], err: IO[bytes]) -> subprocess.Popen[bytes]:
    """The reader dies with its worker: another one begins the document anew, and two must not work at it."""
    command = ["setpriv", "--pdeathsig", "KILL"] if which("setpriv") else []
    command += [sys.executable, "-m", "vanban.cli", "read", "--format", "json"]
    command += ["--pages", str(folder), str(path)]
    environment = {**os.environ, "PYTHONPATH": str(Path(vanban.__file__).parent.parent)}
    child = subprocess.Popen(
        command, stdout=out, stderr=err, stdin=subprocess.DEVNULL, start_new_session=True, env=environment
    )
    most = int(allowed(MOST_PAGES).total_seconds())
    with suppress(ProcessLookupError):
        resource.prlimit(child.pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.prlimit(child.pid, resource.RLIMIT_CPU, (_seconds(None), most))
    return child


def _seconds(pages: int | None) -> int:
    return int(allowed(pages).total_seconds())


def _watch(child: subprocess.Popen[bytes], key: UUID, clock: Clock, wanted: Wanted) -> str | None:
    """Wait for the child, giving signs of life; a reason to give up, "" where nobody waits any more."""
    started = moved = beaten = clock()
    seen = Progress()
    while True:
        try:
            child.wait(POLL)
            return None
        except subprocess.TimeoutExpired:
            now = clock()
        if now - beaten > BEAT:
            beaten, before, seen = now, seen, kept.progress(key)
            if seen != before:
                moved = now
            if seen.total != before.total:
                _allow(child, seen.total)
            if not wanted(now, seen):
                return ""
        if is_overdue(now, started=started, moved=moved, pages=seen.total):
            return TOO_LONG


def _allow(child: subprocess.Popen[bytes], pages: int | None) -> None:
    """The processor time that so many pages may need."""
    with suppress(ProcessLookupError):
        _, most = resource.prlimit(child.pid, resource.RLIMIT_CPU)
        resource.prlimit(child.pid, resource.RLIMIT_CPU, (_seconds(pages), most))


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End the child and what it started."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _outcome(code: int, out: IO[bytes], err: IO[bytes], path: Path) -> Outcome:
    out.seek(0)
    err.seek(0)
    if code == 0:
        return Outcome(content=json.load(out))
    lines = err.read().decode(errors="replace").strip().splitlines()
    said = lines[-1].removeprefix(f"{path}: ") if lines and lines[-1].startswith(f"{path}: ") else ""
    return Outcome(reason=said or DIED, stamped=said == SecretStamp.message)
