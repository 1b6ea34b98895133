"""The rows of a table, whose cells the file says by their left and right edges, as a grid."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import NamedTuple

from vanban.files.cells import Cell, squared
from vanban.files.doc.changes import CELLS, INSERTED, MERGED, MERGED_DOWN, REMOVED, WIDTHS

_SLACK = 100
"""Edges so near to each other, in twentieths of a point, are one: nobody writes in a column so narrow, but edges
that were drawn by hand seldom meet."""
_MOST_CELLS = 64
_COVERED, _DOWN, _TOP = 2, 0x20, 0x40
_CELL = 20


@dataclass(slots=True)
class Form:
    """Where a row begins, how wide each of its cells is, and whether it is covered by one above or before."""

    left: int = 0
    widths: list[int] = field(default_factory=list)
    covered: list[bool] = field(default_factory=list)

    def edges(self) -> list[int]:
        """One more than there are cells; none where nothing is known of them."""
        return list(accumulate(self.widths, initial=self.left)) if self.widths else []


class Row(NamedTuple):
    cells: list[Cell]
    form: Form


def form_of(changes: Iterable[tuple[int, bytes]]) -> Form:
    """As the changes say that stand at the end of a row, one after the other."""
    form = Form()
    for code, operand in changes:
        FORMING[code](form, operand)
    return form


def grid_of(rows: list[Row]) -> tuple[tuple[Cell, ...], ...]:
    """Aligned by the edges, or cell by cell where all rows have as many."""
    even = len({len(row.cells) for row in rows}) == 1
    columns = [] if even else _columns(rows)
    return squared([_placed(row, columns) for row in rows])


def _columns(rows: list[Row]) -> list[int]:
    """Where the columns of all rows begin."""
    columns: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.form.edges()}):
        if not columns or edge - columns[-1] > _SLACK:
            columns.append(edge)
    return columns


def _placed(row: Row, columns: list[int]) -> list[Cell]:
    """The cells, with an empty one for each further column that a cell spans."""
    placed: list[Cell] = []
    edges = row.form.edges() if columns else []
    covered = row.form.covered
    for index, cell in enumerate(row.cells):
        if index < len(edges):
            placed += [()] * (bisect_right(columns, edges[index]) - 1 - len(placed))
        placed.append(() if index < len(covered) and covered[index] else cell)
    return placed


def _define(form: Form, operand: bytes) -> None:
    """The count, the edges, a record for each cell; records that are left out say nothing."""
    count = operand[0] if operand else 0
    after = 1 + 2 * (count + 1)
    if len(operand) < after:
        return
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    flags = [operand[at] for at in range(after, len(operand) - _CELL + 1, _CELL)][:count]
    form.left = edges[0]
    form.widths = [right - left for left, right in pairwise(edges)]
    form.covered = [bool(one & _COVERED) or one & (_DOWN | _TOP) == _DOWN for one in flags]
    form.covered += [False] * (count - len(flags))


def _merge(form: Form, operand: bytes) -> None:
    first, limit = operand
    form.covered[first + 1 : limit] = [True] * len(form.covered[first + 1 : limit])


def _merge_down(form: Form, operand: bytes) -> None:
    if len(operand) == 2 and operand[0] < len(form.covered):
        form.covered[operand[0]] = operand[1] & 3 == 1


def _insert(form: Form, operand: bytes) -> None:
    first, count, width = struct.unpack("<BBh", operand)
    count = max(0, min(count, _MOST_CELLS - len(form.widths)))
    form.widths[first:first] = [width] * count
    form.covered[first:first] = [False] * count


def _remove(form: Form, operand: bytes) -> None:
    first, limit = operand
    del form.widths[first:limit], form.covered[first:limit]


def _widen(form: Form, operand: bytes) -> None:
    first, limit, width = struct.unpack("<BBh", operand)
    form.widths[first:limit] = [width] * len(form.widths[first:limit])


FORMING: dict[int, Callable[[Form, bytes], None]] = {
    CELLS: _define,
    MERGED: _merge,
    MERGED_DOWN: _merge_down,
    INSERTED: _insert,
    REMOVED: _remove,
    WIDTHS: _widen,
}
