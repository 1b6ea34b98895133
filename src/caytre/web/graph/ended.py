"""Which documents rest on an act that has ended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from caytre.documents.queries import meanings
from caytre.documents.queries.graph import Ended, ended_bases, told
from caytre.web import wording
from caytre.web.graph.asking import page_of, paging
from caytre.web.graph.wording import day
from caytre.web.seeing.workbook import MOST, attached
from caytre.web.session import person
from caytre.work.queries.carrying import plans_of


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """One page of them, with the plan of work made of each."""
    user, on = person(request), timezone.localdate()
    found = meanings.page_of(ended_bases(user, on=on), page=page_of(request))
    rows = told(found.rows, user=user, on=on)
    plans = plans_of([row.document.pk for row in rows], user=user)
    shown = meanings.Page(
        [(row, plans.get(row.document.pk)) for row in rows], found.total, found.page, found.pages
    )
    return render(request, "graph/ended.html", paging(shown, query={}, tab="ended"))


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    user, on = person(request), timezone.localdate()
    rows = told(ended_bases(user, on=on)[:MOST], user=user, on=on)
    return attached(
        _lines(rows), title=_("Căn cứ đã hết hiệu lực"), widths=(70, 24, 14, 24, 14, 50, 24, 30, 40),
        name="can-cu-het-hieu-luc",
    )  # fmt: skip


def _lines(rows: Iterable[Ended]) -> Iterable[Sequence[str]]:
    yield (
        _("Văn bản"), _("Số, ký hiệu"), _("Ngày"), _("Căn cứ"), _("Hết hiệu lực từ"), _("Trích yếu của căn cứ"),
        _("Văn bản thay thế"), _("Khi ban hành"), _("Nguồn"),
    )  # fmt: skip
    for row in rows:
        yield (
            row.document.shown, row.document.code, wording.day(row.document.issued), row.number, day(row.act.ended),
            row.act.title, ", ".join(row.act.replaced_by), late(row), row.act.source,
        )  # fmt: skip


def late(row: Ended) -> str:
    """Whether it had ended when the document was issued, in words."""
    return _("đã hết hiệu lực khi ban hành") if row.is_late else ""
