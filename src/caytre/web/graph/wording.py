"""How acts and what speaks against a citation are said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from caytre.documents.models import Act

STATUSES: Mapping[str, Any] = {
    "in_force": gettext_lazy("Còn hiệu lực"),
    "ended": gettext_lazy("Hết hiệu lực"),
    "unknown": gettext_lazy("Chưa rõ"),
}
DOUBTS: Mapping[str, Any] = {
    "": "",
    "date": gettext_lazy("ngày khác với viện dẫn"),
    "issuer": gettext_lazy("cơ quan ban hành khác với viện dẫn"),
}


def doubt(code: str) -> str:
    """What speaks against a meaning, in words."""
    return str(DOUBTS.get(code, code))


def day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""


def status(act: Act) -> str:
    """Whether an act is in force, since when not, and what came in its place."""
    said = str(STATUSES[act.status])
    if act.ended:
        said = _("Hết hiệu lực từ %(day)s") % {"day": day(act.ended)}
    if act.replaced_by:
        said += "; " + _("thay bằng %(numbers)s") % {"numbers": ", ".join(act.replaced_by)}
    return said
