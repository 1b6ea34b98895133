"""How passwords are hashed: dear enough for a thief, and never more at a time than the machine bears.

On the day of a deadline thousands sign in within minutes, and hashing costs more than all else they do. So only
``settings.HASHES`` hashes run at a time on one machine, in the order in which they came, over all its processes; and
only ``settings.HASHES_WAITING`` requests of one process wait, so that there are always threads for other pages.
"""

from __future__ import annotations

import fcntl
import os
import time
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher

from caytre.core.refusals import Refused, gettext_noop

GLANCE = 0.002  # seconds between two looks of whoever is first in the queue

_counting = Lock()
_here = 0


class TooManySigningIn(Refused):
    """More people wait for their password to be checked than this process has room for."""

    status = 503
    retry_after = 5
    sentence = gettext_noop(
        "Đang có nhiều người đăng nhập cùng lúc, nên chưa xét được mật khẩu. Hãy thử lại sau ít giây."
    )


@contextmanager
def turn() -> Iterator[None]:
    """Wait for the turn to hash. Raises :class:`TooManySigningIn` where too many wait already."""
    with _room(), ExitStack() as held:
        with _locked(_file("queue")):
            while not _take_one(held):
                time.sleep(GLANCE)
        yield


@contextmanager
def _room() -> Iterator[None]:
    """A place among those of this process that hash or wait."""
    global _here
    with _counting:
        if _here >= settings.HASHES + settings.HASHES_WAITING:
            raise TooManySigningIn
        _here += 1
    try:
        yield
    finally:
        with _counting:
            _here -= 1


def _take_one(held: ExitStack) -> bool:
    """Whether one of the places to hash was free; it is given back when ``held`` closes, or the process dies."""
    for number in range(settings.HASHES):
        handle = _file(str(number))
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
        else:
            held.callback(os.close, handle)
            return True
    return False


@contextmanager
def _locked(handle: int) -> Iterator[None]:
    """The lock on a file; the kernel hands it out in order, and closing the file gives it back."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _file(name: str) -> int:
    folder = Path(settings.DATA) / "hashing"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return os.open(folder / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


class Argon2id(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes, one lane. A password is the same however its marks were typed."""

    memory_cost = 19 * 1024
    time_cost = 2
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        with turn():
            return str(super().encode(unicodedata.normalize("NFC", password), salt))

    def verify(self, password: str, encoded: str) -> bool:
        with turn():
            return bool(super().verify(unicodedata.normalize("NFC", password), encoded))
