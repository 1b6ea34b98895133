"""The recognised pages of a scan to the blocks of one document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from vanban.files import geometry, turning
from vanban.files.blocks import Block, Content, Paragraph, Table
from vanban.files.degrees import faint_degree_of
from vanban.files.letters import Letter
from vanban.files.rows import Piece
from vanban.files.scan.forms import put_right
from vanban.files.scan.leaf import Leaf
from vanban.files.scan.noise import without_noise
from vanban.files.scan.repair import repaired
from vanban.files.scan.seen import Sheet, Word

_SIZE = 13.0  # the usual height of letters, in points


def assembled(leaves: list[Leaf], *, kind: str) -> Content:
    """One document of all pages, in their order."""
    sheets: list[Sheet] = []
    pages: list[list[Piece | Table]] = []
    for leaf in _repaired(leaves):
        lines = without_noise(leaf.lines, boxes=leaf.boxes, width=leaf.width)
        words = list(chain.from_iterable(lines))
        sheets.append(Sheet(leaf.number, leaf.width, leaf.height, tuple(words), leaf.turn, leaf.unread))
        pages.append(leaf.own if leaf.own is not None else _items(leaf, words))
    blocks: list[Block] = list(turning.joined(pages))
    for leaf in leaves:
        degrees = filter(None, map(faint_degree_of, leaf.stamps))
        blocks += (Paragraph(degree, leaf.number, margin=True) for degree in degrees)
    return Content(kind=kind, blocks=tuple(blocks), pages=len(leaves), wrapped=True, sheets=tuple(sheets))


def _repaired(leaves: list[Leaf]) -> Iterator[Leaf]:
    """The pages repaired by what the whole document says, before noise goes out: what was mended is none."""
    lines = iter(repaired([put_right(line) for leaf in leaves for line in leaf.lines]))
    for leaf in leaves:
        yield leaf._replace(lines=list(islice(lines, len(leaf.lines))))


def _items(leaf: Leaf, words: list[Word]) -> list[Piece | Table]:
    letters = [
        Letter(word.text, word.left, word.right, leaf.height - word.base, _SIZE, first=True) for word in words
    ]
    return geometry.items_of(letters, rulings=leaf.rulings, number=leaf.number, width=leaf.width)
