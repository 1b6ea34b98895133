"""Many units at once, from a spreadsheet: first what it would do, then all of it or nothing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from caytre import flows
from caytre.core.refusals import Refused
from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.units.rules.permissions import can_change_any
from caytre.units.rules.sheets import UNIT_COLUMNS, UNIT_SHEET
from caytre.web.accounts.guard import administering
from caytre.web.session import person
from caytre.web.wording import said
from caytre.web.workbooks.incoming import sheet_of
from caytre.web.workbooks.sealed import seal, unseal
from caytre.web.workbooks.writing import XLSX, add_sheet, empty, file_of

EXAMPLES = (
    (
        "Trạm Khuyến nông xã Suối Trúc", "trạm", "Phòng Kinh tế xã Suối Trúc, tỉnh Bến Mây", "", "05/3/2031",
        "Quyết định số 12/QĐ-UBND ngày 01/3/2031",
    ),
    ("Tổ Vườn ươm", "tổ", "Trạm Khuyến nông xã Suối Trúc", "", "05/3/2031", "Quyết định số 12/QĐ-UBND ngày 01/3/2031"),
)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@administering
def show(request: HttpRequest) -> HttpResponse:
    """The form; when a file came, what it would do and each wrong cell. Nothing is kept. Raises MayNotChange."""
    user = person(request)
    can_change_any(user).or_raise()
    if request.method != "POST":
        return render(request, "units/sheet.html")
    try:
        sheet = sheet_of(request, sheet=UNIT_SHEET, columns=UNIT_COLUMNS)
        checked = flows.try_founding(sheet.rows, by=user, at=timezone.now())
        sealed = "" if checked.faults else seal(sheet, mark=checked.mark, by=user)
    except Refused as refusal:
        return render(request, "units/sheet.html", {"problem": said(refusal)}, status=422)
    among, today = directory(), timezone.localdate()
    names = {row.row: row.name for row in checked.rows}
    rows = [
        (row, names.get(row.parent_row) or name_of(row.parent, among=among, on=today)) for row in checked.rows
    ]
    faults = [(fault.cell, said(fault)) for fault in checked.faults]
    context = {
        "sheet": sheet, "sealed": sealed, "faults": faults, "rows": [pair for pair in rows if not pair[0].is_known],
        "unchanged": sum(row.is_known for row in checked.rows),
    }  # fmt: skip
    return render(request, "units/sheet.html", context)


@require_POST
@administering
def confirm(request: HttpRequest) -> HttpResponse:
    """Do what was shown. Raises SealBroken, SheetIsOld, MayNotChange."""
    by = person(request)
    can_change_any(by).or_raise()
    sheet, mark = unseal(request.POST.get("sealed", ""), by=by)
    try:
        done = len(flows.found_all(sheet.rows, mark=mark, by=by, at=timezone.now()).new)
    except flows.SheetIsOld:
        now = flows.try_founding(sheet.rows, by=by, at=timezone.now())
        if now.faults or now.new:
            raise
        return redirect("units")  # the same form was sent twice
    messages.success(request, ngettext("Đã lập %(n)s đơn vị.", "Đã lập %(n)s đơn vị.", done) % {"n": done})
    return redirect("units")


@require_safe
@administering
def template(request: HttpRequest) -> HttpResponse:
    """The workbook to fill in: headings, and examples. Raises MayNotChange."""
    can_change_any(person(request)).or_raise()
    book = empty()
    widths = (44, 14, 44, 12, 14, 40)
    add_sheet(book, title=UNIT_SHEET, rows=[UNIT_COLUMNS], widths=widths)
    add_sheet(book, title="Ví dụ", rows=[UNIT_COLUMNS, *EXAMPLES], widths=widths)
    headers = {"Content-Disposition": 'attachment; filename="don-vi.xlsx"'}
    return HttpResponse(file_of(book), content_type=XLSX, headers=headers)
