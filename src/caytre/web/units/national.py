"""An official list of administrative units is looked at, then laid over the units."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from caytre import flows
from caytre.core.refusals import Refused, gettext_noop
from caytre.units.queries.official import compared
from caytre.units.rules.official import Compared, Listed
from caytre.units.rules.permissions import can_import
from caytre.units.rules.sheets import one_line
from caytre.web.accounts.guard import administering
from caytre.web.session import person
from caytre.web.units.looking import day
from caytre.web.wording import said
from caytre.web.workbooks.incoming import sheet_of
from caytre.web.workbooks.reading import Row
from caytre.web.workbooks.sealed import seal, unseal

SHEET = gettext_noop("Đơn vị hành chính")
COLUMNS = ("Mã", "Tên", "Loại", "Cấp trên")
NEEDED = COLUMNS[:3]
MOST = 5_000
SHOWN = 100


class NoSource(Refused):
    sentence = gettext_noop("Hãy ghi danh mục này theo văn bản nào.")


@require_http_methods(["GET", "HEAD", "POST"])
@administering
def show(request: HttpRequest) -> HttpResponse:
    """The form; a file is compared; what was looked at is laid over. Raises MayNotImport, SealBroken, SheetIsOld."""
    can_import(person(request)).or_raise()
    if request.method != "POST":
        return _page(request)
    if request.POST.get("step") == "do":
        return _do(request)
    try:
        sheet = sheet_of(request, sheet=SHEET, columns=COLUMNS, most=MOST)
        on = _day(request)
        rows, wrong = _listed(sheet.rows)
        if wrong:
            return _page(request, wrong=wrong[:SHOWN], wrong_total=len(wrong))
        found = compared(rows, on=on)
        sealed = seal(sheet, mark=found.mark, by=person(request))
    except Refused as refusal:
        return _page(request, problem=said(refusal))
    return _page(request, found=found, sealed=sealed, on=on, number=len(rows))


def _do(request: HttpRequest) -> HttpResponse:
    """Do what was shown; where something is still missing, show it once more."""
    sheet, mark = unseal(request.POST.get("sealed", ""), by=person(request))
    on, (rows, _wrong) = _day(request), _listed(sheet.rows)
    source = one_line(request.POST.get("source", ""))[:300]
    try:
        if not source:
            raise NoSource
        done = flows.lay_over(rows, on=on, source=source, mark=mark, by=person(request), at=timezone.now())
    except flows.SheetIsOld:
        if not compared(rows, on=on).is_done:
            raise
        return redirect("units")  # the same form was sent twice
    except Refused as refusal:
        found = compared(rows, on=on)
        kept = {"sealed": request.POST["sealed"], "on": on, "number": len(rows), "source": source}
        return _page(request, problem=said(refusal), found=found, **kept)
    messages.success(request, _told(done))
    return redirect("units")


def _page(request: HttpRequest, **context: Any) -> HttpResponse:
    status = 422 if context.get("problem") else 200
    return render(
        request, "units/national.html", {"columns": COLUMNS, "sent": request.POST, **context}, status=status
    )


def _told(done: Compared) -> str:
    return _("Đã nhập danh mục: %(sure)s mã được xác nhận, %(codes)s mã và %(names)s tên được sửa.") % {
        "sure": len(done.confirmed), "codes": len(done.recoded), "names": len(done.respelled)
    }  # fmt: skip


def _day(request: HttpRequest) -> date:
    return day(request.POST.get("on", ""), default=timezone.localdate())


def _listed(rows: Iterable[Row]) -> tuple[list[Listed], list[tuple[str, str]]]:
    """The rows as values, and the cells where something is missing, each with what."""
    known = list(rows)
    wrong = [(row.places[column], column) for row in known for column in NEEDED if not row.cells[column]]
    listed = [Listed(row.number, *(one_line(row.cells[column]) for column in COLUMNS)) for row in known]
    return listed, wrong
