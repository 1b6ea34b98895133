"""Letters to lines: what stands on one base line, in pieces where a column's gap parts it."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.files.blocks import run_on
from vanban.files.degrees import degree_of
from vanban.files.letters import Letter
from vanban.grammar.markers import starts_item

_NEAR = 3.0
_WORD_GAP = 0.13
_COLUMN_GAP = 1.0
_SHIFTED = 0.6
_ENDS = (".", ";", ":")


@dataclass(slots=True)
class Piece:
    """Words on one line without a column's gap between them."""

    text: str
    left: float
    right: float
    base: float
    size: float


def lines_of(letters: list[Letter]) -> list[list[Piece]]:
    """Lines from top to bottom, each as its pieces from left to right."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: -one.base):
        if rows and rows[-1][0].base - letter.base < max(_NEAR, 0.3 * rows[-1][0].size):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    lines: list[list[Piece]] = []
    for row in rows:
        line = _pieces(sorted(row, key=lambda one: one.left))
        if lines and _beside(lines[-1], line):
            lines[-1] = sorted(lines[-1] + line, key=lambda piece: piece.left)
        else:
            lines.append(line)
    return lines


def _pieces(row: list[Letter]) -> list[Piece]:
    pieces: list[Piece] = []
    for letter in row:
        gap = letter.left - pieces[-1].right if pieces else 0.0
        if not pieces or gap > _COLUMN_GAP * letter.size:
            pieces.append(Piece(letter.text, letter.left, letter.right, letter.base, letter.size))
        else:
            piece = pieces[-1]
            piece.text += (" " if letter.first or gap > _WORD_GAP * letter.size else "") + letter.text
            piece.right = max(piece.right, letter.right)
    return pieces


def _beside(above: list[Piece], line: list[Piece]) -> bool:
    """True for a line a little lower than the one to its side: two columns whose lines are not level."""
    one, other = above[0], line[0]
    if len(above) > 1 or len(line) > 1 or one.base - other.base > _SHIFTED * one.size:
        return False
    room = _COLUMN_GAP * one.size
    return other.left > one.right + room or one.left > other.right + room


def paragraphs_of(letters: list[Letter]) -> tuple[str, ...]:
    """The paragraphs of a cell: its lines joined, a new one at each bullet or number."""
    paragraphs: list[str] = []
    for line in lines_of(letters):
        text = " ".join(piece.text for piece in line)
        if paragraphs and not _begins(text, paragraphs[-1]):
            paragraphs[-1] = run_on((paragraphs[-1], text))
        else:
            paragraphs.append(text)
    return tuple(paragraphs)


def _begins(text: str, above: str) -> bool:
    if degree_of(text) or degree_of(above):
        return True
    return text.startswith(("- ", "+ ", "– ", "• ")) or above.endswith(_ENDS) and starts_item(text)
