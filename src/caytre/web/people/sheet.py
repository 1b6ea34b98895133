"""Many people at once, from a spreadsheet: what it would do, and the workbook to fill in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from caytre.accounts.queries import sheets
from caytre.core.refusals import Refused
from caytre.units.rules.capacity import ROLES
from caytre.units.rules.people import can_see_people
from caytre.units.rules.sheets import PEOPLE_COLUMNS, PEOPLE_SHEET
from caytre.web.accounts.guard import administering
from caytre.web.session import person
from caytre.web.wording import said
from caytre.web.workbooks.incoming import sheet_of
from caytre.web.workbooks.sealed import seal
from caytre.web.workbooks.writing import XLSX, add_sheet, empty, file_of

EXAMPLES = (
    ("an.tran", "Trần Thị An", "UBND xã Suối Trúc, tỉnh Bến Mây", "Văn thư", "05/3/2031"),
    ("an.tran", "", "UBND xã Suối Trúc, tỉnh Bến Mây", "Cán bộ đầu mối", ""),
    ("binh.lo", "Lò Văn Bình", "Phòng Kinh tế xã Suối Trúc, tỉnh Bến Mây", "Cán bộ thực hiện", ""),
)
SHOWN = 500  # rows of what would be done


@require_http_methods(["GET", "HEAD", "POST"])
@administering
def show(request: HttpRequest) -> HttpResponse:
    """The form; when a file came, what it would do and each wrong cell. Nothing is kept. Raises NoPeople."""
    user = person(request)
    can_see_people(user).or_raise()
    if request.method != "POST":
        return render(request, "people/import.html")
    try:
        sheet = sheet_of(request, sheet=PEOPLE_SHEET, columns=PEOPLE_COLUMNS)
        checked = sheets.check(sheet.rows, by=user, on=timezone.localdate())
        sealed = "" if checked.faults else seal(sheet, mark=checked.mark, by=user)
    except Refused as refusal:
        return render(request, "people/import.html", {"problem": said(refusal)}, status=422)
    rows = [row for row in checked.rows if row.deed != "nothing"]
    context = {
        "sheet": sheet,
        "sealed": sealed,
        "faults": [(fault.cell, said(fault)) for fault in checked.faults],
        "rows": [(row, _(ROLES[row.line.role])) for row in rows[:SHOWN]],
        "more": max(0, len(rows) - SHOWN),
        "new": len(checked.logins),
        "posts": len(rows),
        "unchanged": len(checked.rows) - len(rows),
    }
    return render(request, "people/import.html", context)


@require_safe
@administering
def template(request: HttpRequest) -> HttpResponse:
    """The workbook to fill in: headings, the roles, and examples. Raises NoPeople."""
    can_see_people(person(request)).or_raise()
    book = empty()
    widths = (22, 28, 48, 22, 14)
    add_sheet(book, title=PEOPLE_SHEET, rows=[PEOPLE_COLUMNS], widths=widths)
    add_sheet(book, title="Vai trò", rows=[["Vai trò"], *([name] for name in ROLES.values())], widths=(24,))
    add_sheet(book, title="Ví dụ", rows=[PEOPLE_COLUMNS, *EXAMPLES], widths=widths)
    headers = {"Content-Disposition": 'attachment; filename="nguoi-dung.xlsx"'}
    return HttpResponse(file_of(book), content_type=XLSX, headers=headers)
