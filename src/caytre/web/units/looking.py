"""How a person looks at the units: as of which day, in which tree, with the names of then or on the map of today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy

from caytre.core.refusals import Refused, gettext_noop
from caytre.units.rules.outline import TREES
from caytre.units.rules.sheets import one_line
from caytre.web.documents.forms import iso
from vanban.units.model import Tree

MAPS = {
    "reported": gettext_lazy("Theo thời điểm văn bản"),
    "today": gettext_lazy("Theo hiện nay"),
}
MAP = "map"
LONGEST = 200


class NoDay(Refused):
    sentence = gettext_noop("“%(value)s” không phải là ngày. Hãy ghi như 05/3/2031.")


@dataclass(frozen=True, slots=True)
class Look:
    """``map`` is "reported" (what was then) or "today" (with who took over, as things are today)."""

    on: date
    today: date
    tree: Tree
    map: str

    @property
    def is_past(self) -> bool:
        return self.on < self.today

    @property
    def address(self) -> str:
        """The query of an address that looks in the same way."""
        asked = {"tree": self.tree, "on": "" if self.on == self.today else self.on.isoformat()}
        return "?" + urlencode({name: value for name, value in asked.items() if value})


def look(request: HttpRequest) -> Look:
    """How this request looks. The map that was chosen last stays chosen. Raises :class:`NoDay`."""
    today = timezone.localdate()
    tree = next((one for one in TREES if one == request.GET.get("tree")), TREES[0])
    asked = request.GET.get(MAP, "")
    if asked in MAPS and asked != request.session.get(MAP, "reported"):
        request.session[MAP] = asked
    return Look(
        day(request.GET.get("on", ""), default=today), today, tree, request.session.get(MAP, "reported")
    )


def day(text: str, *, default: date) -> date:
    """A day as a person or a date field writes it, ``default`` where nothing is written. Raises :class:`NoDay`."""
    try:
        return date.fromisoformat(iso(text[:LONGEST])) if text.strip() else default
    except ValueError:
        raise NoDay(value=text[:LONGEST]) from None


def words(request: HttpRequest, *, name: str) -> str:
    """What was typed in a field of a search, in one line."""
    return one_line(request.GET.get(name, ""))[:LONGEST]
