"""How the state of work is said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from caytre.core.validity import day_of
from caytre.work.queries.filters import SOON
from caytre.work.queries.tasks import Row

STATES: Mapping[str, Any] = {
    "": gettext_lazy("Chưa kết thúc"),
    "undone": gettext_lazy("Chưa xong"),
    "overdue": gettext_lazy("Quá hạn"),
    "soon": gettext_lazy("Sắp đến hạn"),
    "silent": gettext_lazy("Chưa có minh chứng"),
    "open": gettext_lazy("Chưa nhận"),
    "doing": gettext_lazy("Đang làm"),
    "objected": gettext_lazy("Đề nghị chuyển"),
    "returned": gettext_lazy("Bị trả lại"),
    "claimed": gettext_lazy("Chờ xác nhận"),
    "verified": gettext_lazy("Hoàn thành"),
    "withdrawn": gettext_lazy("Đã rút"),
    "superseded": gettext_lazy("Đã thay thế"),
    "all": gettext_lazy("Tất cả"),
}
KINDS: Mapping[str, Any] = {
    "deadline": gettext_lazy("Có hạn"),
    "within": gettext_lazy("Trong khoảng thời gian"),
    "recurring": gettext_lazy("Định kỳ"),
    "continuous": gettext_lazy("Thường xuyên"),
    "ad_hoc": gettext_lazy("Đột xuất, khi có yêu cầu"),
    "unspecified": gettext_lazy("Chưa rõ thời gian"),
}
HOLDERS: Mapping[str, Any] = {"me": gettext_lazy("Tôi"), "nobody": gettext_lazy("Chưa giao cho ai")}
SIDES: Mapping[str, Any] = {
    "do": gettext_lazy("Việc tôi và đơn vị tôi làm"),
    "give": gettext_lazy("Việc đơn vị tôi giao"),
}
SORTS: Mapping[str, Any] = {
    "due": gettext_lazy("Hạn gần trước"),
    "-due": gettext_lazy("Hạn xa trước"),
    "shown": gettext_lazy("Minh chứng cũ trước"),
    "-made": gettext_lazy("Mới giao trước"),
}


def going(row: Row, *, on: date) -> tuple[str, str]:
    """How it stands on a day: its colour, and the words that say it."""
    if row.state == "verified":
        late = row.due_on and row.claimed_at and day_of(row.claimed_at) > row.due_on
        return ("late", _("Hoàn thành muộn")) if late else ("done", _("Hoàn thành"))
    if row.state in ("withdrawn", "superseded", "claimed", "objected"):
        return row.state, str(STATES[row.state])
    if row.due_on and row.due_on < on:
        return "overdue", _("Quá hạn %(n)s ngày") % {"n": (on - row.due_on).days}
    if row.due_on is None and row.ends and row.ends < on and row.shown_at is None:
        return "silent", str(STATES["silent"])
    if row.state == "returned":
        return row.state, str(STATES[row.state])
    if row.due_on and (row.due_on - on).days <= SOON:
        left = (row.due_on - on).days
        return "soon", _("Còn %(n)s ngày") % {"n": left} if left else _("Hạn hôm nay")
    return row.state, str(STATES[row.state])


def age(row: Row, *, on: date) -> str:
    """How old the last evidence is."""
    if row.shown_at is None:
        return _("chưa có")
    days = (on - day_of(row.shown_at)).days
    return _("%(n)s ngày trước") % {"n": days} if days > 0 else _("hôm nay")
