"""The words of a task, made comparable: both tone styles and all cases are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from vanban.grammar.lexicon import table
from vanban.model import Span
from vanban.units.spelling import folded

_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[.,;:()“”\"\n]")


class Words(NamedTuple):
    """A text and its words in comparable form; ``breaks`` are the words before which a mark parts the text.

    ``spans`` are places in the text, which begins at ``at`` of its document; None where it does not stand there.
    """

    text: str
    at: int | None
    forms: tuple[str, ...]
    spans: tuple[Span, ...]
    breaks: frozenset[int]

    def said(self, first: int, *, last: int) -> str:
        """The words from the first to the last, as they stand."""
        return " ".join(self.text[self.spans[first][0] : self.spans[last][1]].split())

    def place(self, start: int, *, end: int) -> Span:
        """Where a stretch of the text stands in its document; an empty span where it does not."""
        return (0, 0) if self.at is None else (self.at + start, self.at + end)

    def between(self, start: int, *, end: int) -> tuple[str, ...]:
        """The words of a stretch of the text."""
        kept = zip(self.forms, self.spans, strict=True)
        return tuple(form for form, span in kept if start <= span[0] and span[1] <= end)


def words_of(text: str, *, at: int | None = 0) -> Words:
    """The words of a text that begins at ``at`` of its document."""
    found = list(_WORD.finditer(text))
    breaks = {
        place
        for place, (one, following) in enumerate(zip(found, found[1:], strict=False), start=1)
        if _BREAK.search(text, one.end(), following.start())
    }
    forms = tuple(folded(one[0]) for one in found)
    return Words(text, at, forms, tuple(one.span() for one in found), frozenset(breaks))


def measure(group: str, *, name: str) -> float:
    """A figure of ``coverage.toml``."""
    return float(known()[group][name])


@cache
def known() -> dict[str, Any]:
    """The data file on comparing."""
    return table("coverage")


@cache
def faint() -> frozenset[tuple[str, ...]]:
    """What tells no task from another, in comparable words."""
    return frozenset(words_of(phrase).forms for phrase in known()["faint"])


@cache
def _faint_words() -> frozenset[str]:
    return frozenset(word for phrase in faint() for word in phrase)


@cache
def _near() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By its first word each phrase that stands for others, and the name of what it stands for."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for row in known()["near"]:
        for phrase in row.split(", "):
            forms = words_of(phrase).forms
            found[forms[0]].append((forms, f"={row}"))
    return {first: tuple(phrases) for first, phrases in found.items()}


def meanings_of(forms: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where words stand for others ("tập huấn", "bồi dưỡng"), and for what."""
    near = _near()
    for place, form in enumerate(forms):
        for phrase, meaning in near.get(form, ()):
            if tuple(forms[place : place + len(phrase)]) == phrase:
                yield place, meaning


def is_telling(forms: tuple[str, ...]) -> bool:
    """Whether some word says more than that there is work to be done."""
    return any(form not in _faint_words() and not form.isdigit() for form in forms)
