"""The tables of an RTF file, which are told cell by cell and row by row, never as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from vanban.files.blocks import Block, Table
from vanban.files.edges import Edge, Row, grid_of
from vanban.files.lines import words_of

_MOST_EDGES = 500
_DEEPEST = 20


@dataclass(slots=True)
class RowForm:
    """How the rows that follow are cut into cells. ``covered``: the next cell only goes on with another one."""

    left: int = 0
    edges: list[Edge] = field(default_factory=list)
    covered: bool = False

    def add(self, at: int) -> None:
        """One more cell, which ends there."""
        if len(self.edges) < _MOST_EDGES:
            self.edges.append(Edge(at, covered=self.covered))
        self.covered = False


class _Row(NamedTuple):
    cells: list[list[Block]]
    form: RowForm


class OpenTable:
    """A table that is being read: its rows, the cells of the last one, what is in the last cell."""

    def __init__(self) -> None:
        self.rows: list[_Row] = []
        self.cells: list[list[Block]] = []
        self.cell: list[Block] = []

    def end_cell(self) -> None:
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self, form: RowForm) -> None:
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
            Row([tuple(words_of(cell)) for cell in row.cells], row.form.left, row.form.edges)
            for row in self.rows
        ]
        return [Table(grid_of(rows))] if rows else []


class Tables:
    """The blocks of a story and the tables, one in another, that it stands in."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: list[OpenTable] = []

    @property
    def in_row(self) -> bool:
        """Whether a row has begun and not ended."""
        return bool(self.open and (self.open[0].cells or self.open[0].cell))

    def at(self, depth: int) -> list[Block]:
        """Where that stands which is in tables so deep; 0 is in none. What is deeper has ended."""
        depth = min(depth, _DEEPEST)
        while len(self.open) > depth:
            table = self.open.pop()
            table.end_row(RowForm())
            below = self.open[-1].cell if self.open else self.blocks
            below += table.blocks()
        while len(self.open) < depth:
            self.open.append(OpenTable())
        return self.open[-1].cell if self.open else self.blocks

    def end_cell(self, depth: int) -> None:
        self.at(depth)
        self.open[-1].end_cell()

    def end_row(self, form: RowForm, *, depth: int) -> None:
        if self.open:
            self.at(depth)
            self.open[-1].end_row(form)
