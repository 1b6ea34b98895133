"""CPU time, children included, and peak memory: what holds on a machine that others use too."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable


def cpu() -> float:
    """CPU seconds that this process and its ended children have used."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


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


def run(code: str, *arguments: str, rounds: int = 5) -> float:
    """Median CPU seconds of a new Python that runs ``code``."""
    times = []
    for _ in range(rounds):
        start = cpu()
        subprocess.run([sys.executable, "-c", code, *arguments], check=True, stdout=subprocess.DEVNULL)
        times.append(cpu() - start)
    return statistics.median(times)


MEMORY = """
import resource, sys
{code}
own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(max(own, children))
"""


def megabytes(code: str, *arguments: str) -> float:
    """Peak resident memory of the largest process of a new Python that runs ``code``."""
    command = [sys.executable, "-c", MEMORY.format(code=code), *arguments]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]) / 1024
