"""An official list of administrative units is looked at, then laid over the units."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from caytre.core.refusals import Refused, gettext_noop
from caytre.units.actions import official
from caytre.units.queries.official import compared
from caytre.units.rules.official import Listed
from caytre.units.rules.permissions import can_import
from caytre.web.accounts.guard import administering
from caytre.web.session import person
from caytre.web.units.looking import day
from caytre.web.wording import said
from caytre.web.workbooks.reading import Row, rows_of

SHEET = gettext_noop("Đơn vị hành chính")
COLUMNS = ("Mã", "Tên", "Loại", "Cấp trên")
NEEDED = COLUMNS[:3]
SHOWN = 100


class NoRows(Refused):
    sentence = gettext_noop("Chưa chọn tệp, hoặc tệp không có dòng nào. Hãy chọn tệp .xlsx rồi kiểm tra lại.")


class NoSource(Refused):
    sentence = gettext_noop("Hãy ghi danh mục này theo văn bản nào.")


@require_http_methods(["GET", "HEAD", "POST"])
@administering
def show(request: HttpRequest) -> HttpResponse:
    """The form; a file is compared; the rows that were looked at are laid over. Raises MayNotImport."""
    can_import(person(request)).or_raise()
    context: dict[str, Any] = {"columns": COLUMNS, "sheet": SHEET, "shown": SHOWN, "sent": request.POST}
    if request.method == "POST":
        try:
            if request.POST.get("step") == "do":
                return _do(request)
            context |= _check(request)
        except Refused as refusal:
            context["problem"] = said(refusal)
    return render(request, "units/national.html", context, status=422 if context.get("problem") else 200)


def _check(request: HttpRequest) -> dict[str, Any]:
    """What the list would do, or which cells are wrong."""
    rows, wrong = _listed(_read(request))
    if wrong:
        return {"wrong": wrong[:SHOWN], "wrong_total": len(wrong)}
    on = day(request.POST.get("on", ""), default=timezone.localdate())
    kept = json.dumps(
        [[one.row, one.code, one.name, one.kind, one.parent] for one in rows], ensure_ascii=False
    )
    return {"found": compared(rows, on=on), "rows": kept, "on": on, "number": len(rows)}


def _do(request: HttpRequest) -> HttpResponse:
    on = day(request.POST.get("on", ""), default=timezone.localdate())
    source = " ".join(request.POST.get("source", "").split())[:300]
    if not source:
        raise NoSource
    try:
        rows = [
            Listed(int(row), str(c), str(n), str(k), str(p))
            for row, c, n, k, p in json.loads(request.POST["rows"])
        ]
    except (KeyError, TypeError, ValueError):
        raise NoRows from None
    found = official.import_list(rows, on=on, source=source, by=person(request), at=timezone.now())
    messages.success(
        request,
        _("Đã nhập danh mục: %(sure)s mã được xác nhận, %(codes)s mã và %(names)s tên được sửa.")
        % {"sure": len(found.confirmed), "codes": len(found.recoded), "names": len(found.respelled)},
    )
    return redirect("units")


def _read(request: HttpRequest) -> list[Row]:
    file = request.FILES.get("file")
    if not isinstance(file, TemporaryUploadedFile):
        raise NoRows
    try:
        rows = rows_of(Path(file.temporary_file_path()), sheet=SHEET, columns=COLUMNS)
    finally:
        file.close()  # the spooled file goes as soon as it was dealt with
    if not rows:
        raise NoRows
    return rows


def _listed(rows: list[Row]) -> tuple[list[Listed], list[tuple[str, str]]]:
    """The rows as values, and the cells where something is missing, each with what."""
    wrong = [(row.places[column], column) for row in rows for column in NEEDED if not row.cells[column]]
    listed = [
        Listed(row.number, row.cells["Mã"], row.cells["Tên"], row.cells["Loại"], row.cells["Cấp trên"])
        for row in rows
    ]
    return listed, wrong
