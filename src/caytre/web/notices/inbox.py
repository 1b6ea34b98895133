"""What a person was told, and what they do not want to be told."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from caytre.core.access import fetch
from caytre.web.notices.wording import lines
from caytre.web.session import person
from caytre.work.actions import reminding
from caytre.work.models import Plan
from caytre.work.queries.notices import muting, page_of
from caytre.work.rules.permissions import can_direct_any


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The newest notices; what the page shows counts as seen."""
    asked = request.GET.get("page", "")
    number = max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 1
    me, now = person(request), timezone.now()
    page = page_of(me, number=number)
    new = [notice.pk for notice in page.notices if notice.seen_at is None]
    if new and request.method == "GET":
        reminding.see(new, by=me, at=now)
    context = {
        "lines": lines(page.notices, on=timezone.localdate()), "page": page, "new": len(new),
        "may_urge": bool(can_direct_any(me)),
    }  # fmt: skip
    return render(request, "notices/inbox.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """No digest of a plan, or none at all. Raises NotFound."""
    me = person(request)
    if request.method == "POST":
        asked = request.POST.get("plan", "")
        plan = fetch(Plan.objects.all(), by=me, pk=asked) if asked else None
        if request.POST.get("want"):
            reminding.unmute(plan, by=me)
            messages.success(request, _("Đã bật lại nhắc việc hằng ngày."))
        else:
            reminding.mute(plan, by=me, at=timezone.now())
            messages.success(request, _("Đã tắt nhắc việc hằng ngày."))
        return redirect("notice-settings")
    wholly, plans = muting(me)
    return render(request, "notices/settings.html", {"wholly": wholly, "plans": plans})
