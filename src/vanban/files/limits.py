"""What a child process may use: so much memory and time, and nothing that it could open."""

from __future__ import annotations

import codecs
import gc
import math
import resource

_CHARSETS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    *(f"cp{page}" for page in range(1250, 1259)),
    "cp874",
    "cp437",
    "latin-1",
    "ascii",
)


def close_doors(memory: int) -> None:
    """From now on no more than so many bytes, and neither a file nor a connection."""
    for name in _CHARSETS:
        codecs.lookup(name)
    gc.set_threshold(100_000)  # parsers make few cycles, and looking for them costs a tenth of the time
    for limit, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        most = _within(limit, most)
        resource.setrlimit(limit, (most, most))


def limit_seconds(seconds: int) -> None:
    """From now on so much processor time; then the system kills this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime) + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (_within(resource.RLIMIT_CPU, soft), hard))


def _within(limit: int, most: int) -> int:
    """As much as wanted, or as whoever started this process allows: only the system's own may raise that."""
    _, hard = resource.getrlimit(limit)
    return most if hard == resource.RLIM_INFINITY else min(most, hard)
