"""The tree of units as of a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from caytre.core.access import NotFound
from caytre.units.queries.directory import directory
from caytre.units.queries.finding import find
from caytre.units.rules import outline
from caytre.units.rules.outline import Below, Node
from caytre.units.rules.permissions import can_change_any, can_import
from caytre.web.session import person
from caytre.web.units.looking import MAPS, Look, look, words
from caytre.web.units.now import heirs_of
from caytre.web.units.own import own_units
from caytre.web.units.whole import whole_of
from caytre.web.units.wording import TREES
from vanban.units.directory import Directory


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The tree, open down to the unit that was asked for; all of one unit on one page; or what a search found."""
    how, among = look(request), directory()
    own = own_units(person(request), among=among, on=how.today)
    asked, opened = words(request, name="q"), request.GET.get("open", "")
    may_change = can_change_any(person(request))
    context: dict[str, Any] = {
        "may_change": bool(may_change), "may_import": bool(can_import(person(request))),
        "look": how, "home": reverse("units"), "trees": TREES, "maps": MAPS, "q": asked, "own": own,
    }  # fmt: skip
    if asked:
        context["found"] = find(asked, among=among, on=how.on, within=own[0].uid if own else "")
        nodes = [hit.node for hit in context["found"].hits]
    elif request.GET.get("all"):
        context |= _whole(opened, among, how)
        nodes = []
    else:
        tops = outline.tops(among, tree=how.tree, on=how.on)
        context |= {"tops": tops, "opened": _opened(opened or (tops[0].uid if tops else ""), among, how)}
        nodes = [node for part in context["opened"].values() for node in (*part.bodies, *part.places)]
    context["heirs"] = heirs_of(nodes, among=among, look=how)
    return render(request, "units/tree.html", context)


@require_safe
def below(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """What belongs to one unit: the part of the tree that opens in place."""
    how, among = look(request), directory()
    node = _node(str(key), among, how)
    part = outline.below(among, of=node.uid, tree=how.tree, on=how.on)
    heirs = heirs_of((*part.bodies, *part.places), among=among, look=how)
    context = {
        "look": how,
        "home": reverse("units"),
        "node": node,
        "opened": {node.uid: part},
        "heirs": heirs,
    }
    return render(request, "units/branch.html", context)


def _opened(uid: str, among: Directory, how: Look) -> Mapping[str, Below]:
    """What belongs to the unit and to each of those above it. Raises NotFound."""
    if not uid:
        return {}
    node = _node(uid, among, how)
    shown = (*outline.path(among, to=node.uid, tree=how.tree, on=how.on), node.uid)
    return {one: outline.below(among, of=one, tree=how.tree, on=how.on) for one in shown}


def _whole(uid: str, among: Directory, how: Look) -> dict[str, Any]:
    """Every administrative unit of the country, or of one unit of it."""
    tops = outline.tops(among, tree="state", on=how.on)
    if not uid and not tops:
        return {}
    node = _node(uid, among, how) if uid else tops[0]
    return {"of": node, "whole": whole_of(node.uid, among=among, on=how.on)}


def _node(uid: str, among: Directory, how: Look) -> Node:
    record = among.get(uid)
    if record is None:
        raise NotFound
    return outline.node_of(record, on=how.on)
