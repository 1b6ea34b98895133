"""The list of people."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from caytre.accounts.queries import people
from caytre.core.words import sort_key
from caytre.units.rules.people import can_see_people
from caytre.web.accounts.guard import administering
from caytre.web.people.forms import roles
from caytre.web.session import person

LONGEST = 200
STATES = {"open": gettext_lazy("đang mở"), "closed": gettext_lazy("đã đóng")}


@require_safe
@administering
def show(request: HttpRequest) -> HttpResponse:
    """The people whom somebody looks after. Raises NoPeople."""
    user, today = person(request), timezone.localdate()
    can_see_people(user).or_raise()
    wanted = _wanted(request)
    page = people.page_of(wanted, user=user, on=today)
    names = sorted(set(people.units_of(user, on=today).values()), key=sort_key)
    context = {
        "wanted": wanted,
        "page": page,
        "filtered": any((wanted.words, wanted.unit, wanted.role, wanted.state)),
        "units": names[: people.MOST_NAMES],
        "roles": roles(),
        "states": STATES,
        "before": _address(wanted, page=page.page - 1) if page.page > 1 else "",
        "after": _address(wanted, page=page.page + 1) if page.page < page.pages else "",
    }
    return render(request, "people/list.html", context)


def _wanted(request: HttpRequest) -> people.Wanted:
    def asked(name: str) -> str:
        return request.GET.get(name, "").replace("\0", "").strip()[:LONGEST]

    page = asked("page")
    return people.Wanted(
        words=asked("q"), unit=asked("unit"), role=asked("role"), state=asked("state"),
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
    )  # fmt: skip


def _address(wanted: people.Wanted, *, page: int) -> str:
    asked = {
        "q": wanted.words, "unit": wanted.unit, "role": wanted.role, "state": wanted.state, "page": str(page),
    }  # fmt: skip
    return "?" + urlencode({name: value for name, value in asked.items() if value})
