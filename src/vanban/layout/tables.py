"""Tables in crawled text: one cell a line between bare ``|``, or one row a line ``| a | b |``."""

from __future__ import annotations

import re

Cell = list[str]
Row = list[Cell]

_ROW_START = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVXLC]{1,6}[.)]?|[A-ZĐa-zđ][.)]?|\(\d+\)|S?TT)$")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RULE_ROW = re.compile(r"^\|(?:\s*:?-{2,}:?\s*\|)+\s*$")


def is_bar(line: str) -> bool:
    return line.strip() == "|"


def is_row(line: str) -> bool:
    """A whole row on one line: ``| a | b |``."""
    return line[:1] == "|" and len(line) > 2 and line[-1] == "|" and line.count("|") >= 3


def rows_of_lines(lines: list[str]) -> list[Row]:
    """The rows of a table with one row a line; the rule under the head is no row."""
    rows: list[Row] = []
    for line in lines:
        if _RULE_ROW.match(line.strip()):
            continue
        cells = line.strip()[1:-1].split("|")
        rows.append([[part.strip() for part in _BREAK.split(cell) if part.strip()] for cell in cells])
    return rows


def rows_of_bars(parts: list[Cell]) -> list[Row]:
    """The rows of a table whose cells are closed by bare bars.

    ``parts`` holds what stands between the bars, in order; an empty part is an empty cell or the
    step from one row to the next. The count of columns decides, then the look of the next cell.
    """
    width = _head_width(parts)
    rows: list[Row] = [[]]
    index = 0
    while index < len(parts):
        if parts[index]:
            rows[-1].append(parts[index])
            index += 1
            continue
        gaps = 0
        while index < len(parts) and not parts[index]:
            gaps += 1
            index += 1
        _close(rows, gaps, parts[index] if index < len(parts) else [], width)
    return [row for row in rows if any(row)]


def _close(rows: list[Row], gaps: int, following: Cell, width: int) -> None:
    """Spend ``gaps`` empty parts on empty cells and, where a row ends, on the step to the next."""
    row = rows[-1]
    ends = not row or len(row) + gaps - 1 >= width or _starts_row(following) or not following
    if ends:
        row.extend([] for _ in range(min(gaps - 1, max(width - len(row), 0))))
        rows.append([])
    else:
        row.extend([] for _ in range(gaps))


def _starts_row(cell: Cell) -> bool:
    return bool(cell) and len(cell) == 1 and _ROW_START.match(cell[0]) is not None


def _head_width(parts: list[Cell]) -> int:
    """Columns of the first row whose end is plain: the head, which starts with a number column."""
    start = next(
        (i for i, part in enumerate(parts) if part and part[0] in ("TT", "STT", "Stt", "S TT")), None
    )
    if start is None:
        return 2
    count = 0
    for part in parts[start:]:
        if not part:
            break
        count += 1
    return max(count, 2)
