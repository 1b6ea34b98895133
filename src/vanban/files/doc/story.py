"""From the signs of a story and the changes that hold for them to blocks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from vanban.files.blocks import Block, Paragraph
from vanban.files.counting import Counts
from vanban.files.doc.lists import Lists
from vanban.files.doc.looks import Look, Looks
from vanban.files.doc.runs import Runs
from vanban.files.doc.shapes import Shape, Shapes
from vanban.files.nesting import Tables
from vanban.files.pieces import Piece, paragraphs_of, said

_CELL_END, _PAGE_END, _MARKS = "\x07", "\x0c", "\r\x07\x0c"
_ENDS = re.compile(f"[{_MARKS}]")
_SPECIAL = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")
_MEANT = {
    **dict.fromkeys((*range(0x20), 0xFFFE, 0xFFFF), ""), 9: "\t", 10: "\n", 11: "\n", 12: "\n", 14: "\n", 0x1E: "-",
}  # fmt: skip


@dataclass
class Stories:
    """A file, opened. ``boxes``: from and to of each text box, by the sign of the body that it hangs on. ``turned``
    says, afterwards, whether words were in fonts from before Unicode."""

    text: str
    characters: Runs
    paragraphs: Runs
    looks: Looks
    shapes: Shapes
    lists: Lists
    boxes: dict[int, list[tuple[int, int]]]
    turned: bool = False

    def blocks(self, start: int, *, end: int, counts: Counts) -> list[Block]:
        """What stands between two signs."""
        tables = Tables()
        carried: list[Piece] = []
        for first, last in self._paragraphs(start, end):
            shape = self.shapes.of(self.paragraphs.at(last - 1))
            pieces, mark = self._pieces(first, last, shape.style)
            pieces, carried = carried + pieces, []
            sign = self.text[last - 1]
            if mark.deleted and sign == "\r":
                carried = pieces
                continue
            depth = shape.depth or int(sign == _CELL_END)
            here = tables.at(depth)
            if shape.row_end and depth:
                tables.end_row(shape.row)
                continue
            here += self._lines(pieces, mark, shape, counts)
            here += self._hung(first, last, counts) if self.boxes else ()
            if depth and (sign == _CELL_END or shape.cell_end):
                tables.end_cell()
        return [*tables.at(0), *paragraphs_of(carried)]

    def _hung(self, start: int, end: int, counts: Counts) -> list[Block]:
        """What stands in the boxes that hang on a sign between these."""
        made: list[Block] = []
        for sign in self._signs[bisect_left(self._signs, start) : bisect_left(self._signs, end)]:
            for first, last in self.boxes[sign]:
                made += self.blocks(first, end=last, counts=counts)
        return made

    @cached_property
    def _signs(self) -> list[int]:
        return sorted(self.boxes)

    def _paragraphs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """From and to of each, with the sign that ends it. The end of a page ends one only where the file says so."""
        for mark in _ENDS.finditer(self.text, start, end):
            last = mark.end()
            if mark[0] != _PAGE_END or last == end or self._is_bound(last):
                yield start, last
                start = last
        if start < end:
            yield start, end

    def _is_bound(self, sign: int) -> bool:
        starts = self.paragraphs.starts
        return starts[bisect_right(starts, sign) - 1] == sign

    def _pieces(self, start: int, end: int, style: int) -> tuple[list[Piece], Look]:
        """The words that are shown, and the look of the sign that ends them."""
        pieces: list[Piece] = []
        look = self.looks.plain
        for first, last, changes in self.characters.over(start, end=end):
            look = self.looks.of(changes, style=style)
            if not (look.hidden or look.deleted):
                words = self.text[first:last] if look.sign is None else look.sign * (last - first)
                if last == end:
                    words = words.rstrip(_MARKS)
                if words:
                    pieces.append(self._piece(_cleaned(words) if _SPECIAL.search(words) else words, look))
        return pieces, look

    def _piece(self, words: str, look: Look) -> Piece:
        self.turned = self.turned or look.old
        return Piece(words, look.font if words.isascii() else look.other, look.old, look.bold)

    def _lines(self, pieces: list[Piece], mark: Look, shape: Shape, counts: Counts) -> list[Paragraph]:
        label, font = self.lists.label(shape, counts)
        if not pieces:
            return []
        if label:
            label = said([self._piece(label, self.looks.in_font(font) if font else mark)])
        return paragraphs_of(pieces, label=label)


def _cleaned(words: str) -> str:
    """Without the signs that stand for something else than themselves."""
    if _HALVES.search(words):
        words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return words.translate(_MEANT)
