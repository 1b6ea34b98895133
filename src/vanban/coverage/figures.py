"""Figures and times that both set: whether the plan sets itself more than is asked, or less."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from vanban.coverage.model import Compared
from vanban.coverage.times import compared_times
from vanban.coverage.words import known, words_of
from vanban.grammar.lexicon import any_of
from vanban.model import Task

_AMOUNT = re.compile(r"(?<![\w/.,-])(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,3}))?(?![\w/-]|[.,]\d)\s*(%?)")
_NEAR = 3
"""Words on either side that say what is counted."""


class Amount(NamedTuple):
    """A figure: ``unit`` is what is counted, ``about`` the words around it; ``fewer``: the smaller one asks more."""

    value: float
    unit: str
    about: frozenset[str]
    fewer: bool
    words: str


def compared_of(asked: Task, *, planned: Task) -> tuple[Compared, ...]:
    """What two tasks set differently: figures of the same thing, and when it is due."""
    return (*compared_times(asked.time, planned=planned.time), *_figures(asked.text, planned.text))


def _figures(asked: str, planned: str) -> Iterator[Compared]:
    ours, theirs = list(_amounts(asked)), list(_amounts(planned))
    for one in ours:
        same = [other for other in theirs if other.unit == one.unit and one.about & other.about]
        best = max(same, key=lambda other: len(one.about & other.about), default=None)
        if best is not None and best.value != one.value:
            yield Compared(one.words, best.words, (best.value < one.value) is one.fewer)


def _amounts(text: str) -> Iterator[Amount]:
    for found in _AMOUNT.finditer(text):
        before = text[max(0, found.start() - 60) : found.start()].casefold()
        if _not_amounts().search(before):
            continue
        following = words_of(
            re.split(r"[.,;:()\n]", text[found.end() : found.end() + 40], maxsplit=1)[0]
        ).forms
        value = float(found[1].replace(".", "") + "." + (found[2] or "0"))
        unit = "%" if found[3] else " ".join(following[:2])
        if not unit or following and following[0].isdigit() and not found[3]:
            continue
        about = frozenset((*words_of(re.split(r"[.;:()\n]", before)[-1]).forms[-_NEAR:], *following[:_NEAR]))
        words = " ".join(text[found.start() : found.end() + 24].split()[: 1 if found[3] else 3])
        yield Amount(value, unit, about, bool(_fewer().search(before)), words.rstrip(",.;:"))


@cache
def _not_amounts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(known()['not_amounts'])})\s*$")


@cache
def _fewer() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(known()['fewer'])})\s*$")


def weaker(compared: Sequence[Compared]) -> bool:
    """Whether the plan sets itself less somewhere."""
    return any(not one.is_more for one in compared)
