"""The queue in which those who write to one file of SQLite wait, over all threads and processes of the machine.

SQLite itself lets writers try again and again, and some wait for seconds while others pass. Here whoever came first
writes first: the kernel hands out the lock on a file in order. Whoever is first in the queue looks whether the turn
is free, so that nobody waits for ever for a process that hangs.
"""

from __future__ import annotations

import fcntl
import os
import time

SHORTEST, LONGEST = 0.0001, 0.002  # seconds between two looks of whoever is first


class TookTooLong(Exception):
    """The turn did not come in time."""


class Turn:
    """The right of one connection to write. It is given back by :meth:`give`, or when the process dies."""

    def __init__(self, path: str, *, longest: float) -> None:
        self.path, self.longest = path, longest
        self.handle = -1
        self.process = 0

    def take(self) -> float:
        """Wait for it, unless it is held already; returns the seconds waited. Raises :class:`TookTooLong`."""
        if self.handle >= 0 and self.process == os.getpid():
            return 0.0
        self._forget()
        start = time.monotonic()
        queue = _open(f"{self.path}.queue")
        try:
            fcntl.flock(queue, fcntl.LOCK_EX)
            handle = self._when_free(start)
        finally:
            os.close(queue)
        self.handle, self.process = handle, os.getpid()
        return time.monotonic() - start

    def _when_free(self, start: float) -> int:
        handle = _open(f"{self.path}.turn")
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return handle
            except BlockingIOError:
                waited = time.monotonic() - start
            except BaseException:
                os.close(handle)
                raise
            if waited > self.longest:
                os.close(handle)
                raise TookTooLong
            time.sleep(min(LONGEST, max(SHORTEST, waited / 20)))

    def give(self) -> None:
        """Give it back; where it is not held nothing happens."""
        if self.handle >= 0 and self.process == os.getpid():
            fcntl.flock(self.handle, fcntl.LOCK_UN)  # also where a child holds a copy of the handle
        self._forget()

    def _forget(self) -> None:
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1


def _open(path: str) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
