"""How the state of work is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from caytre.work.rules.standing import Code, Standing

STATES: Mapping[str, Any] = {
    "": gettext_lazy("Chưa kết thúc"),
    "undone": gettext_lazy("Chưa xong"),
    "overdue": gettext_lazy("Quá hạn"),
    "soon": gettext_lazy("Sắp đến hạn"),
    "silent": gettext_lazy("Chưa có minh chứng"),
    "open": gettext_lazy("Chưa nhận"),
    "doing": gettext_lazy("Đang làm"),
    "objected": gettext_lazy("Đang đề nghị chuyển"),
    "returned": gettext_lazy("Bị trả lại"),
    "claimed": gettext_lazy("Chờ xác nhận"),
    "verified": gettext_lazy("Hoàn thành"),
    "withdrawn": gettext_lazy("Đã rút"),
    "superseded": gettext_lazy("Đã thay thế"),
    "all": gettext_lazy("Tất cả"),
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


CODES: Mapping[Code, Any] = {
    "ahead": gettext_lazy("Chưa đến kỳ"),
    "new": gettext_lazy("Chưa nhận"),
    "objected": gettext_lazy("Đang đề nghị chuyển"),
    "doing": gettext_lazy("Đang làm"),
    "shown": gettext_lazy("Có minh chứng trong kỳ"),
    "silent": gettext_lazy("Chưa có minh chứng"),
    "asked": gettext_lazy("Đang xin gia hạn"),
    "claimed": gettext_lazy("Chờ xác nhận"),
    "returned": gettext_lazy("Bị trả lại"),
    "on-time": gettext_lazy("Hoàn thành đúng hạn"),
    "late": gettext_lazy("Hoàn thành muộn"),
    "withdrawn": gettext_lazy("Đã rút"),
    "superseded": gettext_lazy("Đã thay thế"),
}


def told(how: Standing) -> str:
    """How it stands, in words."""
    if how.code == "overdue":
        return _("Quá hạn %(n)s ngày") % {"n": -(how.left or 0)}
    if how.code == "soon":
        return _("Còn %(n)s ngày") % {"n": how.left} if how.left else _("Hạn hôm nay")
    if how.code == "on-time" and how.left is None:
        return _("Hoàn thành")
    return str(CODES[how.code])


def age(how: Standing) -> str:
    """How old the last evidence is."""
    if how.age is None:
        return _("chưa có")
    return _("%(n)s ngày trước") % {"n": how.age} if how.age > 0 else _("hôm nay")
