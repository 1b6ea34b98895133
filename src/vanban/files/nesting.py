"""Paragraphs and cells, told one after the other with how many tables they stand in, to blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from vanban.files.blocks import Block, Table
from vanban.files.edges import Edge, Row, grid_of
from vanban.files.lines import words_of

DEEPEST = 20


class Form(Protocol):
    """Where a row begins and where each of its cells ends, as far as the file says."""

    @property
    def left(self) -> int: ...

    @property
    def edges(self) -> Sequence[Edge]: ...


class _Row(NamedTuple):
    cells: list[list[Block]]
    form: Form | None


class _Open:
    """A table that is being read: its rows, the cells of the last one, what is in the last cell."""

    def __init__(self) -> None:
        self.rows: list[_Row] = []
        self.cells: list[list[Block]] = []
        self.cell: list[Block] = []

    def end_cell(self) -> None:
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self, form: Form | None) -> None:
        if self.cell:
            self.end_cell()
        if self.cells:
            self.rows.append(_Row(self.cells, form))
            self.cells = []

    def blocks(self) -> list[Block]:
        """The table, as what it is; a table of one cell is its paragraphs."""
        if len(self.rows) == 1 and len(self.rows[0].cells) == 1:
            return self.rows[0].cells[0]
        rows = [
            Row(
                [tuple(words_of(cell)) for cell in cells],
                form.left if form else 0,
                form.edges if form else (),
            )
            for cells, form in self.rows
        ]
        return [Table(grid_of(rows))] if rows else []


class Tables:
    """The blocks of a story and the tables, one in another, that it stands in."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: list[_Open] = []

    def at(self, depth: int) -> list[Block]:
        """Where that stands which is in tables so deep; 0 is in none. What is deeper has ended."""
        depth = min(depth, DEEPEST)
        while len(self.open) > depth:
            table = self.open.pop()
            table.end_row(None)
            below = self.open[-1].cell if self.open else self.blocks
            below += table.blocks()
        while len(self.open) < depth:
            self.open.append(_Open())
        return self.open[-1].cell if self.open else self.blocks

    def end_cell(self) -> None:
        """What was put in last, which stands in a table, ends its cell."""
        self.open[-1].end_cell()

    def end_row(self, form: Form | None) -> None:
        """And this its row."""
        self.open[-1].end_row(form)
