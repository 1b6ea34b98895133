"""Workbooks that are written: every cell is text, whatever it begins with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST = 32_000
_WRAPPED, _BOLD = Alignment(wrap_text=True, vertical="top"), Font(bold=True)


def row(sheet: Worksheet, *, number: int, words: Iterable[str], bold: bool = False) -> None:
    """Write the cells of a row. None may become a formula, also when it is edited later."""
    for column, word in enumerate(words, start=1):
        cell = sheet.cell(number, column)
        assert isinstance(cell, Cell)
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", word)[:_LONGEST] or None
        if cell.value is None:
            continue
        cell.data_type = "s"
        cell.quotePrefix = True
        cell.alignment = _WRAPPED
        if bold:
            cell.font = _BOLD


def add_sheet(book: Workbook, *, title: str, rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
    """A sheet with its headings in the first row, which stay in sight."""
    sheet = book.create_sheet(title)
    for number, words in enumerate(rows, start=1):
        row(sheet, number=number, words=words, bold=number == 1)
    for place, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + place)].width = width
    sheet.freeze_panes = "A2"


def empty() -> Workbook:
    """A workbook without a sheet."""
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    return book


def file_of(book: Workbook) -> bytes:
    """The workbook as a file."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def streamed(rows: Iterable[Sequence[str]], *, title: str, widths: Sequence[int]) -> bytes:
    """A workbook of one long sheet, written row by row: the rows are never in memory together. The headings are its
    first row, which stays in sight and is printed on each page."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for place, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + place)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for number, words in enumerate(rows):
        sheet.append([_text(sheet, word, bold=number == 0) for word in words])
    return file_of(book)


def _text(sheet: Any, word: str, *, bold: bool) -> WriteOnlyCell | None:
    """A cell that is text, whatever it begins with."""
    said = ILLEGAL_CHARACTERS_RE.sub("", word)[:_LONGEST]
    if not said:
        return None
    cell = WriteOnlyCell(sheet)
    cell.value = said
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.alignment = _WRAPPED
    if bold:
        cell.font = _BOLD
    return cell
