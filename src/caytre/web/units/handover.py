"""What of units that ended a person must decide: who goes on with it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from caytre import flows
from caytre.core.access import NotFound
from caytre.core.refusals import Refused
from caytre.units.queries.directory import directory
from caytre.units.queries.handover import Waiting, queue
from caytre.units.rules.permissions import can_change_any
from caytre.units.rules.sheets import one_line
from caytre.web.accounts.guard import administering
from caytre.web.session import person
from caytre.web.units.looking import LONGEST
from caytre.web.units.picking import picker
from caytre.web.units.wording import EVENTS, ROLES, SCOPES, THINGS
from caytre.web.wording import said

NOBODY = "nobody"


@require_safe
@administering
def show(request: HttpRequest) -> HttpResponse:
    """What waits at the units that the person administers. Raises MayNotChange."""
    can_change_any(person(request)).or_raise()
    context = {
        "waiting": queue(person(request), on=timezone.localdate()),
        "things": THINGS,
        "roles": ROLES,
        "kinds": EVENTS,
    }
    return render(request, "units/handover.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@administering
def decide(request: HttpRequest, *, handover: int) -> HttpResponse:
    """Who goes on with one thing, and why. Raises NotFound where it does not wait for this person."""
    can_change_any(person(request)).or_raise()
    waiting = _waiting(request, handover)
    among, today, problem = directory(), timezone.localdate(), ""
    if request.method == "POST" and request.POST.get("step") == "do":
        problem = _decide(request, waiting)
        if not problem:
            messages.success(request, _("Đã ghi quyết định."))
            return redirect("handover")
    other = picker(
        request.POST,
        field="heir",
        label=_("Đơn vị khác"),
        among=among,
        on=today,
        within=str(waiting.handover.unit_id),
    )
    context: dict[str, Any] = {
        "one": waiting, "picker": other, "problem": problem, "why": request.POST.get("why", ""), "things": THINGS,
        "roles": ROLES, "kinds": EVENTS, "scopes": SCOPES, "chosen": request.POST.get("heir", ""), "nobody": NOBODY,
    }  # fmt: skip
    return render(request, "units/decide.html", context, status=422 if problem else 200)


def _decide(request: HttpRequest, waiting: Waiting) -> str:
    """Do it; what is wrong in words, "" where nothing is."""
    asked, why = request.POST.get("heir", "")[:LONGEST], one_line(request.POST.get("why", ""))[:500]
    if not asked or (asked != NOBODY and not directory().get(asked)):
        return _("Hãy chọn ai tiếp tục.")
    if not why:
        return _("Hãy ghi lý do.")
    heir = None if asked == NOBODY else UUID(asked)
    try:
        flows.hand_over(waiting.handover, heir=heir, why=why, by=person(request), at=timezone.now())
    except Refused as refusal:
        return said(refusal)
    return ""


def _waiting(request: HttpRequest, note: int) -> Waiting:
    found = queue(person(request), on=timezone.localdate(), only=note)
    if not found:
        raise NotFound
    return found[0]
