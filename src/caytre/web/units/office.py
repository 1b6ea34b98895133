"""An office is set up: which one, with which of the usual agencies."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from caytre import flows
from caytre.core.access import NotFound
from caytre.units.models import Unit
from caytre.units.queries.directory import directory
from caytre.units.queries.finding import hit_of
from caytre.units.queries.office import is_open, offers
from caytre.units.rules.permissions import can_change_any, can_set_up
from caytre.web.accounts.guard import administering
from caytre.web.session import person
from caytre.web.units.picking import picker
from caytre.web.units.wording import TREES


@require_http_methods(["GET", "HEAD", "POST"])
@administering
def show(request: HttpRequest) -> HttpResponse:
    """Search the office; then its agencies with ticks; a POST makes them. Raises MayNotChange."""
    can_change_any(person(request)).or_raise()
    among, today = directory(), timezone.localdate()
    asked = request.POST if request.method == "POST" else request.GET
    chosen = picker(asked, field="unit", label=_("Cơ quan của bạn"), among=among, on=today, within="")
    context: dict[str, Any] = {"picker": chosen, "trees": TREES}
    if chosen.chosen and chosen.chosen[0].hit.node.is_place:
        uid = chosen.chosen[0].hit.node.uid
        place = _place(uid)
        can_set_up(person(request), place=place.pk).or_raise()
        if request.method == "POST":
            return _open(request, place)
        context |= {
            "place": hit_of(uid, among=among, on=today), "offers": offers(uid, among=among, on=today),
            "may_own": person(request).is_superuser, "is_first": not is_open(),
        }  # fmt: skip
    elif chosen.chosen:
        context["problem"] = _(
            "Hãy chọn đơn vị hành chính (tỉnh, xã, phường, đặc khu); sở, phòng sẽ có trong danh sách."
        )
    return render(request, "units/office.html", context)


def _open(request: HttpRequest, place: Unit) -> HttpResponse:
    opened = flows.open_office(
        place,
        bodies=request.POST.getlist("body"),
        is_own="is_own" in request.POST,
        leads="leads" in request.POST,
        by=person(request),
        at=timezone.now(),
    )
    made = ngettext("Đã lập %(n)s cơ quan.", "Đã lập %(n)s cơ quan.", opened.made) % {"n": opened.made}
    given = ngettext(
        "%(n)s văn bản đã thuộc về cơ quan này.", "%(n)s văn bản đã thuộc về cơ quan này.", opened.documents
    ) % {"n": opened.documents}
    messages.success(request, f"{made} {given}" if opened.documents else made)
    return redirect("unit", place.pk)


def _place(uid: str) -> Unit:
    place = Unit.objects.filter(pk=UUID(uid)).first()
    if place is None:
        raise NotFound
    return place
