"""Which duties are asked twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from caytre.documents.actions.pairing import tell_apart
from caytre.documents.models import Twin
from caytre.documents.queries import meanings
from caytre.documents.queries.twins import PARTS, twins
from caytre.documents.rules.permissions import can_correct
from caytre.web import wording
from caytre.web.graph.asking import page_of, paging, text
from caytre.web.seeing.workbook import MOST, attached
from caytre.web.session import person

KINDS = {"tasks": gettext_lazy("Nhiệm vụ"), "reports": gettext_lazy("Báo cáo")}


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Pairs of tasks, or of reports where the address asks for these, the most alike first."""
    user, part = person(request), _part(request)
    found = meanings.page_of(twins(user, part=part), page=page_of(request))
    rows = [(twin, bool(can_correct(user, paper=twin.first.document))) for twin in found.rows]
    shown = meanings.Page(rows, found.total, found.page, found.pages)
    context = {"kinds": KINDS.items(), "part": part, **paging(shown, query={"part": part}, tab="twice")}
    return render(request, "graph/twice.html", context)


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    rows = twins(person(request), part=_part(request))[:MOST]
    return attached(
        _lines(rows),
        title=_("Giao hai lần"),
        widths=(70, 30, 24, 20, 70, 30, 24, 20, 12),
        name="giao-hai-lan",
    )


@require_POST
def apart(request: HttpRequest, *, twin: int) -> HttpResponse:
    """A person says that two duties are not the same. Raises NotFound, MayNotCorrect."""
    tell_apart(twin, by=person(request), at=timezone.now())
    messages.success(request, _("Đã ghi là hai nhiệm vụ khác nhau; sẽ không hỏi lại."))
    return redirect("twice")


def _part(request: HttpRequest) -> str:
    asked = text(request, name="part")
    return asked if asked in PARTS else PARTS[0]


def _lines(rows: Iterable[Twin]) -> Iterable[Sequence[str]]:
    yield (
        _("Nhiệm vụ thứ nhất"), _("Giao cho"), _("Văn bản"), _("Thời gian"), _("Nhiệm vụ thứ hai"), _("Giao cho"),
        _("Văn bản"), _("Thời gian"), _("Giống nhau (%)"),
    )  # fmt: skip
    for twin in rows:
        cells: list[str] = []
        for duty in (twin.first, twin.second):
            paper = f"{duty.document.code}, {wording.day(duty.document.issued)}".strip(", ")
            cells += [duty.text, "; ".join(duty.whom), paper, duty.time]
        yield (*cells, str(twin.likeness))
