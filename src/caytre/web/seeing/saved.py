"""Filters are kept under a name, and dropped."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from caytre.core.access import NotFound
from caytre.web.seeing.asked import NAMES
from caytre.web.session import person
from caytre.work.actions.filters import drop, keep

LONGEST = 4000


@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Keep the filter that was sent, or drop one of one's own. Raises what ``keep`` and ``drop`` refuse."""
    by = person(request)
    if "drop" in request.POST:
        key = request.POST["drop"]
        if not (key.isascii() and key.isdigit() and len(key) < 16):
            raise NotFound
        drop(int(key), by=by)
        messages.info(request, _("Đã xóa bộ lọc."))
        return redirect(reverse("tasks") + _query(request.POST.get("back", "")))
    unit = by.held[0].unit if request.POST.get("share") and by.held else None
    query = _query(request.POST.get("query", ""))
    made = keep(request.POST.get("name", ""), query=query, unit=unit, by=by, at=timezone.now())
    messages.info(request, _("Đã lưu bộ lọc “%(name)s”.") % {"name": made.name})
    return redirect(reverse("tasks") + query)


def _query(sent: str) -> str:
    """What of a query the list understands: nothing else is kept, and no other address can be led to."""
    known = QueryDict(sent.removeprefix("?")[:LONGEST])
    kept = QueryDict(mutable=True)
    for name in NAMES.values():
        if name != "page" and known.get(name):
            kept[name] = known[name]
    return f"?{kept.urlencode()}"
