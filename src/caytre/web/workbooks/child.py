"""The child process that opens a workbook: ``python -m caytre.web.workbooks.child xlsx``.

A workbook of some kilobytes can claim seventeen thousand million cells: only so many rows and columns are looked
at, under limits of memory and time, and the process can open no file and no connection.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from typing import Any

from openpyxl import Workbook, load_workbook

from vanban.files import wire
from vanban.files.limits import close_doors, limit_seconds

MEMORY = 512 << 20
SECONDS = 20
ROWS, COLUMNS, LONGEST = 5_002, 30, 1_000  # the headings, 5,000 rows, and one to see that there are more


def serve(read: Callable[[bytes], object]) -> int:
    """Answer each workbook with what is read in it as JSON, or with nothing where it cannot be read."""
    stream_in, stream_out = sys.stdin.buffer, sys.stdout.buffer
    read(_small())  # everything that reading needs is loaded by then
    close_doors(MEMORY)
    while (data := wire.take(stream_in)) is not None:
        limit_seconds(SECONDS)
        wire.put(stream_out, data=_answer(data, read))
    return 0


def rows_of(data: bytes) -> dict[str, list[list[str]]]:
    """By sheet the cells as text, dates as ISO; what is empty at the end of a row or sheet is left out."""
    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    sheets = {}
    for sheet in book.worksheets[:10]:
        rows = [_said(row) for row in islice(_rows(sheet), ROWS)]
        while rows and not rows[-1]:
            rows.pop()
        sheets[sheet.title] = rows
    return sheets


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # what a sheet says of its size is not to be trusted
    return sheet.iter_rows(max_row=ROWS, max_col=COLUMNS, values_only=True)  # type: ignore[no-any-return]


def _said(row: tuple[Any, ...]) -> list[str]:
    cells = [text_of(cell) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def text_of(cell: Any, *, longest: int = LONGEST) -> str:
    """A value as text, dates as ISO."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()[:longest]


def _small() -> bytes:
    book = Workbook()
    book.active.append(["Một", 2, 2.5, datetime(2031, 3, 1)])  # type: ignore[union-attr]
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _answer(data: bytes, read: Callable[[bytes], object]) -> bytes:
    try:
        return json.dumps(read(data), ensure_ascii=False).encode("utf-8", "replace")
    except Exception as error:  # whatever a broken file makes openpyxl do, the next one is read
        sys.stderr.write(f"{type(error).__name__}\n")
        return b""


if __name__ == "__main__":
    sys.exit(serve(rows_of))
