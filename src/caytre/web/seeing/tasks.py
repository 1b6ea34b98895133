"""The list of tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from caytre.core.models import User
from caytre.web.plans.wording import KINDS as KIND_WORDS
from caytre.web.seeing import wording
from caytre.web.seeing.asked import NAMES, address, wanted_of
from caytre.web.seeing.rows import names, shown
from caytre.web.session import person
from caytre.work.queries import listing
from caytre.work.queries.filters import KINDS, Wanted, saved_by, title_of

LABELS = {
    "words": gettext_lazy("Từ"),
    "state": gettext_lazy("Tình trạng"),
    "plan": gettext_lazy("Kế hoạch"),
    "unit": gettext_lazy("Đơn vị thực hiện"),
    "giver": gettext_lazy("Cơ quan giao"),
    "kind": gettext_lazy("Loại thời hạn"),
    "since": gettext_lazy("Hạn từ"),
    "until": gettext_lazy("Hạn đến"),
    "holder": gettext_lazy("Người thực hiện"),
    "side": gettext_lazy("Phạm vi"),
}


class Chip(NamedTuple):
    """One filter in words, and the address of the list without it."""

    label: str
    value: str
    without: str


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The page of the list that the address asks for."""
    user, on = person(request), timezone.localdate()
    wanted, unknown = wanted_of(request, on=on)
    page = listing.page_of(wanted, user=user, on=on)
    named = names(on)
    context = {
        "wanted": wanted,
        "unknown": {str(_label(name)): value for name, value in unknown.items()},
        "page": page,
        "rows": shown(page.rows, on=on),
        "chips": chips(wanted, rows=page.rows, user=user, on=on),
        "unit": named(wanted.unit) if wanted.unit else "",
        "giver": named(wanted.giver) if wanted.giver else "",
        "states": [(value, label) for value, label in wording.STATES.items() if value],
        "kinds": [(kind, KIND_WORDS[kind]) for kind in KINDS],
        "holders": wording.HOLDERS.items(),
        "sides": wording.SIDES.items(),
        "sorts": [("" if value == "due" else value, label) for value, label in wording.SORTS.items()],
        "query": address(wanted),
        "before": address(wanted, page=page.page - 1) if page.page > 1 else "",
        "after": address(wanted, page=page.page + 1) if page.page < page.pages else "",
        "saved": saved_by(user),
        "may_share": bool(user.held),
    }
    return render(request, "seeing/tasks.html", context)


def chips(wanted: Wanted, *, rows: Sequence[listing.Row], user: User, on: date) -> list[Chip]:
    """Each filter that holds, to be taken off."""
    none, found = Wanted(), []
    for part, label in LABELS.items():
        value = getattr(wanted, part)
        if value:
            without = address(wanted, **{part: getattr(none, part)})
            found.append(Chip(str(label), _said(part, value, on, rows, user), without))
    return found


def is_filtered(wanted: Wanted) -> bool:
    return replace(wanted, sort="", page=1) != Wanted()


def _said(part: str, value: Any, on: date, rows: Sequence[listing.Row], user: User) -> str:
    """A value of a filter in words."""
    if part in ("unit", "giver"):
        return names(on)(value) or str(value)
    if part in ("since", "until"):
        return f"{value:%d/%m/%Y}"
    if part == "holder" and value.isdecimal():
        return rows[0].holder_name if rows else _("người khác")  # nobody is told names by counting up keys
    if part == "plan":
        return title_of(value, user=user)
    known = {"state": wording.STATES, "kind": KIND_WORDS, "holder": wording.HOLDERS, "side": wording.SIDES}
    return str(known[part].get(value, value)) if part in known else str(value)


def _label(name: str) -> str:
    part = next(part for part, called in NAMES.items() if called == name)
    return str(LABELS.get(part, name))
