"""How alike two duties are worded, and a short sketch of one by which like ones are found among many.

A text is taken as the set of its words two by two in a row. A sketch holds the few of these pairs that come first in an
order which has nothing to do with their meaning: the more two texts have in common, the surer their sketches share one.
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

Pairs = frozenset[str]


@lru_cache(maxsize=20_000)
def pairs(text: str) -> Pairs:
    """The words of a text two by two, without case and marks of punctuation.

    >>> sorted(pairs("Trồng tre, giữ suối."))
    ['giữ suối', 'tre giữ', 'trồng tre']
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return frozenset(f"{one} {other}" for one, other in zip(words, words[1:], strict=False))


def likeness(one: str, *, other: str) -> float:
    """What share of their pairs two texts have in common, 0 to 1; 0 where one of them is too short.

    >>> likeness("Trồng tre giữ bờ suối trước mùa mưa lũ", other="Trồng tre giữ bờ suối trước mùa mưa")
    0.9333333333333333
    """
    first, second = pairs(one), pairs(other)
    if min(len(first), len(second)) < FEWEST:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def sketch(text: str) -> tuple[int, ...]:
    """The first of its pairs as numbers below 2⁶³, in order; empty where it is too short."""
    found = pairs(text)
    if len(found) < FEWEST:
        return ()
    return tuple(sorted(map(_number, found))[:SKETCH])


def _number(pair: str) -> int:
    return int.from_bytes(blake2b(pair.encode(), digest_size=8).digest(), "big") >> 1
