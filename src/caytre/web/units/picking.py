"""Units are chosen in a form: search as you type, and the same with a button where there are no scripts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caytre.units.queries.directory import directory
from caytre.units.queries.finding import Found, Hit, find, hit_of
from caytre.web.session import person
from caytre.web.units.looking import LONGEST, NoDay, day
from caytre.web.units.own import own_units
from caytre.web.units.wording import SCOPES
from vanban.units import Directory

MOST = 12


@dataclass(frozen=True, slots=True)
class Pick:
    """A unit on offer. ``share``, ``scope`` and ``is_default`` are what was said of it where a form asks that."""

    hit: Hit
    is_chosen: bool = False
    share: str = ""
    scope: str = "*"
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class Picker:
    """One choice of units. ``more`` is what is asked of each: "" nothing, "part", "default", "heir"."""

    field: str
    label: str
    many: bool
    more: str
    asked: str
    chosen: tuple[Pick, ...]
    found: tuple[Pick, ...] | None
    total: int = 0
    problem: str = ""
    hint: str = ""

    @property
    def id(self) -> str:
        """The field as a part of an id in the page."""
        return self.field.replace(".", "-")


def picker(
    sent: QueryDict, *, field: str, label: str, among: Directory, on: date, within: str, many: bool = False,
    more: str = "", problem: str = "", hint: str = "",
) -> Picker:  # fmt: skip
    """The choice of a field as it was sent: what was chosen, and what its search finds."""
    uids = [uid for uid in dict.fromkeys(sent.getlist(field)) if uid and among.get(uid)]
    uids = uids if many else uids[-1:]
    asked = " ".join(sent.get(f"q.{field}", "").split())[:LONGEST]
    found = find(asked, among=among, on=on, within=within, most=MOST) if asked else None
    return Picker(
        field, label, many, more, asked,
        chosen=tuple(_chosen(uid, field, sent, among, on) for uid in uids),
        found=_others(found, uids) if found else None,
        total=found.total if found else 0,
        problem=problem,
        hint=hint,
    )  # fmt: skip


@require_safe
def offer(request: HttpRequest) -> HttpResponse:
    """What a search in a form finds, as choices of its field."""
    field = request.GET.get("field", "")[:80]
    among, today = directory(), timezone.localdate()
    try:
        on = day(request.GET.get("effective", ""), default=today)
    except NoDay:
        on = today
    own = own_units(person(request), among=among, on=today)
    shown = picker(
        request.GET, field=field, label="", among=among, on=on, within=own[0].uid if own else "",
        many=request.GET.get("many") == "1", more=request.GET.get("more", ""),
    )  # fmt: skip
    return render(request, "units/offer.html", {"picker": shown, "scopes": SCOPES})


def _chosen(uid: str, field: str, sent: QueryDict, among: Directory, on: date) -> Pick:
    return Pick(
        hit_of(uid, among=among, on=on),
        is_chosen=True,
        share="part" if uid in sent.getlist(f"part.{field}") else "whole",
        scope=sent.get(f"scope.{field}.{uid}", "*"),
        is_default=sent.get(f"default.{field}", "") == uid,
    )


def _others(found: Found, chosen: list[str]) -> tuple[Pick, ...]:
    return tuple(Pick(hit) for hit in found.hits if hit.node.uid not in chosen)
