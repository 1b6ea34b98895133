"""Something happened for which a task waits."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from caytre.core.access import fetch
from caytre.core.refusals import Refused
from caytre.web.session import person
from caytre.web.units.looking import NoDay, day
from caytre.web.wording import said
from caytre.work.actions.occurrences import NotOnRequest, open_event
from caytre.work.models import Standing, Task
from caytre.work.rules.permissions import can_direct


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, *, called: UUID) -> HttpResponse:
    """Open a task that is done on request, once for each event. Raises NotFound, MayNotDirect, NotOnRequest."""
    found = fetch(Task.objects.all(), by=person(request), pk=called)
    can_direct(person(request), unit=found.unit_id).or_raise()
    if found.kind != "ad_hoc" or found.standing != Standing.ISSUED:
        raise NotOnRequest
    problem, status = "", 200
    if request.method == "POST":
        try:
            due = (
                day(request.POST.get("day", ""), default=timezone.localdate())
                if request.POST.get("day")
                else None
            )
            event = _event(request.POST.get("event", ""))
            made = open_event(
                found, unit=None, event=event, due_on=due, by=person(request), at=timezone.now()
            )
        except NoDay:
            problem, status = _("Hãy chọn ngày."), 422
        except Refused as refusal:
            problem, status = said(refusal), refusal.status
        else:
            messages.success(request, _("Đã mở việc ở %(n)s đơn vị.") % {"n": made})
            return redirect("inbox")
    context = {"task": found, "problem": problem, "event": uuid4().hex, "day": request.POST.get("day", "")}
    return render(request, "work/call.html", context, status=status)


def _event(sent: str) -> str:
    """The mark of the form, by which the same event is opened once; of a form without one, a new mark."""
    try:
        return UUID(sent).hex
    except ValueError:
        return uuid4().hex
