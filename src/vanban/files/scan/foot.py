"""The foot of a document once more: its two columns, whose lines are not level, are recognised each for itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from PIL import Image

from vanban.files.scan.engine import BLOCK, Engine, Seen

_FOOT = re.compile(r"N\w{0,2}i nh\w{1,2}n\b")
_GAP, _ROOM = 42, 10  # dots
_SURE = 0.6
_FAR = 0.4  # a line that begins further right than this share of the page stands in the right column


def columns_again(lines: list[list[Seen]], *, page: Image.Image, engine: Engine) -> list[list[Seen]]:
    """The lines of a page, those beside the recipients read as a column of their own."""
    at = next((at for at, line in enumerate(lines) if _FOOT.match(_said(line))), None)
    foot = [(line, _right_of(line, page.width)) for line in lines[at:]] if at is not None else []
    beside = [word for line, start in foot for word in line[start:]]
    if not beside:
        return lines
    left = [line[:start] for line, start in foot if start]
    words = [word for line, _ in foot for word in line]
    box = (
        max(min(word.box[0] for word in beside) - _ROOM, 0),
        max(min(word.box[1] for word in words) - _ROOM, 0),
        page.width - 1,
        min(max(word.box[3] for word in words) + _ROOM, page.height - 1),
    )
    engine.show(page)
    again = engine.lines(box=box, mode=BLOCK)
    if _weight(word for line in again for word in line) < _weight(beside):
        return lines
    return [*lines[:at], *left, *again]


def _said(line: list[Seen]) -> str:
    return " ".join(word.text for word in line)


def _right_of(line: list[Seen], width: int) -> int:
    """Where the right column begins in a line; its length where it has none."""
    if line[0].box[0] > _FAR * width:
        return 0
    gaps = [(after.box[0] - word.box[2], at) for at, (word, after) in enumerate(pairwise(line), 1)]
    gap, at = max(gaps, default=(0, 0))
    return at if gap > _GAP else len(line)


def _weight(words: Iterable[Seen]) -> float:
    """How much was read that is sure enough to be words, and how surely."""
    return sum(len(word.text) * word.sure for word in words if word.sure > _SURE and word.text[0].isalnum())
