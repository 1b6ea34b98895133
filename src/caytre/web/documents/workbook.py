"""The tasks of a document as a workbook."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from caytre.documents.rules.facts import Facts
from caytre.web import wording
from caytre.web.workbooks.writing import file_of, row

_WIDTHS = (6, 10, 70, 32, 32, 24, 24, 14, 14, 30, 10)


def workbook_of(facts: Facts, *, title: str, note: str) -> bytes:
    """A workbook with a sheet of tasks and a sheet that says what they are and where they come from."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = _("Nhiệm vụ")
    row(sheet, number=1, words=_headings(), bold=True)
    for index, task in enumerate(facts.content["tasks"]):
        touched = any(
            path.startswith(f"tasks.{index}.") or path == f"tasks.{index}" for path in facts.corrected
        )
        row(sheet, number=index + 2, words=[str(index + 1), *_cells(task), _("Có") if touched else ""])
    for place, width in enumerate(_WIDTHS):
        sheet.column_dimensions[chr(ord("A") + place)].width = width
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    _about(book.create_sheet(_("Nguồn")), facts, title, note)
    return file_of(book)


def _headings() -> list[str]:
    return [
        _("STT"), _("Mục"), _("Nội dung nhiệm vụ"), _("Chủ trì"), _("Phối hợp"), _("Thời gian"), _("Nghĩa là"),
        _("Từ ngày"), _("Đến hạn"), _("Sản phẩm"), _("Đã sửa"),
    ]  # fmt: skip


def _cells(task: dict[str, Any]) -> list[str]:
    time = task["time"] or {"raw": "", "start": None, "due": None}
    return [
        task["section"] or "", task["text"], "; ".join(unit["name"] for unit in task["lead"]),
        "; ".join(unit["name"] for unit in task["coordinators"]), time["raw"] or "", wording.time(task["time"]),
        wording.day(time["start"]), wording.day(time["due"]), task["product"] or "",
    ]  # fmt: skip


def _about(sheet: Worksheet, facts: Facts, title: str, note: str) -> None:
    header = facts.content["header"]
    rows = [
        (_("Văn bản"), title),
        (_("Số, ký hiệu"), header["code"] or ""),
        (_("Cơ quan ban hành"), header["issuer"] or ""),
        (_("Ngày"), wording.day(header["date"])),
        (_("Ghi chú"), note),
    ]
    for number, words in enumerate(rows, start=1):
        row(sheet, number=number, words=words)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 100
