"""A plan beside a document above it: what it carries out, what people decided."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from caytre.core.access import NotFound
from caytre.core.refusals import Refused
from caytre.core.words import folded
from caytre.documents.actions import judging
from caytre.documents.queries.bases import basis_of
from caytre.documents.queries.chains import ways_to
from caytre.documents.queries.coverage import Compared, compared
from caytre.documents.rules.coverage import Line
from caytre.documents.rules.decisions import MET, STATES, NoReason, NoState, NoTask
from caytre.documents.rules.permissions import can_compare, can_export
from caytre.web.documents.above import upper_of
from caytre.web.documents.beside import candidates, extra_of, row_of, rows_of
from caytre.web.documents.coverage_book import workbook_of
from caytre.web.documents.files import attached
from caytre.web.documents.reading import document_of
from caytre.web.session import person
from caytre.web.wording import COVERED, said
from caytre.web.workbooks.writing import XLSX


@require_safe
def show(request: HttpRequest, *, key: UUID, upper: UUID) -> HttpResponse:
    """Every requirement beside what answers it; ``state`` shows those in one state, or "open" those not decided on."""
    found = _compared(request, key, upper)
    plan, user = found.plan.document, person(request)
    wanted = request.GET.get("state", "")
    rows = rows_of(found)
    if wanted in STATES:
        rows = [row for row in rows if row.line.state == wanted]
    elif wanted == "open":
        rows = [row for row in rows if row.line.decision is None]
    context = {
        "document": plan, "upper": found.upper.document, "basis": found.basis, "rows": rows, "wanted": wanted,
        "sheet": found.sheet, "extra": extra_of(found), "states": _counted(found), "total": len(found.sheet.lines),
        "may_compare": bool(can_compare(user, paper=plan)), "may_export": bool(can_export(user, paper=plan)),
    }  # fmt: skip
    return render(request, "documents/coverage.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: HttpRequest, *, key: UUID, upper: UUID, mark: str) -> HttpResponse:
    """One requirement with the tasks that may answer it, the nearest first; a POST decides."""
    can_compare(person(request), paper=document_of(request, key=key)).or_raise()
    found = _compared(request, key, upper)
    line = _line(found, mark)
    back = reverse("coverage", args=[key, upper])
    problem = ""
    if request.method == "POST":
        sent = {name: request.POST.get(name, "").strip() for name in ("state", "task", "why")}
        if sent["state"] not in MET:
            sent["task"] = ""
        try:
            judging.judge(found.basis, asked=mark, **sent, by=person(request), at=timezone.now())
            messages.success(
                request,
                _("Đã ghi quyết định.") if sent["state"] else _("Đã bỏ quyết định, để ngỏ yêu cầu này."),
            )
            return redirect(f"{back}#r-{mark}")
        except (NoReason, NoState, NoTask) as refusal:
            problem = said(refusal)
    context = {
        "document": found.plan.document, "upper": found.upper.document, "row": row_of(found, line=line),
        "candidates": candidates(found, line=line), "states": [(state, COVERED[state]) for state in STATES],
        "chosen": _chosen(request, found, line), "problem": problem, "back": back,
    }  # fmt: skip
    return render(request, "documents/judge.html", context, status=_status(problem))


@require_safe
def workbook(request: HttpRequest, *, key: UUID, upper: UUID) -> HttpResponse:
    """The same as a workbook."""
    can_export(person(request), paper=document_of(request, key=key)).or_raise()
    found = _compared(request, key, upper)
    name = folded(f"doi-chieu-{found.upper.document.code}".replace("/", "-")).strip("-").replace(" ", "-")
    return attached(HttpResponse(workbook_of(found), content_type=XLSX), name=f"{name[:80]}.xlsx")


@require_safe
def chain(request: HttpRequest, *, key: UUID, upper: UUID) -> HttpResponse:
    """What is lost on the way from the documents that the upper one carries out."""
    plan, above = document_of(request, key=key), upper_of(request, key=upper)
    ways = ways_to(basis_of(plan, upper=above), user=person(request))
    return render(request, "documents/chain.html", {"document": plan, "upper": above, "ways": ways})


def _compared(request: HttpRequest, key: UUID, upper: UUID) -> Compared:
    """The two documents of an address, if the person sees both. Raises NotFound, NothingRead."""
    plan = document_of(request, key=key)
    return compared(basis_of(plan, upper=upper_of(request, key=upper)))


def _line(found: Compared, mark: str) -> Line:
    line = next((line for line in found.sheet.lines if line.asked.mark == mark), None)
    if line is None:
        raise NotFound
    return line


def _counted(found: Compared) -> list[tuple[str, str, int]]:
    """Each state that somebody is in or may look for, with its words and its number."""
    return [(state, str(COVERED[state]), number) for state, number in found.sheet.counts.items()]


def _chosen(request: HttpRequest, found: Compared, line: Line) -> dict[str, str]:
    """What the form shows as chosen: what was sent, else what holds."""
    if request.method == "POST":
        return {name: request.POST.get(name, "") for name in ("state", "task", "why")}
    task = "" if line.task is None else found.plan.tasks[line.task].mark
    return {"state": line.state, "task": task, "why": line.decision.why if line.decision else ""}


def _status(problem: str) -> int:
    return Refused.status if problem else 200
