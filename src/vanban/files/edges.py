"""Rows whose cells are known by where they end on the page, as a grid."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from vanban.errors import TooLarge
from vanban.files.cells import MOST, Cell, squared

NEAR = 100
"""Edges that lie no further apart, in twentieths of a point, are one: no column with words in it is so narrow, but
edges that were drawn by hand seldom meet."""


class Edge(NamedTuple):
    """Where a cell ends, and whether it only goes on with the cell above it or before it."""

    at: int
    covered: bool = False


class Row(NamedTuple):
    """The words of a row's cells, where the first one begins, where each ends."""

    cells: Sequence[Cell]
    left: int
    edges: Sequence[Edge]


def grid_of(rows: Sequence[Row]) -> tuple[tuple[Cell, ...], ...]:
    """The rows, columns aligned. A cell over several columns is followed by empty ones. Raises TooLarge."""
    if len(rows) * max((max(len(row.cells), len(row.edges)) for row in rows), default=0) > MOST:
        raise TooLarge
    if len({len(row.cells) for row in rows}) == 1:  # then they are aligned, wherever their edges are
        return squared([_shown(row) for row in rows])
    columns = _columns({row.left for row in rows} | {edge.at for row in rows for edge in row.edges})
    if len(columns) * len(rows) > MOST:
        raise TooLarge
    return squared([_placed(row, columns) for row in rows])


def _shown(row: Row) -> list[Cell]:
    """Its cells, those that only go on with others empty."""
    covered = [edge.covered for edge in row.edges[: len(row.cells)]]
    covered += [False] * (len(row.cells) - len(covered))
    return [() if hidden else cell for cell, hidden in zip(row.cells, covered, strict=True)]


def _columns(edges: set[int]) -> list[int]:
    """Where the columns begin, from left to right."""
    columns: list[int] = []
    for edge in sorted(edges):
        if not columns or edge > columns[-1] + NEAR:
            columns.append(edge)
    return columns


def _placed(row: Row, columns: list[int]) -> list[Cell]:
    """A row's cells and the empty places beside them. Cells of which no edge was told follow the others."""
    line: list[Cell] = [()] * (bisect_right(columns, row.left) - 1)
    cells = _shown(row)
    for cell, edge in zip(cells, row.edges, strict=False):
        end = bisect_right(columns, edge.at) - 1
        if end > len(line) or not line:
            line.append(cell)
            line.extend([()] * (end - len(line)))
        else:  # too narrow to be a column
            line[-1] += cell
    return [*line, *cells[len(row.edges) :]]
