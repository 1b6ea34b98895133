"""Recognised lines put right before they are laid out: noise out, what was written by hand read again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from PIL import Image

from vanban.files.scan.engine import LINE, Box, Engine, Seen
from vanban.syllables import syllables

Line = list[Seen]
_FAINT, _UNSURE = 0.45, 0.5
_WORD = re.compile(r"[^\W\d_]{2,}")
_FIGURE = re.compile(r"\d[\d/.,-]*\d|\d")
_BY_HAND = re.compile(r"^S[ôốoó]\b|\bng[àa]y\b|\btháng\b")
_TOP = 0.45
_ROOM = 6
_SYLLABLES = syllables()  # at import, since the child opens no file later


def lines_of(words: Iterable[Seen]) -> list[Line]:
    lines: list[Line] = []
    for word in words:
        if word.first or not lines:
            lines.append([word])
        else:
            lines[-1].append(word)
    return lines


def without_noise(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines without what a signature, a stamp or dirt left at their ends; those that are nothing else go."""
    for line in lines:
        while line and _is_noise(line[-1]):
            line = line[:-1]
        while line and _is_noise(line[0]):
            line = line[1:]
        if line and sure_of(line) >= _FAINT:
            yield line


def sure_of(words: Iterable[Seen]) -> float:
    """How sure words are on the whole, by their length; 0 where there are none."""
    weighed = [(len(word.text), word.sure) for word in words]
    signs = sum(size for size, _ in weighed)
    return sum(size * sure for size, sure in weighed) / signs if signs else 0.0


def _is_noise(word: Seen) -> bool:
    """Unsure, and neither a word nor a figure."""
    if word.sure >= _UNSURE:
        return False
    parts = _WORD.findall(word.text)
    return not _FIGURE.search(word.text) and not any(part.lower() in _SYLLABLES for part in parts)


def by_hand(lines: list[Line], *, written: Image.Image, engine: Engine) -> list[Line]:
    """The lines of the letterhead whose number or day may be put in by pen, read with the ink of pens."""
    engine.show(written)
    return [
        _reread(line, written, engine) if _may_be_penned(line, written.height) else line for line in lines
    ]


def _may_be_penned(line: Line, high: int) -> bool:
    text = " ".join(word.text for word in line)
    return line[0].box[1] < _TOP * high and len(line) < 16 and _BY_HAND.search(text) is not None


def _reread(line: Line, written: Image.Image, engine: Engine) -> Line:
    """The line as it is with the ink of pens, where that is no less sure."""
    left, top, right, bottom = _around(line)
    box = max(left - _ROOM, 0), max(top - _ROOM, 0), right + _ROOM, bottom + _ROOM
    again = engine.words(
        box=(box[0], box[1], min(box[2], written.width), min(box[3], written.height)), mode=LINE
    )
    digits, before = (sum(sign.isdigit() for word in one for sign in word.text) for one in (again, line))
    return [word._replace(base=line[0].base) for word in again] if digits > before else line


def _around(line: Line) -> Box:
    sides = list(zip(*(word.box for word in line), strict=True))
    return min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])


def words_of(lines: Iterable[Line]) -> list[Seen]:
    return list(chain.from_iterable(lines))
