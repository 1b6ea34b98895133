"""The number and the day of a document are often put in by pen: their lines are read again with that ink."""

from __future__ import annotations

import re

from PIL import Image

from vanban.files.scan.engine import LINE, Box, Engine, Seen

_BY_HAND = re.compile(r"^S[ôốoó]\b|\bng[àa]y\b|\btháng\b")
_FIGURES = re.compile(r"\d+(?=/|$)")
_PRINTED, _BY_PEN = 0.85, 0.5
_TOP = 0.45
_MOST = 16
_ROOM = 6


def read_again(lines: list[list[Seen]], *, written: Image.Image, engine: Engine) -> list[list[Seen]]:
    """The lines, those of the letterhead with what pens wrote into them."""
    engine.show(written)
    return [
        _reread(line, written, engine) if _may_be_penned(line, written.height) else line for line in lines
    ]


def _may_be_penned(line: list[Seen], high: int) -> bool:
    text = " ".join(word.text for word in line)
    return line[0].box[1] < _TOP * high and len(line) < _MOST and _BY_HAND.search(text) is not None


def _reread(line: list[Seen], written: Image.Image, engine: Engine) -> list[Seen]:
    """The line with the ink of pens, where that adds figures."""
    left, top, right, bottom = _around(line)
    box = (
        max(left - _ROOM, 0),
        max(top - _ROOM, 0),
        min(right + _ROOM, written.width),
        min(bottom + _ROOM, written.height),
    )
    again = engine.words(box=box, mode=LINE)
    more, before = (sum(sign.isdigit() for word in one for sign in word.text) for one in (again, line))
    return [_penned(word)._replace(base=line[0].base) for word in again] if more > before else line


def _penned(word: Seen) -> Seen:
    """A word with figures by pen: without them where they are not as sure as print, and never quite sure."""
    figures = _FIGURES.match(word.text)
    if figures is None:
        return word
    text = word.text if word.sure >= _PRINTED else word.text[figures.end() :] or "…"
    return word._replace(text=text, sure=min(word.sure, _BY_PEN))


def _around(line: list[Seen]) -> Box:
    sides = list(zip(*(word.box for word in line), strict=True))
    return min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])
