"""How alike two duties are worded, and a short sketch of one by which like ones are found among many.

A text is taken as the set of its words two by two in a row. A sketch is of three words in a row, which few texts have
in common by chance: it holds the few that come first in an order which has nothing to do with their meaning, so that
the more two texts have in common, the surer their sketches share one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

SKETCH = 12
FEWEST = 6
"""Texts of fewer pairs say too little to be compared."""
_WORD = re.compile(r"\w+")

Runs = frozenset[tuple[str, ...]]


@lru_cache(maxsize=20_000)
def runs(text: str, *, length: int) -> Runs:
    """So many words of a text in a row, wherever they begin, without case and marks of punctuation.

    >>> sorted(runs("Trồng tre, giữ suối.", length=2))
    [('giữ', 'suối'), ('tre', 'giữ'), ('trồng', 'tre')]
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return frozenset(zip(*(words[start:] for start in range(length)), strict=False))


def likeness(one: str, *, other: str) -> float:
    """What share of their pairs two texts have in common, 0 to 1; 0 where one of them is too short.

    >>> likeness("Trồng tre giữ bờ suối trước mùa mưa lũ", other="Trồng tre giữ bờ suối trước mùa mưa")
    0.9333333333333333
    """
    first, second = runs(one, length=2), runs(other, length=2)
    if min(len(first), len(second)) < FEWEST:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def sketch(text: str) -> tuple[int, ...]:
    """The first of its threes as numbers below 2⁶³, in order; empty where it is too short."""
    if len(runs(text, length=2)) < FEWEST:
        return ()
    return tuple(sorted(map(_number, runs(text, length=3)))[:SKETCH])


def _number(run: tuple[str, ...]) -> int:
    return int.from_bytes(blake2b(" ".join(run).encode(), digest_size=8).digest(), "big") >> 1
