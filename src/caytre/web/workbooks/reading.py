"""A workbook that somebody filled in, as rows of named cells."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caytre.core.refusals import Refused, gettext_noop
from caytre.web.workbooks.child import ROWS
from vanban.files.guard import check_end
from vanban.files.pool import Child

MOST_BYTES = 8 << 20


class NoWorkbook(Refused):
    sentence = gettext_noop(
        "Không mở được tệp này như một bảng tính .xlsx. Hãy tải biểu mẫu về, điền vào rồi lưu lại thành .xlsx."
    )


class NoSheet(Refused):
    sentence = gettext_noop(
        "Không thấy trang tính “%(sheet)s” với các cột: %(columns)s. Hãy dùng biểu mẫu tải từ trang này."
    )


class TooManyRows(Refused):
    sentence = gettext_noop("Bảng tính có hơn %(limit)s dòng. Hãy chia thành nhiều tệp.")


@dataclass(frozen=True, slots=True)
class Row:
    """One filled row: ``number`` as the spreadsheet counts, cells by heading, and where each stands ("B7")."""

    number: int
    cells: Mapping[str, str]
    places: Mapping[str, str]


def rows_of(path: Path, *, sheet: str, columns: Sequence[str]) -> list[Row]:
    """The rows under the headings. A sheet of another name counts where it is the only one.

    Raises :class:`NoWorkbook`, :class:`NoSheet`, :class:`TooManyRows`.
    """
    sheets = sheets_of(path)
    table = sheets.get(sheet) or (next(iter(sheets.values())) if len(sheets) == 1 else [])
    headings = [heading.strip().rstrip("*").strip() for heading in table[0]] if table else []
    if any(column not in headings for column in columns):
        raise NoSheet(sheet=sheet, columns=", ".join(columns))
    if len(table) >= ROWS:
        raise TooManyRows(limit=ROWS - 2)
    letters = {heading: letter(place) for place, heading in enumerate(headings)}
    found = []
    for number, cells in enumerate(table[1:], start=2):
        named = dict(zip(headings, [*cells, *[""] * len(headings)], strict=False))
        if any(named[column] for column in columns):
            places = {column: f"{letters[column]}{number}" for column in columns}
            found.append(Row(number, {column: named[column] for column in columns}, places))
    return found


def sheets_of(path: Path) -> dict[str, list[list[str]]]:
    """The cells of each sheet. Raises :class:`NoWorkbook`."""
    sheets: dict[str, list[list[str]]] = read_by(path, module="caytre.web.workbooks.child")
    return sheets


def read_by(path: Path, *, module: str) -> Any:
    """What the child of this module reads in the workbook, apart from this process. Raises :class:`NoWorkbook`."""
    data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
    try:
        check_end(data)
    except Exception:
        raise NoWorkbook from None
    child = Child("xlsx", module=module, wait=30)
    try:
        answer = child.ask(data)
    finally:
        child.end()
    if not answer:
        raise NoWorkbook
    return json.loads(answer)


def letter(place: int) -> str:
    """What a spreadsheet calls a column, counted from 0."""
    return chr(ord("A") + place) if place < 26 else f"A{chr(ord('A') + place - 26)}"
