"""The page of one unit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from caytre.core.access import NotFound
from caytre.units.queries.answering import answering
from caytre.units.queries.directory import directory
from caytre.units.queries.life import handed_over, holders, life_of
from caytre.units.rules import life, outline
from caytre.units.rules.permissions import can_change
from caytre.web.session import person
from caytre.web.units.looking import MAPS, Look, look
from caytre.web.units.now import now
from caytre.web.units.wording import EVENTS, ROLES, THINGS, TREES
from vanban.units.directory import Directory
from vanban.units.model import Record


@require_safe
def show(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """What a unit is and was, who belongs to it, and who went before and after it."""
    how, among = look(request), directory()
    record = among.get(str(key))
    if record is None:
        raise NotFound
    day = _day(record, how)
    held = person(request).reach
    sees = held.sees(key)
    context: dict[str, Any] = {
        "look": how, "trees": TREES, "maps": MAPS, "kinds": EVENTS, "roles": ROLES, "things": THINGS,
        "node": outline.node_of(record, on=how.on), "lies_in": outline.lies_in(among, unit=record.uid, on=day),
        "seat": _seat(record, among, how), "life": life_of(record.uid, among=among),
        "parts": outline.parts(among, of=record.uid, on=day),
        "may_change": bool(can_change(person(request), units=answering([key]))) and not _has_ended(record, how),
        "sees": sees, "posts": holders(key, on=how.today) if sees else [],
        "handovers": handed_over(key) if sees else [],
    }  # fmt: skip
    return render(request, "units/unit.html", context | _after(record, among, how, context["life"].before))


def _after(record: Record, among: Directory, how: Look, before: tuple[life.Kin, ...]) -> dict[str, Any]:
    """Who took over: the units of the day it ended, or those of today; and the same for those it took over from."""
    end = record.states[-1].until
    found: dict[str, Any] = {"has_ended": _has_ended(record, how), "end": end, "heirs": {}}
    if found["has_ended"] and end:
        found["after"] = life.heirs(among, of=record.uid, on=end if how.map == "reported" else how.today)
    if how.map == "today":
        found["heirs"] = {kin.unit.uid: now(kin.unit.uid, among=among, look=how) for kin in before}
    return found


def _has_ended(record: Record, how: Look) -> bool:
    end = record.states[-1].until
    return end is not None and end <= how.today


def _day(record: Record, how: Look) -> date:
    """The day as of which the page shows what lies around the unit: not after its last one."""
    end = record.states[-1].until
    return min(how.on, end - timedelta(days=1)) if end else how.on


def _seat(record: Record, among: Directory, how: Look) -> outline.Node | None:
    """The administrative unit whose body it is."""
    seat = among.get(record.seat) if record.seat else None
    return outline.node_of(seat, on=how.on) if seat else None
