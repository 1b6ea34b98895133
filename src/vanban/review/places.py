"""Where findings stand: the line and column of a file of plain text, or of the text that was read from any other."""

from __future__ import annotations

import re
from bisect import bisect_right

_WORD = re.compile(r"\w+")
_AHEAD = 1000  # words of the file that reading may have left out at once
_NEAR, _ALIKE = 3, 4  # a word further ahead is the same one where so many words are alike


class Places:
    """``text`` is that of the reading; ``source`` the file's own, where it is plain text.

    A reading joins wrapped lines and leaves blank ones and furniture out, so the words of both are walked along
    together; a word that is not met again in the file stands at the last one before it that is.
    """

    def __init__(self, text: str, *, source: str | None = None) -> None:
        self._own = text if source is None else source
        self._read: list[int] = []
        self._there: list[int] = []
        if source is not None:
            self._walk(text, source)

    def _walk(self, text: str, source: str) -> None:
        read = [(found.group(), found.start()) for found in _WORD.finditer(text)]
        there = [(found.group(), found.start()) for found in _WORD.finditer(source)]
        at = 0
        for index, (word, start) in enumerate(read):
            following = [one for one, _ in read[index : index + _ALIKE]]
            here = next(
                (
                    i
                    for i in range(at, min(at + _AHEAD, len(there)))
                    if there[i][0] == word
                    and (i - at <= _NEAR or [one for one, _ in there[i : i + _ALIKE]] == following)
                ),
                None,
            )
            if here is not None:
                self._read.append(start)
                self._there.append(there[here][1])
                at = here + 1

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column, from one, of a place in the text of the reading."""
        if self._read:
            index = max(bisect_right(self._read, offset) - 1, 0)
            near = index + 1 < len(self._read) and offset > self._read[index]
            # what begins with a sign begins before the word that follows it
            index += bool(near and self._read[index + 1] - offset <= 2)
            offset = max(0, self._there[index] + min(offset - self._read[index], 0))
        return self._own.count("\n", 0, offset) + 1, offset - self._own.rfind("\n", 0, offset)
