"""The child process in which parsers run: ``python -m vanban.files.child``, with limits set before any file."""

from __future__ import annotations

import gc
import math
import resource
import sys

from vanban.errors import Refused
from vanban.files import parse, wire

MEMORY = 640 << 20
SECONDS = 20


def main() -> int:
    """Read frames of kind and bytes; answer each with blocks or with the name of a refusal."""
    gc.set_threshold(100_000)  # parsers make few cycles, and looking for them costs a tenth of the time
    stream_in, stream_out = sys.stdin.buffer, sys.stdout.buffer
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while (kind := wire.take(stream_in)) is not None:
        data = wire.take(stream_in)
        if data is None:
            break
        _limit_seconds()
        wire.put(stream_out, _answer(kind.decode(), data))
    return 0


def _limit_seconds() -> None:
    """From now on, :data:`SECONDS` of processor time; then the system kills this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime) + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


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
    sys.exit(main())
