"""The list of plans."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.web.plans.wording import STANDINGS
from caytre.web.session import person
from caytre.work.queries.plans import plans
from caytre.work.rules.permissions import ROLES

LONGEST = 200


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The plans that somebody sees, and a search among them."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    me = person(request)
    found = plans(me, words=words, page=page_of(request))
    among, today = directory(), timezone.localdate()
    names = {plan.unit_id: name_of(str(plan.unit_id), among=among, on=today) for plan in found.rows}
    confirms = any(post.role in ROLES["confirm"] for post in me.held)
    context = {"found": found, "words": words, "names": names, "standings": STANDINGS, "may_add": confirms}
    return render(request, "plans/list.html", context)


def page_of(request: HttpRequest) -> int:
    """Which page is asked for, from 1."""
    page = request.GET.get("page", "")
    return int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1
