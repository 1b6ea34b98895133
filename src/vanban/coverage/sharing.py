"""The words that two tasks share, as they stand in each."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from vanban.coverage.model import Shared
from vanban.coverage.runs import runs
from vanban.coverage.words import Words, is_telling

_USUAL = 0.5
"""What stands in more of the tasks than this is the subject of both documents and shows nothing."""


def shared_of(asked: Words, *, planned: Words, usual: Mapping[str, float]) -> tuple[Shared, ...]:
    """The longest stretches that both have, the most telling first.

    ``usual``: in which share of all tasks two words in a row stand.
    """
    found: dict[tuple[str, ...], Shared] = {}
    weights: dict[tuple[str, ...], float] = {}
    for start, other, length in runs(asked, planned=planned):
        forms = asked.forms[start : start + length]
        weight = _weight(forms, usual)
        if weight and forms not in found:
            last, end = start + length - 1, other + length - 1
            place = asked.place(asked.spans[start][0], end=asked.spans[last][1])
            there = planned.place(planned.spans[other][0], end=planned.spans[end][1])
            found[forms] = Shared(asked.said(start, last=last), place, there)
            weights[forms] = weight
    return tuple(found[forms] for forms in sorted(found, key=lambda one: -weights[one]))


def _weight(forms: tuple[str, ...], usual: Mapping[str, float]) -> float:
    """0 where the words show nothing."""
    if not is_telling(forms):
        return 0.0
    pairs = [f"{one} {other}" for one, other in pairwise(forms) if is_telling((one, other))]
    return sum(1 - usual.get(pair, 0.0) for pair in pairs if usual.get(pair, 0.0) <= _USUAL)
