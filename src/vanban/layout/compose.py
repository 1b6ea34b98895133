"""Blocks to one text: a paragraph a line, tables kept as grids, every place known by its span."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from vanban.files.blocks import Block, Paragraph, Table
from vanban.grammar.lexicon import column_patterns, letterhead
from vanban.model import Grid, Page, Span

_PLACING = re.compile(f"{letterhead('motto').pattern}|^Nơi nhận|^Kính gửi")
Cell = tuple[str, ...]
Rows = tuple[tuple[Cell, ...], ...]


@dataclass(slots=True)
class Line:
    """One paragraph of the text. In a grid, ``grid``, ``row`` and ``col`` say which cell holds it.

    ``strong``: how many of its signs, from the first, are printed bold.
    """

    start: int
    end: int
    text: str
    page: int = 0
    grid: int = -1
    row: int = -1
    col: int = -1
    note: bool = False
    strong: int = 0


@dataclass(slots=True)
class Layout:
    """The text of a document with its lines, its grids and its pages."""

    text: str = ""
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)


def compose(blocks: Iterable[Block]) -> Layout:
    """Lay the blocks out as one text."""
    maker = _Maker()
    for block in blocks:
        if isinstance(block, Table):
            maker.table(block)
        elif not block.margin:
            maker.paragraph(block)
    return maker.done()


def is_grid(rows: Rows) -> bool:
    """True for a table of facts, False where a table only places words (letterhead, signatures)."""
    if len(rows) < 2:
        return False
    if any(_PLACING.search(" ".join(cell)) for row in rows[:3] for cell in row):
        return False
    head = [" ".join(cell).lower() for cell in rows[0]]
    width = max(len(row) for row in rows)
    named = sum(any(pattern.search(cell) for _, pattern in column_patterns()) for cell in head)
    return width >= 3 and (named >= 2 or len(rows) >= 3) or width == 2 and named == 2 and len(rows) >= 3


class _Maker:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.layout = Layout()

    def paragraph(self, block: Paragraph) -> None:
        text = block.text
        if text:
            end = self.at + len(text)
            line = Line(self.at, end, text, block.page, note=block.note, strong=block.strong)
            self.layout.lines.append(line)
            self.parts += (text, "\n")
            self.at = end + 1

    def table(self, block: Table) -> None:
        if is_grid(block.rows):
            self._grid(block)
            return
        for row in block.rows:
            for cell in row:
                for text in cell:
                    self._line(text, page=block.page)
                    self._close()

    def done(self) -> Layout:
        layout = self.layout
        layout.text = "".join(self.parts).rstrip("\n")
        layout.pages = _pages(layout.lines, len(layout.text))
        return layout

    def _line(self, text: str, *, page: int, place: tuple[int, int, int] = (-1, -1, -1)) -> None:
        start, self.at = self.at, self.at + len(text)
        self.parts.append(text)
        self.layout.lines.append(Line(start, self.at, text, page, *place))

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.at += len(text)

    def _close(self) -> None:
        self._put("\n")

    def _grid(self, block: Table) -> None:
        index, first = len(self.layout.grids), self.at
        rows: list[tuple[Span, ...]] = []
        for r, row in enumerate(block.rows):
            cells: list[Span] = []
            for c, cell in enumerate(row):
                if c:
                    self._put(" | ")
                start = self.at
                for n, text in enumerate(cell):
                    if n:
                        self._close()
                    self._line(text, page=block.page, place=(index, r, c))
                cells.append((start, self.at))
            self._close()
            rows.append(tuple(cells))
        self.layout.grids.append(Grid(span=(first, self.at - 1), rows=tuple(rows)))


def _pages(lines: list[Line], end: int) -> list[Page]:
    """Where each page begins and ends; one whose words went on from the page before has no text of its own."""
    pages: list[Page] = []
    current, start = 0, 0
    for line in lines:
        if line.page > current:
            if current:
                pages.append(Page(start, line.start))
            pages += [Page(line.start, line.start)] * (line.page - current - 1)
            current, start = line.page, line.start if current else 0
    if current:
        pages.append(Page(start, end))
    return pages
