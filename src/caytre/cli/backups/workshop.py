"""A folder for what is not finished: nobody else may enter it, and nothing of it stays behind."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def workshop(parent: Path, *, name: str) -> Iterator[Path]:
    """A new folder in ``parent``, gone at the end. What a process that was killed has left there goes first."""
    sweep(parent, name=name)
    folder = Path(tempfile.mkdtemp(prefix=f".{name}.", suffix=".part", dir=parent))
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)  # held until we die, however that may be
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


def sync(path: Path) -> None:
    """Have a file or a folder on the disk, and not only in memory."""
    handle = os.open(path, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def sweep(parent: Path, *, name: str) -> None:
    """Delete the folders of processes that were killed."""
    left = [path for path in parent.iterdir() if path.name.startswith(f".{name}.") and path.suffix == ".part"]
    for folder in left:
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder)
            finally:
                os.close(handle)
