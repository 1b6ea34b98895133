"""Files that are made to do harm, torn, or not what they seem: each is read or refused, for little, with a reason."""

from __future__ import annotations

import os
import resource
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

import vanban
from hostile import olds, packages, pages, pdfs, torn
from vanban.errors import NotYetReadable, Refused
from vanban.files import pool

FILES = packages.FILES | pdfs.FILES | pages.FILES | olds.FILES | torn.FILES
MEMORY = 200 << 20
SECONDS = 20


def spent() -> float:
    """Processor seconds of this process and of its children, those that run and those that ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime + sum(map(_running, pool._children.values()))


def _running(child: pool.Child) -> float:
    fields = Path(f"/proc/{child.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(name: str) -> int:
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) << 10


def left(folder: Path) -> set[str]:
    """What lies in the folder for passing files, and which children have ended and were not seen off."""
    stats = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended meanwhile
            stats.append(path.read_text())
    return {path.name for path in folder.iterdir()} | {one for one in stats if f") Z {os.getpid()} " in one}


def outcome(data: bytes) -> str:
    """ "read" or the code of the refusal; any other error goes through."""
    try:
        vanban.read(data)
    except Refused as refusal:
        said = str(refusal)
        assert said.startswith(refusal.message)
        assert "hãy" in said.lower() or isinstance(refusal, NotYetReadable), said  # what to do
        return refusal.code
    return "read"


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_read_or_refused_for_little(name, tmp_path, monkeypatch):
    make, expected = FILES[name]
    data = make()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = left(tmp_path)
    Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from now on
    held, start = memory("VmRSS"), spent()
    said = outcome(data)
    seconds = spent() - start
    assert said in expected
    assert seconds < SECONDS  # it does not hang
    assert memory("VmHWM") - held < MEMORY
    assert left(tmp_path) <= before


def test_the_next_file_is_read_whatever_came_before():
    for name in ("docx: as many as fit, not packed", "pdf: a form that draws itself", "html: 7 MB of breaks"):
        assert outcome(FILES[name][0]()) != "read"
    for kind in ("docx", "pdf", "html", "text"):
        assert outcome(torn.whole()[kind]) == "read"


def test_each_refusal_says_what_to_do():
    kinds = set(vanban.Refused.__subclasses__()) - {NotYetReadable}  # where it is raised, it says that itself
    assert [kind for kind in kinds if "hãy" not in str(kind()).lower()] == []
