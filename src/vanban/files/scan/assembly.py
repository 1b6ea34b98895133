"""The recognised pages of a scan to the blocks of one document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from vanban.files import geometry, turning
from vanban.files.blocks import Block, Content, Paragraph, Table
from vanban.files.degrees import degree_of
from vanban.files.letters import Letter
from vanban.files.rows import Piece
from vanban.files.scan.forms import put_right, run_on
from vanban.files.scan.leaf import Leaf
from vanban.files.scan.noise import without_noise
from vanban.files.scan.repair import repaired
from vanban.files.scan.seen import Line, Sheet, Word

_SIZE = 13.0  # the usual height of letters, in points


def assembled(leaves: list[Leaf], *, kind: str) -> Content:
    """One document of all pages, in their order."""
    read = [list(_lines(leaf)) for leaf in leaves]
    mended = iter(repaired([line for lines in read for line in lines]))
    sheets: list[Sheet] = []
    pages: list[list[Piece | Table]] = []
    for leaf, lines in zip(leaves, read, strict=True):
        words = list(chain.from_iterable(islice(mended, len(lines))))
        sheets.append(Sheet(leaf.number, leaf.width, leaf.height, tuple(words), unread=leaf.unread))
        pages.append(leaf.own if leaf.own is not None else _items(leaf, words))
    blocks: list[Block] = list(turning.joined(pages))
    blocks += (
        Paragraph(line, leaf.number, margin=True)
        for leaf in leaves
        for line in leaf.stamps
        if degree_of(line)
    )
    return Content(kind=kind, blocks=tuple(blocks), pages=len(leaves), wrapped=True, sheets=tuple(sheets))


def _lines(leaf: Leaf) -> Iterator[Line]:
    above: Line = []
    lines = map(put_right, leaf.lines)
    for line in without_noise(lines, boxes=leaf.boxes, width=leaf.width):
        above = run_on(line, above=above)
        yield above


def _items(leaf: Leaf, words: list[Word]) -> list[Piece | Table]:
    letters = [
        Letter(word.text, word.left, word.right, leaf.height - word.base, _SIZE, first=True) for word in words
    ]
    return geometry.items_of(letters, rulings=leaf.rulings, number=leaf.number, width=leaf.width)
