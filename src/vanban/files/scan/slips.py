"""Slips: where a line says what it did not mean. Found in the lines as one text, put right in each line."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from vanban.files.scan.seen import Mend


class Slip(NamedTuple):
    """Signs ``start`` to ``end`` of line number ``line`` stand for ``now``. ``sure`` and ``why`` as in a mend."""

    line: int
    start: int
    end: int
    now: str
    sure: float
    why: str


class Run:
    """Lines as one text, since a number may go on in the next line."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.text = "\n".join(lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def slip(self, span: tuple[int, int], *, now: str, sure: float, why: str) -> Slip | None:
        """The slip at a place of the text; None where it reaches over the end of a line or changes nothing."""
        start, end = span
        if "\n" in self.text[start:end] or self.text[start:end] == now:
            return None
        line = bisect_right(self._starts, start) - 1
        return Slip(line, start - self._starts[line], end - self._starts[line], now, sure, why)


def by_line(slips: Iterable[Slip]) -> dict[int, list[Slip]]:
    """Slips by the number of their line, in order, none over another."""
    lines: dict[int, list[Slip]] = defaultdict(list)
    for slip in sorted(slips):
        if not lines[slip.line] or lines[slip.line][-1].end <= slip.start:
            lines[slip.line].append(slip)
    return lines


def put_right(line: str, *, slips: list[Slip]) -> tuple[str, list[Mend]]:
    """The line with its slips put right, and what was mended in it, by whole words."""
    now = line
    for slip in reversed(slips):
        now = now[: slip.start] + slip.now + now[slip.end :]
    return now, [_mend(line, word) for word in _by_word(line, slips)]


def _by_word(line: str, slips: list[Slip]) -> list[list[Slip]]:
    """Slips of one word together."""
    words: list[list[Slip]] = []
    for slip in slips:
        if words and not line[words[-1][-1].end : slip.start].count(" "):
            words[-1].append(slip)
        else:
            words.append([slip])
    return words


def _mend(line: str, slips: list[Slip]) -> Mend:
    start = line.rfind(" ", 0, slips[0].start) + 1
    end = line.find(" ", slips[-1].end)
    end = end if end >= 0 else len(line)
    now, at = "", start
    for slip in slips:
        now, at = now + line[at : slip.start] + slip.now, slip.end
    return Mend(line[start:end], now + line[at:end], min(slip.sure for slip in slips), slips[0].why)
