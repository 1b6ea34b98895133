"""The choice of the unit of a post."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from caytre.units.queries.directory import directory
from caytre.units.rules.reach import ADMINISTRATOR
from caytre.web.session import person
from caytre.web.units import looking
from caytre.web.units.picking import Picker, picker


def unit_picker(request: HttpRequest, *, problem: str = "") -> Picker:
    """The choice of the unit of a post, among those of its first day; at first the one that the person administers."""
    user, among, today = person(request), directory(), timezone.localdate()
    own = next((str(post.unit) for post in user.held if post.role == ADMINISTRATOR), "")
    sent = request.POST if request.method == "POST" else QueryDict(f"unit={own}")
    return picker(
        sent, field="unit", label=_("Đơn vị"), among=among, on=_day(sent, default=today), within=own, problem=problem
    )  # fmt: skip


def _day(sent: QueryDict, *, default: date) -> date:
    try:
        return looking.day(sent.get("effective", ""), default=default)
    except looking.NoDay:
        return default


def chosen(shown: Picker) -> str:
    """The uid of the unit that was chosen, "" for none."""
    return next((pick.hit.node.uid for pick in shown.chosen), "")
