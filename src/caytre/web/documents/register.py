"""The register of what came in."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from caytre.documents.queries import register
from caytre.units.queries.office import is_open
from caytre.web.session import person
from caytre.web.wording import STATES
from caytre.work.queries.plans import any_plan

LONGEST = 300


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The page of the register that the address asks for."""
    wanted = _wanted(request)
    page = register.page_of(wanted, user=person(request))
    context = {
        "wanted": wanted,
        "page": page,
        "states": STATES,
        "types": register.types(person(request)),
        "columns": _columns(wanted),
        "first": _address(wanted, page=1),
        "before": _address(wanted, page=page.page - 1) if page.page > 1 else "",
        "after": _address(wanted, page=page.page + 1) if page.page < page.pages else "",
        "filtered": replace(wanted, sort="", page=1) != register.Wanted(),
        "waiting": register.waiting(person(request)),
        "removals": register.removals(person(request)),
        "officeless": person(request).is_superuser and not is_open(),
        "starting": person(request).is_superuser and not any_plan(),
        "untold": register.untold(person(request)),
    }
    return render(request, "documents/register.html", context)


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """How far the queue is; asked again and again while it moves."""
    now = register.waiting(person(request))
    response = render(request, "documents/waiting.html", {"waiting": now})
    if not now.queued and not now.reading:
        response["HX-Refresh"] = "true"  # the last one is read: show the register as it is now
    return response


def _wanted(request: HttpRequest) -> register.Wanted:
    def asked(name: str) -> str:
        return request.GET.get(name, "").replace("\0", "").strip()[:LONGEST]

    page = asked("page")
    return register.Wanted(
        words=asked("q"), state=asked("state"), type=asked("type"), since=asked("since"), until=asked("until"),
        sort=asked("sort"), page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
    )  # fmt: skip


def _address(wanted: register.Wanted, *, sort: str | None = None, page: int = 1) -> str:
    asked = {
        "q": wanted.words, "state": wanted.state, "type": wanted.type, "since": wanted.since, "until": wanted.until,
        "sort": wanted.sort if sort is None else sort, "page": str(page) if page > 1 else "",
    }  # fmt: skip
    return "?" + urlencode({name: value for name, value in asked.items() if value})


def _columns(wanted: register.Wanted) -> dict[str, dict[str, str]]:
    """For each column where its heading leads to and how it is sorted now ("", "ascending", "descending")."""
    found = {}
    for name in register.SORTS:
        now = {name: "ascending", f"-{name}": "descending"}.get(wanted.sort, "")
        turned = f"-{name}" if now == "ascending" else name
        found[name] = {"to": _address(wanted, sort=turned), "now": now}
    return found
