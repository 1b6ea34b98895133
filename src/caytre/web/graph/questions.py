"""Citations of which a person has to say what they mean, and numbers of which nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from caytre.documents.actions import deciding
from caytre.documents.queries.meanings import question_of, questions, unknown
from caytre.documents.rules.permissions import can_correct
from caytre.web import wording
from caytre.web.documents.reading import document_of
from caytre.web.graph.asking import page_of, paging, text
from caytre.web.seeing.workbook import MOST, attached
from caytre.web.session import person

UNKNOWN, NONE = "unknown", "none"


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What is to be decided; or, where the address asks for these, numbers of which nothing is known."""
    kind = UNKNOWN if text(request, name="kind") == UNKNOWN else ""
    user = person(request)
    found = unknown(user, page=page_of(request)) if kind else questions(user, page=page_of(request))
    context = {"kind": kind, "unknown": UNKNOWN, **paging(found, query={"kind": kind}, tab="open-citations")}
    return render(request, "graph/questions.html", context)


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The numbers of which nothing is known, as a workbook."""
    return attached(_lines(request), title=_("Chưa biết"), widths=(24, 14, 40, 12), name="vien-dan-chua-biet")


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, *, key: UUID, place: int) -> HttpResponse:
    """The acts that a citation may mean; a POST says which. Raises MayNotCorrect, AskedNoMore."""
    document = document_of(request, key=key)
    can_correct(person(request), paper=document).or_raise()
    question = question_of(document, place=place, user=person(request))
    if question is None:
        raise deciding.AskedNoMore
    missing = False
    if request.method == "POST":
        said = request.POST.get("means", "")
        missing = not (said == NONE or (said.isascii() and said.isdigit() and len(said) < 4))
        if not missing:
            option = None if said == NONE else int(said)
            deciding.decide(document, place=place, option=option, by=person(request), at=timezone.now())
            messages.success(request, _("Đã ghi viện dẫn này là văn bản nào."))
            return redirect("open-citations")
    context = {"document": document, "question": question, "missing": missing}
    return render(request, "graph/decide.html", context, status=422 if missing else 200)


def _lines(request: HttpRequest) -> Iterable[Sequence[str]]:
    yield (_("Số, ký hiệu"), _("Ngày"), _("Cơ quan ban hành"), _("Số văn bản viện dẫn"))
    for one in unknown(person(request), size=MOST).rows:
        yield (one.number, wording.day(one.dated), one.issuer, str(one.times))
