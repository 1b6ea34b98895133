"""The parts of a requirement: a list of duties in one task is met only when each is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vanban.grammar.letters import UPPER
from vanban.model import Span

_END = re.compile(rf";\s+|\.\s+(?=[“\"(]?[{UPPER}])|\n|\s(?=\((?:[ivx]{{1,4}}|[a-zđ]|\d{{1,2}})\)\s)")
_SHORTEST = 10
"""Fewer signs are no part of their own ("v.v.", "cụ thể:")."""


def clauses_of(text: str) -> tuple[Span, ...]:
    """Places of the parts in the text: sentences, and what stands between semicolons or behind (i), (ii)."""
    parts: list[Span] = []
    for start, end in _pieces(text):
        if parts and min(end - start, parts[-1][1] - parts[-1][0]) < _SHORTEST:
            start = parts.pop()[0]
        parts.append((start, end))
    return tuple(parts)


def _pieces(text: str) -> Iterator[Span]:
    return pairwise([0, *(found.end() for found in _END.finditer(text)), len(text)])
