"""Bytes with numbers in them. All that is read of a .doc is read here, and nothing past its end."""

from __future__ import annotations

import io
import struct

import olefile

from vanban.errors import BrokenFile

_FAULTS = (OSError, ValueError, TypeError, LookupError, ArithmeticError, RecursionError, struct.error)
"""What a damaged compound file makes its reader raise."""


class Stream:
    """A stream of the file, or a part of one. Numbers stand with their lowest byte first. Reading past the end
    raises BrokenFile."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        self.data = data

    def __len__(self) -> int:
        return len(self.data)

    def numbers(self, form: str, at: int) -> tuple[int, ...]:
        """By a form of :mod:`struct`, without its sign of order."""
        try:
            return struct.unpack_from(f"<{form}", self.data, at) if at >= 0 else self._past()
        except struct.error:
            return self._past()

    def number(self, form: str, at: int) -> int:
        """One number."""
        return self.numbers(form, at)[0]

    def part(self, at: int, size: int) -> Stream:
        """So many bytes of it."""
        return Stream(self.bytes(at, size))

    def bytes(self, at: int, size: int) -> bytes:
        """So many bytes of it."""
        if at < 0 or size < 0 or at + size > len(self.data):
            self._past()
        return self.data[at : at + size]

    def words(self, at: int, size: int) -> str:
        """So many signs of two bytes each."""
        return self.bytes(at, 2 * size).decode("utf-16-le", "replace")

    @staticmethod
    def _past() -> tuple[int, ...]:
        raise BrokenFile


class Compound:
    """The streams of a compound file by their names."""

    def __init__(self, data: bytes) -> None:
        try:
            self._file = olefile.OleFileIO(io.BytesIO(data))
        except _FAULTS as error:
            raise BrokenFile from error

    def stream(self, name: str) -> Stream | None:
        """A stream of the outermost folder; None where there is none."""
        try:
            return Stream(self._file.openstream(name).read()) if self._file.exists(name) else None
        except _FAULTS as error:
            raise BrokenFile from error
