"""The child process that recognises pages: ``python -m vanban.files.scan.child FOLDER``.

It takes a file once, then page by page what is wanted of it, under limits like those of the parsers' child.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from vanban.errors import BrokenFile, Refused
from vanban.files import wire
from vanban.files.limits import close_doors, limit_seconds
from vanban.files.scan import shapes
from vanban.files.scan.engine import Engine
from vanban.files.scan.page import leaf_of, part_of
from vanban.files.scan.pictures import Book

MEMORY = 768 << 20
SECONDS = 90


def main(folder: str) -> int:
    """Answer each request with JSON or a picture, or with the name of a refusal."""
    engine = Engine(folder) if folder else None
    close_doors(MEMORY)
    stream_in, stream_out = sys.stdin.buffer, sys.stdout.buffer
    desk = _Desk(engine)
    while (request := wire.take(stream_in)) is not None:
        limit_seconds(SECONDS)
        wire.put(stream_out, data=_answer(desk, request))
    return 0


class _Desk:
    """The file at hand."""

    def __init__(self, engine: Engine | None) -> None:
        self.engine = engine
        self.book: Book | None = None

    def open(self, data: bytes) -> bytes:
        """Take a file: its kind, a line's end, its bytes. Answers how many pages it has."""
        kind, _, file = data.partition(b"\n")
        self.book = None
        self.book = Book(file, kind=kind.decode())
        return str(self.book.pages).encode()

    def page(self, asked: bytes) -> bytes:
        """A recognised page, in the form of :mod:`vanban.files.scan.shapes`."""
        if self.book is None or self.engine is None:
            raise BrokenFile
        return shapes.pack(leaf_of(self.book, number=int(asked), engine=self.engine))

    def part(self, asked: bytes) -> bytes:
        """A picture of a page or a part of it."""
        if self.book is None:
            raise BrokenFile
        wanted: dict[str, Any] = json.loads(asked)
        return part_of(self.book, number=wanted["page"], box=wanted["box"], width=wanted["width"])


def _answer(desk: _Desk, request: bytes) -> bytes:
    """``O`` opens a file, ``P`` wants a page recognised, ``I`` wants its picture."""
    do = {b"O": desk.open, b"P": desk.page, b"I": desk.part}[request[:1]]
    try:
        return b"+" + do(request[1:])
    except Refused as refusal:
        return b"-" + type(refusal).__name__.encode() + b"\n" + str(refusal).encode()
    except MemoryError:
        return b"-ParserKilled\n"
    except Exception as error:  # a decoder's own fault must not end the reading of other pages
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return b"-BrokenFile\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
