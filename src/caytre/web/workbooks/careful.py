"""The child process that opens a workbook whose cells are to be known one by one: which are formulas or faults of
them, which are joined, whether it holds a program. ``python -m caytre.web.workbooks.careful xlsx``.
"""

from __future__ import annotations

import re
import sys
import zipfile
from io import BytesIO
from itertools import islice
from typing import IO, Any

from openpyxl import load_workbook

from caytre.web.workbooks.child import COLUMNS, ROWS, serve, text_of

LONGEST = 32_767
"""So many characters fit in a cell."""
_MOST = 4 << 20
"""Characters of all cells together."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_TAIL = 256
_MOST_MERGED = 1_000


def book_of(data: bytes) -> dict[str, Any]:
    """``sheets`` by title: rows of text, ``odd`` cells by place ("formula", "error"), ``merged`` ranges."""
    book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
    with zipfile.ZipFile(BytesIO(data)) as package:
        has_program = any(name.lower().endswith("vbaproject.bin") for name in package.namelist())
        sheets = {
            sheet.title: _sheet(sheet) | {"merged": _merged(package, sheet)} for sheet in book.worksheets[:10]
        }
    return {"sheets": sheets, "has_program": has_program}


def _sheet(sheet: Any) -> dict[str, Any]:
    sheet.reset_dimensions()  # what a sheet says of its size is not to be trusted
    rows: list[list[str]] = []
    odd: dict[str, str] = {}
    size = 0
    for number, row in enumerate(islice(sheet.iter_rows(max_row=ROWS, max_col=COLUMNS), ROWS), start=1):
        rows.append([text_of(cell.value, longest=LONGEST) for cell in row])
        size += sum(map(len, rows[-1]))
        if size > _MOST:
            raise MemoryError
        odd |= {
            f"{cell.column_letter}{number}": "formula" if cell.data_type == "f" else "error"
            for cell in row
            if cell.value is not None and cell.data_type in ("f", "e")
        }
    while rows and not any(rows[-1]):
        rows.pop()
    return {"rows": rows, "odd": odd}


def _merged(package: zipfile.ZipFile, sheet: Any) -> list[str]:
    """The joined ranges, which stand behind all rows of a sheet."""
    found: list[str] = []
    with package.open(sheet._worksheet_path.lstrip("/")) as part:
        for piece in _pieces(part):
            found += [one.decode() for one in _MERGED.findall(piece)]
            if len(found) > _MOST_MERGED:
                break
    return list(dict.fromkeys(found))


def _pieces(part: IO[bytes]) -> Any:
    rest = b""
    while chunk := part.read(1 << 20):
        yield rest + chunk
        rest = chunk[-_TAIL:]


if __name__ == "__main__":
    sys.exit(serve(book_of))
