"""The acts that documents name as a basis, and the way to the chain of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from caytre.documents.queries.graph import Upper, uppers
from caytre.documents.queries.meanings import Page
from caytre.documents.rules.meaning import number_key
from caytre.web import wording
from caytre.web.graph.asking import page_of, paging, text
from caytre.web.seeing.workbook import MOST, attached
from caytre.web.session import person


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """One page of the list; a part of a number narrows it."""
    words = text(request, name="q")
    found = _found(request, words, page=page_of(request))
    return render(
        request, "graph/overview.html", {"words": words, **paging(found, query={"q": words}, tab="graph")}
    )


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    return attached(
        _lines(request),
        title=_("Văn bản được căn cứ"),
        widths=(24, 14, 32, 70, 12),
        name="van-ban-duoc-can-cu",
    )


def _found(request: HttpRequest, words: str, **which: int) -> Page[Upper]:
    return uppers(person(request), words=number_key(words), on=timezone.localdate(), **which)


def _lines(request: HttpRequest) -> Iterable[Sequence[str]]:
    yield (_("Số, ký hiệu"), _("Ngày"), _("Cơ quan ban hành"), _("Trích yếu"), _("Số văn bản căn cứ"))
    for one in _found(request, text(request, name="q"), size=MOST).rows:
        yield (one.number, wording.day(one.dated), one.issuer, one.title, str(one.times))
