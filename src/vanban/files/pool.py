"""One child process for each kind of file and calling process, kept from file to file.

A child that takes too long or dies is ended, and the next file gets a new one.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import subprocess
import sys
import threading
from pathlib import Path

import vanban
from vanban import errors
from vanban.errors import ParserKilled, Refused
from vanban.files import wire
from vanban.files.blocks import Content

WALL_SECONDS = 60
FILES = 400
_lock = threading.Lock()


class Child:
    """A running process of ours that answers frames; it may be silent for ``wait`` seconds."""

    def __init__(
        self, argument: str, *, module: str = "vanban.files.child", wait: int = WALL_SECONDS
    ) -> None:
        self.owner = os.getpid()
        self.wait = wait
        self.files = 0
        environment = {
            "PYTHONPATH": str(Path(vanban.__file__).parent.parent),
            "PATH": os.defpath,
            "PYTHONDONTWRITEBYTECODE": "1",
            "LC_ALL": "C.UTF-8",
            "OMP_THREAD_LIMIT": "1",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, argument],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            close_fds=True,
        )

    @property
    def usable(self) -> bool:
        """Whether it may take one more file."""
        return self.owner == os.getpid() and self.files < FILES and self.process.poll() is None

    def ask(self, data: bytes) -> bytes | None:
        """The child's answer; None where it died or took too long."""
        assert self.process.stdin and self.process.stdout
        self.files += 1
        try:
            wire.put(self.process.stdin, data=data)
            head = self._read(wire.SIZE.size)
            return self._read(wire.SIZE.unpack(head)[0]) if head else None
        except OSError:
            return None

    def _read(self, size: int) -> bytes | None:
        """So many bytes; None where the child stays silent for too long or has died."""
        assert self.process.stdout
        place = self.process.stdout.fileno()
        got = bytearray()
        while len(got) < size:
            ready = select.poll()  # unlike select() it takes descriptors of any number
            ready.register(place, select.POLLIN)
            piece = os.read(place, size - len(got)) if ready.poll(self.wait * 1000) else b""
            if not piece:
                return None
            got += piece
        return bytes(got)

    def end(self) -> None:
        """Stop the process; it keeps nothing that could be lost."""
        if self.owner != os.getpid():
            return
        self.process.kill()
        for stream in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                if stream:
                    stream.close()
        self.process.wait()


_children: dict[str, Child] = {}


def parse_apart(data: bytes, *, kind: str) -> Content:
    """Parse in a child process. Raises the child's refusal, or ParserKilled where it was killed."""
    with _lock:
        child = _children.get(kind)
        if child is None or not child.usable:
            _end(kind)
            child = _children[kind] = Child(kind)
        answer = child.ask(data)
        if answer is None:
            _end(kind)
            raise ParserKilled
    if answer[:1] == b"+":
        return wire.unpack(answer[1:])
    raise refusal_of(answer[1:].decode())


def refusal_of(said: str) -> Refused:
    """The refusal that a child answered: its name, and its sentence where it has one of its own."""
    name, _, message = said.partition("\n")
    refusal: Refused = getattr(errors, name)()
    if message:
        refusal.args = (message,)
    return refusal


def _end(kind: str) -> None:
    child = _children.pop(kind, None)
    if child is not None:
        child.end()


def end() -> None:
    """End the children of this process."""
    for kind in list(_children):
        _end(kind)


atexit.register(end)
