"""What waits for a unit."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caytre.core.access import NotFound
from caytre.web.seeing.asked import address
from caytre.web.seeing.rows import Shown, shown
from caytre.web.session import person
from caytre.web.work.wording import HEAPS
from caytre.work.queries.inbox import inbox


class Part(NamedTuple):
    """One heap of the page, with the address of all of it, "" where there is no such list."""

    name: str
    title: Any
    total: int
    rows: list[Shown]
    address: str


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The unit of the post in which the person acts, or another one of theirs. Raises NotFound."""
    user, on = person(request), timezone.localdate()
    places = {str(post.unit): post for post in reversed(user.held)}
    asked = request.GET.get("unit", "") or (str(user.held[0].unit) if user.held else "")
    if asked and asked not in places:
        raise NotFound
    heaps = inbox(places[asked].unit, by=user, on=on) if asked else []
    parts = [
        Part(
            heap.name, HEAPS[heap.name], heap.total, shown(heap.rows, on=on),
            address(heap.wanted) if heap.total > len(heap.rows) and heap.name != "asked" else "",
        )
        for heap in heaps
        if heap.total
    ]  # fmt: skip
    context = {
        "parts": parts, "places": [(key, post.at) for key, post in places.items()], "unit": asked,
        "at": places[asked].at if asked else "",
    }  # fmt: skip
    return render(request, "work/inbox.html", context)
