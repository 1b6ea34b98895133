"""Rows of a task table: which column holds what, which rows are groups, which are tasks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vanban.grammar.lexicon import column_patterns
from vanban.grammar.zones import is_caps
from vanban.model import Grid, Span

Columns = dict[str, int]
_NUMBERING = re.compile(r"^[(\[]?(?:\d{1,2}|[a-z]|[IVX]+)?[)\]]?$")
_GROUP = re.compile(r"^(?:[IVX]+|[A-HĐ])[.)]?$")


@dataclass(slots=True)
class Row:
    """One row below the head. ``values``: field → (start, words) of its other cells."""

    label: str
    text: str
    span: Span
    group: bool = False
    values: dict[str, tuple[int, str]] = field(default_factory=dict)


def columns_of(text: str, grid: Grid) -> tuple[Columns, int]:
    """Field → column, and the index of the first row below the head; empty for a table of other facts."""
    for index, row in enumerate(grid.rows[:3]):
        columns: Columns = {}
        for at, (start, end) in enumerate(row):
            words = " ".join(text[start:end].lower().split())
            name = next(
                (name for name, pattern in column_patterns() if words and pattern.search(words)), None
            )
            if name and name not in columns:
                columns[name] = at
        if "text" in columns and ("lead" in columns or "time" in columns or "coordinators" in columns):
            return columns, index + 1
    return {}, 0


def rows_of(text: str, grids: list[Grid], index: int) -> list[Row]:
    """The groups and tasks of a table; a table without a head goes on with the head of the one before."""
    grid = grids[index]
    columns, first = columns_of(text, grid)
    before = index
    while not columns and before > 0 and len(grids[before - 1].rows[0]) == len(grid.rows[0]):
        before -= 1
        columns, _ = columns_of(text, grids[before])
    if not columns:
        return []
    rows: list[Row] = []
    for spans in grid.rows[first:]:
        row = _row(text, spans, columns)
        if row is None:
            continue
        if not row.text:
            if rows and not rows[-1].group:
                _continue(rows[-1], row)
            continue
        rows.append(row)
    _mark_groups(rows)
    return rows


def _row(text: str, spans: tuple[Span, ...], columns: Columns) -> Row | None:
    cells = [" ".join(text[start:end].split()) for start, end in spans]
    if all(_NUMBERING.match(cell) for cell in cells):
        return None
    at = columns["text"]
    label = cells[columns["number"]] if "number" in columns and columns["number"] < len(cells) else ""
    filled = [i for i, cell in enumerate(cells) if cell and i != columns.get("number")]
    if (
        at >= len(cells)
        or not cells[at]
        and len(filled) == 1
        and len(cells[filled[0]]) > 12
        and filled[0] not in _others(columns)
    ):
        at = filled[0] if filled else 0
    if not cells[at] and len(filled) == 0 and len(label) > 6:
        at, label = columns["number"], ""
    words = _bare(cells[at])
    row = Row(label.strip(" ."), words, spans[at] if at < len(spans) else (0, 0))
    lead = len(text[spans[at][0] : spans[at][1]]) - len(text[spans[at][0] : spans[at][1]].lstrip(" -–+"))
    row.span = (spans[at][0] + lead, spans[at][1])
    for name, column in columns.items():
        if name in ("number", "text") or column >= len(cells) or column == at or not cells[column]:
            continue
        row.values[name] = (
            spans[column][0],
            text[spans[column][0] : spans[column][1]].replace("\n", "; ").strip(),
        )
    row.group = not row.values and (
        bool(_GROUP.match(row.label)) or is_caps(words) or len(filled) <= 1 and not row.label
    )
    return row


def _others(columns: Columns) -> set[int]:
    return {column for name, column in columns.items() if name not in ("text", "number")}


def _bare(words: str) -> str:
    return words.lstrip("-–+ ").removesuffix("./.")


def _continue(row: Row, rest: Row) -> None:
    """A row that only goes on with the cells of the one above."""
    for name, (start, words) in rest.values.items():
        if name not in row.values:
            row.values[name] = (start, words)


def _mark_groups(rows: list[Row]) -> None:
    """A row with a number and no parties, above rows that have them, is a group as well."""
    facts = sum(bool(row.values) for row in rows)
    for row, below in zip(rows, rows[1:], strict=False):
        if not row.values and facts * 2 > len(rows) and below.values and len(row.text) < 250:
            row.group = True
        if row.group and row.label == "" and (found := re.match(r"^([IVX]+|[A-Z]|\d+)[.)]\s+", row.text)):
            row.label, row.text = found[1], row.text[found.end() :]
