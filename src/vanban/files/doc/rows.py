"""The form of a table's row: where its cells are, and which of them are covered by others."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from vanban.files.doc.changes import CELLS, INSERTED, MERGED, MERGED_DOWN, REMOVED, WIDTHS
from vanban.files.edges import Edge

_MOST_CELLS = 64
_COVERED, _DOWN, _TOP = 2, 0x20, 0x40
_CELL = 20


class RowForm(NamedTuple):
    """Where a row begins and where each of its cells ends, in twentieths of a point."""

    left: int
    edges: tuple[Edge, ...]


class _Cells:
    """A row that is being told: where it begins, how wide each cell is, whether one above or before covers it."""

    def __init__(self) -> None:
        self.left = 0
        self.widths: list[int] = []
        self.covered: list[bool] = []


def form_of(changes: Iterable[tuple[int, bytes]]) -> RowForm:
    """As the changes say that stand at the end of a row, one after the other."""
    cells = _Cells()
    for code, operand in changes:
        FORMING[code](cells, operand)
    ends = [*accumulate(cells.widths, initial=cells.left)][1:]
    return RowForm(cells.left, tuple(map(Edge, ends, cells.covered)))


def _define(cells: _Cells, operand: bytes) -> None:
    """The count, the edges, a record for each cell; records that are left out say nothing."""
    count = operand[0] if operand else 0
    after = 1 + 2 * (count + 1)
    if len(operand) < after:
        return
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    flags = [operand[at] for at in range(after, len(operand) - _CELL + 1, _CELL)][:count]
    cells.left = edges[0]
    cells.widths = [right - left for left, right in pairwise(edges)]
    cells.covered = [bool(one & _COVERED) or one & (_DOWN | _TOP) == _DOWN for one in flags]
    cells.covered += [False] * (count - len(flags))


def _merge(cells: _Cells, operand: bytes) -> None:
    first, limit = operand
    cells.covered[first + 1 : limit] = [True] * len(cells.covered[first + 1 : limit])


def _merge_down(cells: _Cells, operand: bytes) -> None:
    if len(operand) == 2 and operand[0] < len(cells.covered):
        cells.covered[operand[0]] = operand[1] & 3 == 1


def _insert(cells: _Cells, operand: bytes) -> None:
    first, count, width = struct.unpack("<BBh", operand)
    count = max(0, min(count, _MOST_CELLS - len(cells.widths)))
    cells.widths[first:first] = [width] * count
    cells.covered[first:first] = [False] * count


def _remove(cells: _Cells, operand: bytes) -> None:
    first, limit = operand
    del cells.widths[first:limit], cells.covered[first:limit]


def _widen(cells: _Cells, operand: bytes) -> None:
    first, limit, width = struct.unpack("<BBh", operand)
    cells.widths[first:limit] = [width] * len(cells.widths[first:limit])


FORMING: dict[int, Callable[[_Cells, bytes], None]] = {
    CELLS: _define,
    MERGED: _merge,
    MERGED_DOWN: _merge_down,
    INSERTED: _insert,
    REMOVED: _remove,
    WIDTHS: _widen,
}
"""What each change of a row does."""
