"""The child process in which one parser runs: ``python -m vanban.files.child docx``.

Its limits are set before it sees any file. It has what it needs in memory by then and can open nothing more,
neither a file nor a connection.
"""

from __future__ import annotations

import sys
from importlib import import_module

from vanban.errors import Refused
from vanban.files import parse, wire
from vanban.files.limits import close_doors, limit_seconds

KINDS = ("docx", "doc", "rtf", "odt", "pdf", "html", "mht")
MEMORY = 256 << 20
SECONDS, SECONDS_A_MEGABYTE, MOST_SECONDS = 8, 4, 24


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
    close_doors(MEMORY)


def _limit_seconds(size: int) -> None:
    """As much time as a file of this size may need."""
    limit_seconds(min(SECONDS + SECONDS_A_MEGABYTE * (size >> 20), MOST_SECONDS))


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
