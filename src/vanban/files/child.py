"""The child process in which one parser runs: ``python -m vanban.files.child docx``.

Its limits are set before it sees any file. It has what it needs in memory by then and can open nothing more,
neither a file nor a connection.
"""

from __future__ import annotations

import codecs
import gc
import math
import resource
import sys
from importlib import import_module

from vanban.errors import Refused
from vanban.files import parse, wire

KINDS = ("docx", "doc", "rtf", "odt", "pdf", "html", "mht")
MEMORY = 256 << 20
SECONDS, SECONDS_A_MEGABYTE, MOST_SECONDS = 4, 4, 20
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


def main(kind: str) -> int:
    """Read files; answer each with blocks or with the name of a refusal."""
    stream_in, stream_out = sys.stdin.buffer, sys.stdout.buffer
    _close_doors(kind)
    while (data := wire.take(stream_in)) is not None:
        _limit_seconds(len(data))
        wire.put(stream_out, data=_answer(kind, data))
    return 0


def _close_doors(kind: str) -> None:
    import_module(f"vanban.files.{kind}")
    for name in _CHARSETS:
        codecs.lookup(name)
    gc.set_threshold(100_000)  # parsers make few cycles, and looking for them costs a tenth of the time
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        most = _within(limit, most)
        resource.setrlimit(limit, (most, most))


def _limit_seconds(size: int) -> None:
    """From now on, so much processor time as a file of this size may need; then the system kills this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    more = min(SECONDS + SECONDS_A_MEGABYTE * (size >> 20), MOST_SECONDS)
    soft = math.ceil(used.ru_utime + used.ru_stime) + more
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (_within(resource.RLIMIT_CPU, soft), hard))


def _within(limit: int, most: int) -> int:
    """As much as wanted, or as whoever started this process allows: only the system's own may raise that."""
    _, hard = resource.getrlimit(limit)
    return most if hard == resource.RLIM_INFINITY else min(most, hard)


def _answer(kind: str, data: bytes) -> bytes:
    try:
        return b"+" + wire.pack(parse(data, kind=kind))
    except Refused as refusal:
        return b"-" + type(refusal).__name__.encode() + b"\n" + str(refusal).encode()
    except MemoryError:
        return b"-ParserKilled\n"
    except Exception as error:  # a parser's own fault must not end the others' reading
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return b"-BrokenFile\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
