"""CPU time and peak memory, child processes included: what holds on a machine that others use too."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path


def cpu() -> float:
    """CPU seconds of this process, its ended children and those that still live (a parser waits for more)."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime + sum(_spent(child) for child in _children())


def _children(process: str = "self") -> Iterator[Path]:
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield Path("/proc", child)
            yield from _children(child)


def _spent(process: Path) -> float:
    with suppress(OSError):
        return sum(int(task.read_text().split()[0]) for task in process.glob("task/*/schedstat")) / 1e9
    return 0.0


def seconds(work: Callable[[], object], *, rounds: int = 3, least: float = 0.3) -> float:
    """Median CPU seconds of one call: each round repeats the call for at least ``least`` seconds."""
    work()
    times = []
    for _ in range(rounds):
        start, calls = cpu(), 0
        while calls == 0 or cpu() - start < least:
            work()
            calls += 1
        times.append((cpu() - start) / calls)
    return statistics.median(times)


def run(code: str, *, rounds: int = 7) -> float:
    """Median CPU seconds of a new Python that runs ``code``."""
    times = []
    for _ in range(rounds):
        start = cpu()
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        times.append(cpu() - start)
    return statistics.median(times)


# ru_maxrss counts what the starting process held before exec; VmHWM does not.
MEMORY = """
import re, sys
from pathlib import Path
{code}
own = Path("/proc/self")
children = [Path("/proc", child) for task in own.glob("task/*/children") for child in task.read_text().split()]
peaks = [int(re.search(r"VmHWM:\\s+(\\d+)", (one / "status").read_text())[1]) for one in [own, *children]]
print(max(peaks))
"""


def megabytes(code: str, *arguments: str) -> float:
    """Peak resident memory of the largest process of a new Python that runs ``code``."""
    command = [sys.executable, "-c", MEMORY.format(code=code), *arguments]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]) / 1024
