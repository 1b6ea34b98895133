"""An RTF file as a row of tokens: stretches of text, control words, braces, control signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from vanban.errors import DangerousFile

Token = tuple[bytes | None, bytes | None, bytes | None, bytes | None, bytes | None]
"""A stretch of text, or a control word and its number, or a brace, or a control sign; the rest is None."""

DEEPEST = 500
_SLACK = 1024
_PADDING = b"\x00\x1a \t\r\n"
_TOKEN = re.compile(
    rb"""
      ( [^\\{}]{65536}                                           # pictures: in pieces, to save memory
      | (?: [^\\{}]++ | \\'[0-9A-Fa-f]{2} | \\u-?\d{1,6}[ ]? )++ # text, with bytes and letters as numbers
      )
    | \\(?!bin\d) ([A-Za-z]{1,32}) (-?\d{1,20})? [ ]? [\r\n]*+
    | ([{}]) [\r\n]*+
    | \\bin(\d{1,20})[ ]?                                         # so many bytes follow that are no text
    | \\([^A-Za-z])
    """,
    re.VERBOSE | re.DOTALL,
)
_BRACE, _BINARY = 4, 5


class Tokens:
    """The tokens of a file, in order; it ends where its first group ends. ``depth``: in how many groups they stand.

    Raises DangerousFile where groups are nested deeper than any program does it.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.depth = 0
        self.surface = 0
        """How many bytes had been passed when only the first group was open."""
        self._rest = self._tokens()

    def __iter__(self) -> Iterator[Token]:
        return self._rest

    def group(self) -> Iterator[Token]:
        """The tokens up to the end of the group that they stand in."""
        depth = self.depth
        while self.depth >= depth and (token := next(self._rest, None)):
            if self.depth >= depth:
                yield token

    def skip(self) -> None:
        """Pass over the rest of the group that they stand in."""
        for _ in self.group():
            pass

    def is_whole(self) -> bool:
        """Whether what was passed is all of the file, or all but an end that cannot hold much."""
        if self.depth:
            return self.depth == 1 or len(self.data) - self.surface <= _SLACK
        return len(self.data[self.surface :].strip(_PADDING)) <= _SLACK

    def _tokens(self) -> Iterator[Token]:
        start = 0
        while start >= 0:
            found, start = _TOKEN.finditer(self.data, start), -1
            for match in found:
                if match.lastindex == _BRACE:
                    self._count(match[_BRACE], match.end())
                elif match.lastindex == _BINARY:
                    start = match.end() + int(match[_BINARY])
                    break
                yield cast(Token, match.group(1, 2, 3, 4, 6))
                if not self.depth:
                    return

    def _count(self, brace: bytes, end: int) -> None:
        self.depth = self.depth + 1 if brace == b"{" else max(self.depth - 1, 0)
        if self.depth <= 1:
            self.surface = end
        if self.depth > DEEPEST:
            raise DangerousFile
