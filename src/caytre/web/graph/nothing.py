"""What nothing carries out, and what carries out nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from caytre.documents.models import Document
from caytre.documents.queries import meanings
from caytre.documents.queries.graph import baseless
from caytre.web import wording
from caytre.web.graph.asking import page_of, paging, text
from caytre.web.seeing.workbook import MOST, attached
from caytre.web.session import person
from caytre.work.queries.carrying import not_carried_out

BASELESS = "baseless"


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Documents that ask something and that neither a document nor a plan of work carries out; or, where the address
    asks for these, documents without a basis."""
    kind = _kind(request)
    found = meanings.page_of(_rows(request, kind), page=page_of(request))
    context = {"kind": kind, "baseless": BASELESS, **paging(found, query={"kind": kind}, tab="nothing")}
    return render(request, "graph/nothing.html", context)


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    rows = _rows(request, _kind(request))[:MOST]
    return attached(
        _lines(rows), title=_("Chưa được thực hiện"), widths=(70, 24, 32, 14, 12), name="chua-duoc-thuc-hien"
    )


def _kind(request: HttpRequest) -> str:
    return BASELESS if text(request, name="kind") == BASELESS else ""


def _rows(request: HttpRequest, kind: str) -> QuerySet[Document]:
    return baseless(person(request)) if kind else not_carried_out(person(request))


def _lines(rows: Iterable[Document]) -> Iterable[Sequence[str]]:
    yield (_("Văn bản"), _("Số, ký hiệu"), _("Cơ quan ban hành"), _("Ngày"), _("Nhiệm vụ"))
    for one in rows:
        yield (one.shown, one.code, one.issuer, wording.day(one.issued), str(one.task_count))
