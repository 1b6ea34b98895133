"""Lists as workbooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from caytre.core.validity import day_of
from caytre.web.plans.wording import KINDS
from caytre.web.seeing import wording
from caytre.web.seeing.asked import wanted_of
from caytre.web.seeing.rows import names
from caytre.web.session import person
from caytre.web.workbooks.writing import XLSX, streamed
from caytre.work.queries import listing
from caytre.work.rules.standing import standing

MOST = 20_000
"""Rows of one file: more is asked for by a narrower filter."""
_WIDTHS = (6, 70, 32, 32, 12, 20, 10, 14, 24, 20)


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What the list of the same address holds, all its pages, as a workbook in which no cell is a formula."""
    user, on = person(request), timezone.localdate()
    wanted, _unknown = wanted_of(request, on=on)
    rows = list(listing.all_of(wanted, user=user, on=on, most=MOST + 1))
    return attached(
        _lines(rows[:MOST], is_more=len(rows) > MOST), title=_("Nhiệm vụ"), widths=_WIDTHS, name="nhiem-vu"
    )


def attached(lines: Iterable[Sequence[str]], *, title: str, widths: Sequence[int], name: str) -> HttpResponse:
    """A workbook of one sheet as a file to be kept, named with the day."""
    response = HttpResponse(streamed(lines, title=title, widths=widths), content_type=XLSX)
    file = f"{name}-{timezone.localdate().isoformat()}.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, file) or "attachment"
    return response


def _lines(rows: Sequence[listing.Row], *, is_more: bool) -> Iterable[Sequence[str]]:
    on = timezone.localdate()
    named = names(on)
    yield (
        _("STT"), _("Nhiệm vụ"), _("Đơn vị thực hiện"), _("Cơ quan giao"), _("Hạn"), _("Tình trạng"), _("Tiến độ (%)"),
        _("Minh chứng gần nhất"), _("Người thực hiện"), _("Loại thời hạn"),
    )  # fmt: skip
    for number, row in enumerate(rows, start=1):
        yield (
            str(number), row.text, named(row.unit), named(row.giver), _day(row.due_on),
            wording.told(standing(row, on=on, asks=row.asks)), str(row.percent),
            _day(day_of(row.shown_at) if row.shown_at else None), row.holder_name,
            str(KINDS.get(row.kind, row.kind)),
        )  # fmt: skip
    if is_more:
        yield ("", _("Còn nữa: tệp chỉ chứa 20.000 việc đầu. Hãy lọc hẹp hơn để tải phần còn lại."))


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
