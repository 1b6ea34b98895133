"""The annex as a workbook: written to be edited and printed, and read when it comes back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from openpyxl.styles import Border, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from caytre.core.refusals import Refused, gettext_noop
from caytre.units.rules.sheets import Fault
from caytre.web.plans.annex import marks
from caytre.web.workbooks.child import ROWS
from caytre.web.workbooks.reading import Row, TooManyRows, letter, read_by
from caytre.web.workbooks.writing import empty, file_of, row
from caytre.work.models import Plan
from caytre.work.rules.annexes import FIELDS, Line, Sent, digest, opened, parted

SHEET, SEAL = "Phụ lục", "Dấu"
ORDINAL, KEY, MARK = "STT", "Mã nhiệm vụ", "Dấu của dòng"
NAMES: Mapping[str, str] = {
    "text": "Nội dung nhiệm vụ",
    "lead": "Cơ quan chủ trì",
    "coordinators": "Cơ quan phối hợp",
    "time": "Thời gian",
    "product": "Sản phẩm",
}
COLUMNS = (ORDINAL, *NAMES.values(), KEY, MARK)
MOST = 3_000
_WIDTHS = (6, 60, 26, 34, 26, 30)
_HEADING = "#"
_TOP = 10
_THIN = Side(style="thin", color="808080")
FORMULA = gettext_noop("Ô này là công thức. Hãy thay bằng chữ (dán giá trị) rồi gửi lại.")
ERROR = gettext_noop("Ô này báo lỗi tính toán. Hãy ghi lại bằng chữ rồi gửi lại.")
MERGED = gettext_noop("Các ô %(range)s đang gộp. Hãy bỏ gộp để mỗi nhiệm vụ có đủ các ô của mình.")
HEADING = gettext_noop(
    "Đề mục “%(value)s” lấy theo văn bản nên không đổi qua bảng tính; chữ vừa sửa không được ghi."
)


class HasProgram(Refused):
    sentence = gettext_noop(
        "Tệp này có macro nên không nhận. Hãy lưu lại thành .xlsx không có macro rồi gửi."
    )


class NoTable(Refused):
    sentence = gettext_noop(
        "Không thấy dòng tiêu đề với các cột: %(columns)s. Hãy giữ nguyên tiêu đề, kể cả các cột ẩn, khi sửa."
    )


@dataclass(frozen=True, slots=True)
class Book:
    """What came back: its rows, when it went out, and what in its cells cannot be read."""

    rows: tuple[Row, ...]
    went_out: datetime
    faults: tuple[Fault, ...]


def book_of(lines: Sequence[Line], *, plan: Plan, headed: str, at: datetime) -> bytes:
    """The annex as .xlsx: each task a row under the headings of its document; two hidden columns and a hidden sheet
    know it again. ``headed`` is printed above every page."""
    book = empty()
    sheet = book.create_sheet(SHEET)
    _lay_out(sheet, headed)
    row(sheet, number=1, words=COLUMNS, bold=True)
    number, ordinal, above = 1, 0, list[str]()
    for line in lines:
        titles = line.heading.split("\n") if line.heading else []
        for level, title in opened(above, titles=titles):
            number += 1
            ((label, words),) = parted(title)
            row(
                sheet,
                number=number,
                words=(label, words, "", "", "", "", _HEADING, f"{level}.{digest(title)}"),
                bold=True,
            )
        above = titles
        number, ordinal = number + 1, ordinal + 1
        cells = (str(ordinal), *(line.values[name] for name in FIELDS), str(line.key))
        row(sheet, number=number, words=(*cells, marks.mark_of(line, plan=plan.pk)))
    _frame(sheet, number)
    sealed = book.create_sheet(SEAL)
    sealed.sheet_state = "hidden"
    row(sealed, number=1, words=(marks.seal_of(plan, at=at),))
    return file_of(book)


def read_back(path: Path, *, plan: Plan) -> Book:
    """The rows of an annex that came back.

    Raises NoWorkbook, :class:`HasProgram`, NotOurs, OfAnotherPlan, :class:`NoTable`, TooManyRows.
    """
    found = read_by(path, module="caytre.web.workbooks.careful")
    if found["has_program"]:
        raise HasProgram
    sheets = found["sheets"]
    seal = sheets.get(SEAL, {}).get("rows") or [[""]]
    at = marks.went_out((seal[0] or [""])[0], plan=plan)
    sheet = next(
        (one for title, one in sheets.items() if title != SEAL and _head(one["rows"]) is not None), None
    )
    if sheet is None:
        raise NoTable(columns=", ".join(COLUMNS))
    if len(sheet["rows"]) >= min(MOST, ROWS):
        raise TooManyRows(limit=MOST)
    rows = tuple(_rows(sheet["rows"]))
    return Book(rows, at, tuple(_faults(sheet, rows)))


def sent_of(rows: Iterable[Row], *, plan: UUID) -> list[Sent]:
    """The rows of tasks, old and new, each with the headings above it."""
    found, above = list[Sent](), list[str]()
    for one in rows:
        if one.cells[KEY].startswith(_HEADING):
            level = int(one.cells[MARK][:1]) if one.cells[MARK][:1].isdecimal() else len(above) + 1
            above = [*above[: max(0, level - 1)], _title(one)]
        else:
            found.append(_sent(one, plan, "\n".join(above)))
    return found


def notes_of(rows: Iterable[Row]) -> list[Fault]:
    """Headings that somebody edited, which stay as they are."""
    return [
        Fault(one.places[NAMES["text"]], HEADING, {"value": _title(one)[:80]})
        for one in rows
        if one.cells[KEY].startswith(_HEADING) and one.cells[MARK][2:] != digest(_title(one))
    ]


def _title(one: Row) -> str:
    label, words = one.cells[ORDINAL], " ".join(one.cells[NAMES["text"]].split())
    return f"{label}. {words}" if label else words


def _sent(one: Row, plan: UUID, heading: str) -> Sent:
    values = {name: one.cells[column] for name, column in NAMES.items()}
    places = {name: one.places[column] for name, column in NAMES.items()}
    if not one.cells[KEY]:
        return Sent(one.number, None, {}, values, places, heading)
    try:
        key = UUID(one.cells[KEY])
    except ValueError:
        return Sent(one.number, None, {}, values, places, heading, is_broken=True)
    base = marks.base_of(one.cells[MARK], key=key, plan=plan)
    return Sent(one.number, key, base or {}, values, places, heading, is_broken=base is None)


def _head(rows: Sequence[Sequence[str]]) -> int | None:
    """Where the headings stand: people put a title above them."""
    return next((at for at, cells in enumerate(rows[:_TOP]) if set(COLUMNS) <= set(map(_one, cells))), None)


def _one(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


def _rows(table: Sequence[Sequence[str]]) -> Iterable[Row]:
    head = _head(table)
    assert head is not None
    columns = {column: [_one(cell) for cell in table[head]].index(column) for column in COLUMNS}
    for number, cells in enumerate(table[head + 1 :], start=head + 2):
        if any(cells):
            known = {
                c: unicodedata.normalize("NFC", cells[at]) if at < len(cells) else ""
                for c, at in columns.items()
            }
            yield Row(number, known, {c: f"{letter(at)}{number}" for c, at in columns.items()})


def _faults(sheet: Mapping[str, dict[str, str]], rows: Sequence[Row]) -> Iterable[Fault]:
    """Formulas and joined cells; one may join the cells of a heading."""
    places = {place: one for one in rows for place in one.places.values()}
    for place, kind in sheet["odd"].items():
        if place in places:
            yield Fault(place, FORMULA if kind == "formula" else ERROR, {})
    headings = {one.number for one in rows if one.cells[KEY].startswith(_HEADING)}
    below = {one.number for one in rows}
    for joined in sheet["merged"]:
        first, last = (int("".join(filter(str.isdigit, end))) for end in joined.split(":"))
        if below & set(range(first, min(last, ROWS) + 1)) and not (first == last and first in headings):
            yield Fault(joined.split(":")[0], MERGED, {"range": joined})


def _lay_out(sheet: Worksheet, headed: str) -> None:
    for at, width in enumerate(_WIDTHS):
        sheet.column_dimensions[letter(at)].width = width
    for at in range(len(_WIDTHS), len(COLUMNS)):
        sheet.column_dimensions[letter(at)].hidden = True
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddHeader.center.text = headed[:200].replace("&", "&&")
    sheet.oddFooter.center.text = "&P/&N"


def _frame(sheet: Worksheet, last: int) -> None:
    """Lines around the cells that are printed."""
    line = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
    for cells in sheet.iter_rows(min_row=1, max_row=last, max_col=len(_WIDTHS)):
        for cell in cells:
            cell.border = line
    sheet.print_area = f"A1:{letter(len(_WIDTHS) - 1)}{last}"
