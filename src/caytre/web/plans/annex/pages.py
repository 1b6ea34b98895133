"""The annex goes out as a file; a workbook that comes back is compared first, and written when that was seen."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from caytre.core.refusals import Refused
from caytre.core.words import folded
from caytre.units.rules.sheets import Fault
from caytre.web.documents.files import SANDBOX
from caytre.web.plans.annex import book, paper
from caytre.web.plans.annex.marks import OfAnotherPlan
from caytre.web.plans.found import plan_of, plan_to_confirm
from caytre.web.session import person
from caytre.web.wording import FIELDS, said
from caytre.web.workbooks.incoming import spooled
from caytre.web.workbooks.sealed import Sheet, seal, unseal
from caytre.web.workbooks.writing import XLSX
from caytre.work.actions import annexing
from caytre.work.models import Plan, Standing
from caytre.work.queries.annexes import annex_of, check, last_changed
from caytre.work.rules.annexes import Checked
from vanban.writing import style_of, write
from vanban.writing.words import carried_words

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def as_docx(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """The annex in the form of the plan's tree, or in the one that ``style`` names. Raises NotFound."""
    plan, today = plan_of(request, key=key), timezone.localdate()
    style = paper.style_of(plan, wished=request.GET.get("style", ""), today=today)
    lines = annex_of(plan, user=person(request), today=today, in_force=plan.standing == Standing.ISSUED)
    body = write(paper.annex_of(lines, plan=plan, today=today), style=style)
    return _attached(body, DOCX, plan, ".docx")


@require_safe
def as_xlsx(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """The same as a workbook that may be edited and sent back. Raises NotFound."""
    plan, today = plan_of(request, key=key), timezone.localdate()
    style = style_of(paper.style_of(plan, wished="", today=today))
    headed = carried_words(paper.carrier_of(plan, today=today), style=style)
    lines = annex_of(plan, user=person(request), today=today)
    return _attached(book.book_of(lines, plan=plan, headed=headed, at=timezone.now()), XLSX, plan, ".xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """The form; when a file came, what it would change, row by row. Nothing is kept. Raises NotFound, MayNotConfirm."""
    plan = plan_to_confirm(request, key=key)
    if request.method != "POST":
        return render(request, "plans/annex.html", _page(plan))
    try:
        sheet, found = _read(request, plan)
    except Refused as refusal:
        return render(request, "plans/annex.html", _page(plan, problem=said(refusal)), status=422)
    return _compared(request, plan, sheet, found)


@require_POST
def confirm(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Write what was seen; where that would be something else by now, it is to be seen again. Raises NotFound,
    MayNotConfirm, SealBroken."""
    plan, by = plan_to_confirm(request, key=key), person(request)
    sheet, mark = unseal(request.POST.get("sealed", ""), by=by)
    ours, _blank, rest = mark.partition(" ")
    if ours != plan.pk.hex:
        raise OfAnotherPlan
    out, _blank, seen = rest.partition(" ")
    went_out = datetime.fromisoformat(out)
    try:
        done = annexing.apply(
            plan, sent=book.sent_of(sheet.rows, plan=plan.pk), went_out=went_out, mark=seen,
            take=request.POST.getlist("take"), by=by, at=timezone.now(),
        )  # fmt: skip
    except annexing.AnnexIsOld as refusal:
        found = book.Book(sheet.rows, went_out, ())
        return _compared(request, plan, sheet, found, problem=said(refusal), status=refusal.status)
    told = _("Đã ghi phụ lục: sửa %(changed)s nhiệm vụ, thêm %(added)s nhiệm vụ.")
    counts = {"changed": done.changed, "added": done.added}
    messages.success(request, told % counts if any(counts.values()) else _("Không có gì thay đổi."))
    return redirect("plan", plan.pk)


def _read(request: HttpRequest, plan: Plan) -> tuple[Sheet, book.Book]:
    """The file that was sent, by which nothing is kept."""
    file = spooled(request)
    try:
        path = Path(file.temporary_file_path())
        found = book.read_back(path, plan=plan)
        return Sheet((file.name or "")[:200], sha256(path.read_bytes()).hexdigest(), found.rows), found
    finally:
        file.close()


def _compared(
    request: HttpRequest, plan: Plan, sheet: Sheet, found: book.Book, *, problem: str = "", status: int = 200
) -> HttpResponse:  # fmt: skip
    """What the sheet would change, with the button that has it done unless a cell is wrong."""
    sent = book.sent_of(sheet.rows, plan=plan.pk)
    checked = check(plan, sent=sent, went_out=found.went_out, today=timezone.localdate())
    checked.faults[:0] = found.faults
    checked.notes += book.notes_of(sheet.rows)
    mark = f"{plan.pk.hex} {found.went_out.isoformat()} {checked.mark}"
    try:
        sealed = "" if checked.faults or checked.is_idle else seal(sheet, mark=mark, by=person(request))
    except Refused as refusal:
        return render(request, "plans/annex.html", _page(plan, problem=said(refusal)), status=422)
    context = _page(plan, problem=problem) | _shown(checked) | {"sheet": sheet, "sealed": sealed}
    return render(request, "plans/annex.html", context, status=status)


def _shown(checked: Checked) -> dict[str, Any]:
    """The parts of the comparison, with who changed meanwhile what they did."""
    about = [one.line.key for one in checked.changes if one.line and one.is_contested]
    changed = last_changed([*about, *(one.line.key for one in checked.theirs)])
    return {
        "checked": checked,
        "faults": [(fault.cell, said(fault)) for fault in _in_order(checked.faults)],
        "notes": [(note.cell, said(note)) for note in _in_order(checked.notes)],
        "changes": [(one, changed.get(one.line.key) if one.line else None) for one in checked.changes],
        "theirs": [(one, changed.get(one.line.key)) for one in checked.theirs],
        "columns": FIELDS,
    }


def _in_order(faults: list[Fault]) -> list[Fault]:
    """Row by row, as one goes through a sheet."""
    return sorted(faults, key=lambda one: (int(one.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), one.cell))


def _page(plan: Plan, *, problem: str = "") -> dict[str, Any]:
    return {"plan": plan, "problem": problem, "most": book.MOST}


def _attached(body: bytes, kind: str, plan: Plan, suffix: str) -> HttpResponse:
    response = HttpResponse(body, content_type=kind)
    words = slugify(folded(f"phu luc {plan.code.replace('/', '-')} {plan.title}"))[:80]
    response["Content-Disposition"] = content_disposition_header(True, f"{words}{suffix}") or "attachment"
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return response
