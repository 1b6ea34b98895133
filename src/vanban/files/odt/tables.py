"""The rows and cells of an OpenDocument table; one may be said for many that are alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from vanban.errors import TooLarge
from vanban.files.cells import MOST, Cell, squared
from vanban.files.odt.names import TABLE, TEXT

MOST_ROWS, MOST_COLUMNS = 20_000, 500
PAGE = f"{TEXT}soft-page-break"
_ROW, _CELL, _COVERED = f"{TABLE}table-row", f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
_GROUPS = tuple(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))


def only_cell(table: _Element) -> _Element | None:
    """The one cell of a table that has no other."""
    found: _Element | None = None
    for row in _rows(table):
        for cell in row.iterchildren(_CELL, _COVERED):
            if found is not None or _times(row, "rows") * _times(cell, "columns") > 1:
                return None
            found = cell
    return found


def grid_of(
    table: _Element, *, words: Callable[[_Element], Cell], turn: Callable[[], None]
) -> tuple[tuple[Cell, ...], ...]:
    """Its cells, covered ones empty. ``turn`` is called where a page ends between rows. Raises TooLarge."""
    made: list[list[Cell]] = []
    for row in _rows(table):
        if row.tag == PAGE:
            turn()
            continue
        cells = _cells(row, words)
        times = _times(row, "rows")
        if len(made) + times > MOST_ROWS or (len(made) + times) * len(cells) > MOST:
            raise TooLarge
        made += [cells] * times
    return squared(made)


def _rows(table: _Element) -> Iterator[_Element]:
    """Its rows, and the ends of pages between them."""
    for child in table.iterchildren(_ROW, PAGE, *_GROUPS):
        if child.tag in _GROUPS:
            yield from _rows(child)
        else:
            yield child


def _cells(row: _Element, words: Callable[[_Element], Cell]) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row.iterchildren(_CELL, _COVERED):
        times = _times(cell, "columns")
        if len(cells) + times > MOST_COLUMNS:
            raise TooLarge
        cells += [words(cell) if cell.tag == _CELL else ()] * times
    return cells


def _times(element: _Element, what: str) -> int:
    """For how many rows or columns it stands."""
    said = element.get(f"{TABLE}number-{what}-repeated", "1")
    return max(1, int(said)) if said.isdecimal() and len(said) < 10 else 1
