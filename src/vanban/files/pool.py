"""One child process for each calling process, kept from file to file, ended when it takes too long."""

from __future__ import annotations

import atexit
import os
import selectors
import subprocess
import sys
import threading
from pathlib import Path

import vanban
from vanban import errors
from vanban.errors import ParserKilled, Refused
from vanban.files import wire
from vanban.files.blocks import Content

WALL_SECONDS = 60.0
FILES = 400
_lock = threading.Lock()


class Child:
    """A running parser process."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.files = 0
        root = str(Path(vanban.__file__).parent.parent)
        environment = {
            "PYTHONPATH": root,
            "PATH": os.defpath,
            "PYTHONDONTWRITEBYTECODE": "1",
            "LC_ALL": "C.UTF-8",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "vanban.files.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            close_fds=True,
        )

    @property
    def usable(self) -> bool:
        return self.owner == os.getpid() and self.files < FILES and self.process.poll() is None

    def ask(self, data: bytes, kind: str) -> bytes | None:
        """The child's answer; None where it died or took too long."""
        assert self.process.stdin and self.process.stdout
        self.files += 1
        try:
            wire.put(self.process.stdin, kind.encode())
            wire.put(self.process.stdin, data)
            with selectors.DefaultSelector() as waiting:
                waiting.register(self.process.stdout, selectors.EVENT_READ)
                if not waiting.select(WALL_SECONDS):
                    return None
            return wire.take(self.process.stdout)
        except (BrokenPipeError, OSError):
            return None

    def end(self) -> None:
        """Stop the process; it keeps nothing that could be lost."""
        if self.owner == os.getpid():
            self.process.kill()
            self.process.communicate()


_child: Child | None = None


def parse_apart(data: bytes, *, kind: str) -> Content:
    """Parse in the child process. Raises the child's refusal, or ParserKilled where it was killed."""
    global _child
    with _lock:
        if _child is None or not _child.usable:
            end()
            _child = Child()
        answer = _child.ask(data, kind)
        if answer is None:
            end()
            raise ParserKilled
    if answer[:1] == b"+":
        return wire.unpack(answer[1:])
    raise _refusal(answer[1:].decode())


def _refusal(said: str) -> Refused:
    name, _, message = said.partition("\n")
    refusal: Refused = getattr(errors, name)()
    if message:
        refusal.args = (message,)
    return refusal


def end() -> None:
    """End the child of this process, if there is one."""
    global _child
    if _child is not None:
        _child.end()
        _child = None


atexit.register(end)
