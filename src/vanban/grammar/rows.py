"""Rows of a task table: which column holds what, which rows are groups, which are tasks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vanban.grammar.lexicon import column_patterns
from vanban.model import Grid, Span

Columns = dict[str, int]
Heads = dict[tuple[int, bool], Columns]
"""The columns of tables that were looked at, by their index and whether they stand in an annex."""
_PARTIES = {"lead", "time", "coordinators"}
_NAMES_UNITS = re.compile(r"/.*(?:cơ quan|đơn vị|địa phương|chủ đầu tư)")
_NUMBERING = re.compile(r"^[(\[]?(?:\d{1,2}|[a-z]|[IVX]+)?[)\]]?$")
_WORD = re.compile(r"[^\W\d_]{2}")
_GROUP = re.compile(r"^(?:[IVX]+|[A-HĐ])[.)]?$")


@dataclass(slots=True)
class Row:
    """One row below the head. ``values``: field → the lines of its other cells, each with its start.

    ``by_unit``: the head says that groups name who does what stands below them. ``spanned``: the cell of its
    number, and others that it lacks, are those of the row above.
    """

    label: str
    text: str
    span: Span
    group: bool = False
    by_unit: bool = False
    spanned: bool = False
    values: dict[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)


def columns_of(text: str, *, grid: Grid, annex: bool) -> tuple[Columns, int]:
    """Field → column, and the index of the first row below the head; empty for a table of other facts.

    In an annex a column of contents is enough: its rows are tasks, except where another column counts or
    prices what they name ("figure").
    """
    for index, row in enumerate(grid.rows[:3]):
        columns: Columns = {}
        for at, (start, end) in enumerate(row):
            words = " ".join(text[start:end].lower().split())
            name = next(
                (name for name, pattern in column_patterns() if words and pattern.search(words)), None
            )
            if name and name not in columns:
                columns[name] = at
                if name == "text" and _NAMES_UNITS.search(words):
                    columns["by_unit"] = at
        if _PARTIES & columns.keys():
            columns.pop("figure", None)
        if "text" in columns and (annex and "number" in columns or _PARTIES & columns.keys()):
            return columns, index + 1
    return {}, 0


def rows_of(text: str, *, grids: list[Grid], index: int, annex: bool, heads: Heads) -> list[Row]:
    """The groups and tasks of a table; a table without a head goes on with the head of the one before.

    ``heads`` keeps from table to table what was found.
    """
    columns, first = _head_of(text, grids, index, annex=annex, heads=heads)
    rows: list[Row] = []
    for spans in grids[index].rows[first:] if columns else ():
        row = _row(text, spans, columns)
        if row is None or row.text.lower().startswith(("tổng số", "tổng cộng", "cộng")):
            continue
        if row.spanned and rows:
            _continue(row, rows[-1])
        if row.text:
            rows.append(row)
        elif rows and not rows[-1].group:
            _continue(rows[-1], row)
    _mark_groups(rows)
    if "figure" in columns:
        rows = [row for row in rows if row.group and _GROUP.match(row.label)]
    for row in rows:
        row.by_unit = row.group and "by_unit" in columns
    return rows


def _head_of(text: str, grids: list[Grid], index: int, *, annex: bool, heads: Heads) -> tuple[Columns, int]:
    """The columns of a table: its own, or those of the table that it goes on with."""
    columns, first = columns_of(text, grid=grids[index], annex=annex)
    before = index
    while not columns and before > 0 and len(grids[before - 1].rows[0]) == len(grids[index].rows[0]):
        before -= 1
        if (before, annex) in heads:
            columns = heads[before, annex]
            break
        columns, _ = columns_of(text, grid=grids[before], annex=annex)
    heads.update(dict.fromkeys(((at, annex) for at in range(before, index + 1)), columns))
    return columns, first


def _row(text: str, spans: tuple[Span, ...], columns: Columns) -> Row | None:
    cells = [" ".join(text[start:end].split()) for start, end in spans]
    spanned = _lacks_number(cells, columns)
    if spanned:
        columns = {name: column - 1 for name, column in columns.items() if name != "number"}
    if not any(map(_WORD.search, cells)) or all(_NUMBERING.match(cell) for cell in cells):
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
    words = _bare(cells[at]) if _WORD.search(cells[at]) else ""
    label = "" if label == cells[at] else label
    row = Row(label.strip(" ."), words, spans[at] if at < len(spans) else (0, 0), spanned=spanned)
    lead = len(text[spans[at][0] : spans[at][1]]) - len(text[spans[at][0] : spans[at][1]].lstrip(" -–+"))
    row.span = (spans[at][0] + lead, spans[at][1])
    for name, column in columns.items():
        if (
            name in ("number", "text", "by_unit", "figure")
            or column >= len(cells)
            or column == at
            or not cells[column]
        ):
            continue
        row.values[name] = _lines(text, spans[column])
    row.group = not row.values and (
        bool(_GROUP.match(row.label)) or words.isupper() or len(filled) <= 1 and not row.label
    )
    return row


def _lacks_number(cells: list[str], columns: Columns) -> bool:
    """A second task under one number: the crawled row begins with its text, since the number spans both."""
    if columns.get("number") != 0 or columns["text"] != 1 or not 2 <= len(cells) <= max(columns.values()):
        return False
    return len(cells[0]) > 30 and bool(cells[1]) and not _GROUP.match(cells[0])


def _lines(text: str, span: Span) -> tuple[tuple[int, str], ...]:
    start, pieces = span[0], []
    for line in text[span[0] : span[1]].split("\n"):
        pieces.append((start, line))
        start += len(line) + 1
    return tuple(pieces)


def _others(columns: Columns) -> set[int]:
    return {column for name, column in columns.items() if name not in ("text", "number", "by_unit", "figure")}


def _bare(words: str) -> str:
    return words.lstrip("-–+ ").removesuffix("./.")


def _continue(row: Row, other: Row) -> None:
    """What the one above or below says in a cell that spans both."""
    for name, lines in other.values.items():
        row.values.setdefault(name, lines)


def _mark_groups(rows: list[Row]) -> None:
    """A row with a number and no parties, above rows that have them, is a group as well."""
    facts = sum(bool(row.values) for row in rows)
    for row, below in zip(rows, rows[1:], strict=False):
        if not row.values and facts * 2 > len(rows) and below.values and len(row.text) < 250:
            row.group = True
        if not row.values and row.label and below.label.startswith(f"{row.label}."):  # "1" above "1.1"
            row.group = True
        if row.group and row.label == "" and (found := re.match(r"^([IVX]+|[A-Z]|\d+)[.)]\s+", row.text)):
            row.label, row.text = found[1], row.text[found.end() :]
