"""Stretches of words that stand in two texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from vanban.coverage.words import Words, faint

_FEWEST = 2
"""One syllable is rarely a word."""
_LONGEST = 4
"""Words of the longest phrase that tells nothing."""
_TRIED = 8
"""So many places of the same two words are looked at, however often they repeat."""


def runs(asked: Words, *, planned: Words) -> Iterator[tuple[int, int, int]]:
    """Start in one, start in the other and length of the longest common stretches within a clause, without faint
    words at their ends."""
    where: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place in range(len(planned.forms) - 1):
        where[planned.forms[place], planned.forms[place + 1]].append(place)
    start = 0
    while start < len(asked.forms) - 1:
        starts = where.get((asked.forms[start], asked.forms[start + 1]), ())
        tried = ((_length(asked, planned, start, one), -one) for one in starts[:_TRIED])
        length, other = max(tried, default=(0, 0))
        if length < _FEWEST:
            start += 1
            continue
        yield from _trimmed(asked, start, -other, length)
        start += length


def _length(asked: Words, planned: Words, start: int, other: int) -> int:
    length, most = 1, min(len(asked.forms) - start, len(planned.forms) - other)
    while (
        length < most
        and asked.forms[start + length] == planned.forms[other + length]
        and start + length not in asked.breaks
        and other + length not in planned.breaks
    ):
        length += 1
    return length


def _trimmed(asked: Words, start: int, other: int, length: int) -> Iterator[tuple[int, int, int]]:
    forms = asked.forms
    end = start + length
    while cut := _faint_at(forms[start:end]):
        start, other = start + cut, other + cut
    while cut := _faint_at(forms[start:end], last=True):
        end -= cut
    if end - start >= _FEWEST:
        yield start, other, end - start


def _faint_at(forms: tuple[str, ...], *, last: bool = False) -> int:
    """How many of the first (or last) words tell nothing."""
    lengths = (length for length in range(_LONGEST, 0, -1) if length <= len(forms))
    return next((n for n in lengths if (forms[-n:] if last else forms[:n]) in faint()), 0)
