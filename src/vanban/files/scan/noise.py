"""What is no word of a page: left by signatures, stamps and dirt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from vanban.files.scan.acts import is_symbol
from vanban.files.scan.seen import Line, Word, sure_of
from vanban.syllables import syllables

_FAINT, _UNSURE = 0.45, 0.5
_WORD = re.compile(r"[^\W\d_]{2,}")
_FIGURE = re.compile(r"\d")


def without_noise(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines without the noise at their ends; those that are nothing else go."""
    for line in lines:
        while line and _is_noise(line[-1]):
            line = line[:-1]
        while line and _is_noise(line[0]):
            line = line[1:]
        if line and sure_of(line) >= _FAINT:
            yield line


def _is_noise(word: Word) -> bool:
    """Unsure, and neither a word nor a figure nor a part of the number of an act."""
    if word.sure >= _UNSURE or _FIGURE.search(word.text) or is_symbol(word.text):
        return False
    return not any(_is_known(part.lower()) for part in _WORD.findall(word.text))


@cache
def _is_known(word: str) -> bool:
    return word in syllables()
