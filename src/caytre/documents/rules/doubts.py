"""What a reading of a scan is not sure of: words that a person should look at beside their picture."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from vanban.marking import Mark

Span = tuple[int, int]
Sure = Literal["sure", "rather", "unsure"]
Box = tuple[float, float, float, float]
CERTAIN, FAIR = 0.95, 0.80
# Words in which one wrong letter makes a wrong fact, before those of whole tasks, before all others.
_NARROW = ("header", "lead", "coordinators", "time", "citation")
# How much of the page is shown beside a doubtful word, how much of its height above and below it, and how much of
# the page's height at least: a lone dash would be shown without its line.
_SIDE, _ABOVE, _LEAST = 0.1, 0.7, 0.026


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubtful word. ``box``: left, top, right, bottom as shares of the page; ``was``: as recognised, where the
    reader repaired it. ``mark`` is the narrowest fact that stands on it, ``number`` its place in the reading."""

    number: int
    span: Span
    page: int
    box: Box
    confidence: float
    was: str | None
    mark: Mark | None = None

    @property
    def key(self) -> str:
        """The name of its mark in the text."""
        return f"doubts.{self.number}"

    @property
    def weight(self) -> tuple[int, float]:
        """What matters most comes first: words that are facts, then the least sure."""
        rank = 2 if self.mark is None else int(self.mark.kind not in _NARROW)
        return rank, self.confidence


class Leaf(NamedTuple):
    """One recognised page: the part of the text that stands on it, and how sure its words are."""

    number: int
    start: int
    end: int
    confidence: float


def how_sure(confidence: float) -> Sure:
    """In one of three words, for people who do not think in shares."""
    return "sure" if confidence >= CERTAIN else "rather" if confidence >= FAIR else "unsure"


def leaves_of(content: Mapping[str, Any]) -> list[Leaf]:
    """The pages of a scan; none where the file itself held the text."""
    doubted = {doubt["page"] for doubt in content.get("doubts", ())}
    pages = content.get("pages", ())
    leaves = [Leaf(n, p["start"], p["end"], p["confidence"]) for n, p in enumerate(pages, start=1)]
    return leaves if any(leaf.confidence < 1 or leaf.number in doubted for leaf in leaves) else []


def doubts_of(content: Mapping[str, Any], *, marks: Sequence[Mark] = ()) -> list[Doubt]:
    """The doubts in the order of the text, each with the narrowest of the marks (by start) that it touches.

    Signs alone (a dash before an item) are left out: they make no fact wrong.
    """
    values = sorted(content.get("doubts", ()), key=lambda value: (value["span"][0], value["span"][1]))
    doubts: list[Doubt] = []
    opened: list[Mark] = []
    following = 0
    for number, value in enumerate(values):
        start, end = _bare(content["text"], value["span"])
        if start == end:
            continue
        while following < len(marks) and marks[following].span[0] < end:
            opened.append(marks[following])
            following += 1
        opened = [mark for mark in opened if mark.span[1] > start]
        left, top, right, bottom = value["box"]
        doubts.append(
            Doubt(
                number, (start, end), value["page"], (left, top, right, bottom), value["confidence"],
                value["was"], min(opened, key=_length, default=None),
            )
        )  # fmt: skip
    return doubts


def _bare(text: str, span: Sequence[int]) -> Span:
    """The word without the signs around it, which no fact holds; of signs alone nothing is left."""
    letters = [at for at in range(*span) if text[at].isalnum()]
    return (letters[0], letters[-1] + 1) if letters else (span[0], span[0])


def _length(mark: Mark) -> int:
    return mark.span[1] - mark.span[0]


def touches(span: Sequence[int] | None, *, doubts: Sequence[Doubt]) -> bool:
    """Whether one of the doubtful words, which are in the order of the text, stands in the span."""
    if span is None:
        return False
    behind = bisect_left(doubts, span[1], key=lambda doubt: doubt.span[0])
    return behind > 0 and doubts[behind - 1].span[1] > span[0]


def weightiest(doubts: Sequence[Doubt], *, most: int) -> list[Doubt]:
    """So many of them at most, those that matter most, in the order of the text."""
    return sorted(sorted(doubts, key=lambda doubt: doubt.weight)[:most], key=lambda doubt: doubt.span)


def around(box: Box) -> Box:
    """The word with some of its line to both sides, and a little above and below, within the page."""
    left, top, right, bottom = box
    high = max((bottom - top) * _ABOVE, (_LEAST - bottom + top) / 2)
    wanted = (left - _SIDE, top - high, right + _SIDE, bottom + high)
    first, upper, last, lower = (round(min(max(at, 0.0), 1.0), 4) for at in wanted)
    return first, upper, last, lower


def within(box: Box, *, part: Box) -> Box:
    """Where a box of the page lies in a part of it, as shares of the part."""
    wide, high = part[2] - part[0] or 1.0, part[3] - part[1] or 1.0
    left, top, right, bottom = box
    return (
        (left - part[0]) / wide,
        (top - part[1]) / high,
        (right - part[0]) / wide,
        (bottom - part[1]) / high,
    )
