"""Recognised pages are kept as they are done, so that a reading that was stopped goes on where it was."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Keep(Protocol):
    """Where pages are kept; they are numbered from 1."""

    def begin(self, pages: int) -> None:
        """The work begins; the file has so many pages."""

    def get(self, page: int) -> bytes | None:
        """What was kept of a page; None where it was not done yet."""

    def put(self, page: int, *, data: bytes) -> None:
        """Keep a page that was done."""


class Folder:
    """A folder with a file for each page, and one, ``total``, that says how many pages there are."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self, pages: int) -> None:
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._write("total", str(pages).encode())

    def get(self, page: int) -> bytes | None:
        try:
            return (self.path / _name(page)).read_bytes()
        except OSError:
            return None

    def put(self, page: int, *, data: bytes) -> None:
        self._write(_name(page), data)

    def _write(self, name: str, data: bytes) -> None:
        """Beside its place and then moved there: what stands under the name is always whole."""
        part = self.path / f"{name}.part"
        part.write_bytes(data)
        part.replace(self.path / name)


def _name(page: int) -> str:
    return f"{page:04d}.json"
