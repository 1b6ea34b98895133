"""From pieces of text, each in one font, to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from vanban.files import oldfonts
from vanban.files.blocks import Paragraph
from vanban.files.lines import folded, lines_of, symbol

_SYMBOLS = re.compile("[\uf020-\uf0ff]")


class Piece(NamedTuple):
    """Words as they were typed. ``old``: the font is from before Unicode, and shows other letters than these."""

    text: str
    font: str
    old: bool
    bold: bool


def said(pieces: Iterable[Piece]) -> str:
    """The words in order, in Unicode."""
    pieces = [*pieces]
    if any(piece.old for piece in pieces):
        return oldfonts.said((piece.text, piece.font) for piece in pieces)
    return "".join([piece.text for piece in pieces])


def shown(pieces: Iterable[Piece]) -> str:
    """The words in order; of the signs of symbol fonts those that plain fonts have too."""
    text = said(pieces)
    return _SYMBOLS.sub(lambda sign: symbol(ord(sign[0])), text) if _SYMBOLS.search(text) else text


def paragraphs_of(pieces: list[Piece], *, label: str = "", page: int = 0) -> list[Paragraph]:
    """The lines of a paragraph, the label of its list in front; none where it has no words."""
    lines = lines_of(shown(pieces)) if pieces else []
    strong = _strong(pieces) if len(lines) == 1 and ":" in lines[0] else 0
    if lines and label:
        lines[0] = f"{label} {lines[0]}"
        strong += len(label) + 1 if strong else 0
    return [Paragraph(line, page=page, strong=strong) for line in lines]


def _strong(pieces: list[Piece]) -> int:
    """How many signs, from the first, are bold."""
    bold = [*takewhile(lambda piece: piece.bold or not piece.text.strip(), pieces)]
    return len(folded(shown(bold))) if any(piece.bold for piece in bold) else 0
