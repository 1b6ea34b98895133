"""Paragraphs, each of which says in how many tables it stands, to blocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from vanban.files.blocks import Block, Table
from vanban.files.doc.rows import Row, grid_of
from vanban.files.doc.shapes import Shape
from vanban.files.lines import words_of

CELL_MARK = "\x07"


@dataclass(slots=True)
class _Open:
    """A table that is not at its end: its rows, the cells of the row, the blocks of the cell."""

    rows: list[Row] = field(default_factory=list)
    first: list[list[Block]] = field(default_factory=list)
    cells: list[list[Block]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append(self.blocks)
        self.blocks = []

    def end_row(self, shape: Shape) -> None:
        if self.blocks:
            self.end_cell()
        self.first = self.first or self.cells
        self.rows.append(Row([tuple(words_of(cell)) for cell in self.cells], shape.row))
        self.cells = []

    def whole(self) -> list[Block]:
        """The table; a frame of one cell is what stands in it."""
        if self.cells or self.blocks:
            self.end_row(Shape())
        if len(self.rows) == 1 and len(self.first) == 1:
            return self.first[0]
        return [Table(grid_of(self.rows))] if self.rows else []


class Tables:
    """``blocks`` is what was put in; a table is there as soon as something stands behind it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: list[_Open] = []

    def put(self, blocks: Iterable[Block], shape: Shape, mark: str) -> None:
        """Add a paragraph's blocks. ``mark`` is the sign that ends it."""
        depth = shape.depth or int(mark == CELL_MARK)
        if len(self._open) != depth:
            self._close(depth)
            self._open += [_Open() for _ in range(depth - len(self._open))]
        if not depth:
            self.blocks += blocks
            return
        here = self._open[-1]
        here.blocks += blocks
        if shape.row_end:
            here.end_row(shape)
        elif mark == CELL_MARK or shape.cell_end:
            here.end_cell()

    def _close(self, depth: int) -> None:
        """End the tables that are deeper."""
        while len(self._open) > depth:
            ended = self._open.pop().whole()
            (self._open[-1].blocks if self._open else self.blocks).extend(ended)
