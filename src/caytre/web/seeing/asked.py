"""From the address of a list to what is wanted, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest

from caytre.units.queries.directory import directory
from caytre.units.queries.finding import find
from caytre.web.documents.forms import iso
from caytre.web.session import person
from caytre.work.queries.filters import KINDS, STATES, Wanted
from caytre.work.queries.listing import SORTS

LONGEST = 300
NAMES = {
    "words": "q", "state": "state", "plan": "plan", "unit": "unit", "giver": "giver", "kind": "kind", "since": "since",
    "until": "until", "holder": "holder", "side": "side", "sort": "sort", "page": "page",
}  # fmt: skip
"""How each part of what is wanted is called in an address."""


def text(request: HttpRequest, *, name: str) -> str:
    """What an address says for a name, without what no field of a form sends."""
    return request.GET.get(name, "").replace("\0", "").strip()[:LONGEST]


def wanted_of(request: HttpRequest, *, on: date) -> tuple[Wanted, dict[str, str]]:
    """What an address asks for; and, by their names, the values that mean nothing: these are left out."""
    unknown: dict[str, str] = {}

    def meant(name: str, read: Any) -> Any:
        asked = text(request, name=name)
        found = read(asked) if asked else None
        if asked and found is None:
            unknown[name] = asked
        return found

    def unit(asked: str) -> UUID | None:
        return unit_of(request, asked=asked, on=on)

    page, sort = text(request, name="page"), text(request, name="sort")
    wanted = Wanted(
        words=text(request, name="q"), plan=text(request, name="plan"),
        state=meant("state", lambda asked: asked if asked in STATES else None) or "",
        unit=meant("unit", unit), giver=meant("giver", unit),
        kind=meant("kind", lambda asked: asked if asked in KINDS else None) or "",
        since=meant("since", day), until=meant("until", day),
        holder=meant("holder", _holder) or "",
        side=meant("side", lambda asked: asked if asked in ("do", "give") else None) or "",
        sort=sort if sort.removeprefix("-") in SORTS else "",
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
    )  # fmt: skip
    return wanted, unknown


def address(wanted: Wanted, **changes: Any) -> str:
    """The query of the address that asks for this, with changes; the first page unless they say otherwise."""
    asked = replace(wanted, **{"page": 1, **changes})
    values = {name: getattr(asked, part) for part, name in NAMES.items()}
    said = {name: str(value) for name, value in values.items() if value and (name, value) != ("page", 1)}
    return "?" + urlencode(said)


def unit_of(request: HttpRequest, *, asked: str, on: date) -> UUID | None:
    """The unit that a key or a name means, near where the person works before elsewhere."""
    try:
        return UUID(asked)
    except ValueError:
        held = person(request).held
        found = find(asked, among=directory(), on=on, within=str(held[0].unit) if held else "", most=1)
    return UUID(found.hits[0].node.uid) if found.hits else None


def day(asked: str) -> date | None:
    """A day as a date field or a person writes it."""
    try:
        return date.fromisoformat(iso(asked))
    except ValueError:
        return None


def _holder(asked: str) -> str | None:
    known = asked in ("me", "nobody") or (asked.isascii() and asked.isdigit() and len(asked) < 10)
    return asked if known else None
