"""My day, and what is late."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from caytre.web.seeing.asked import address, wanted_of
from caytre.web.seeing.rows import Shown, shown
from caytre.web.seeing.tasks import chips
from caytre.web.seeing.wording import STATES
from caytre.web.session import person
from caytre.work.queries import days, listing
from caytre.work.queries.filters import Wanted

PARTS = {
    "returned": gettext_lazy("Bị trả lại"),
    "overdue": gettext_lazy("Quá hạn"),
    "today": gettext_lazy("Hạn hôm nay"),
    "receive": gettext_lazy("Chờ đơn vị nhận"),
    "verify": gettext_lazy("Chờ xác nhận hoàn thành"),
    "objected": gettext_lazy("Đơn vị đề nghị chuyển"),
    "mine": gettext_lazy("Việc tôi đang làm"),
    "soon": gettext_lazy("Sắp đến hạn"),
}
SHORT = 25


class Part(NamedTuple):
    """One list of a page, with the address of the whole list."""

    title: Any
    page: listing.Page
    rows: list[Shown]
    address: str


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What waits for the person today."""
    user, on = person(request), timezone.localdate()
    parts = [
        Part(PARTS[one.name], one.page, shown(one.page.rows, on=on), address(one.wanted))
        for one in days.sections(user, on=on)
        if one.page.total
    ]
    return render(request, "seeing/day.html", {"parts": parts, "on": on})


@require_safe
def late(request: HttpRequest) -> HttpResponse:
    """What is overdue, and continuous work without evidence, with the age of the last evidence."""
    user, on = person(request), timezone.localdate()
    asked, _unknown = wanted_of(request, on=on)
    parts = []
    for state in ("overdue", "silent"):
        wanted = _of(asked, state)
        page = listing.page_of(wanted, user=user, on=on, size=SHORT)
        parts.append(Part(STATES[state], page, shown(page.rows, on=on), address(wanted)))
    wanted = _of(asked, "overdue")
    context = {
        "parts": parts,
        "ages": days.ages(wanted, user=user, on=on).items(),
        "chips": chips(_of(asked, ""), rows=parts[0].page.rows, user=user, on=on),
        "on": on,
    }
    return render(request, "seeing/late.html", context)


def _of(asked: Wanted, state: str) -> Wanted:
    """The same units and people, in another state."""
    return Wanted(state=state, unit=asked.unit, giver=asked.giver, holder=asked.holder, side=asked.side)
