"""How values are said to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from caytre.core.refusals import Refused

STATES = {
    "queued": lazy("Chờ đọc"),
    "reading": lazy("Đang đọc"),
    "read": lazy("Đã đọc"),
    "failed": lazy("Không đọc được"),
    "stopped": lazy("Đã dừng"),
}
ROLES = {
    "basis": lazy("Căn cứ"),
    "mention": lazy("Nhắc đến"),
    "purpose": lazy("Mục đích"),
    "tasks": lazy("Nhiệm vụ"),
    "organisation": lazy("Tổ chức thực hiện"),
    "annex": lazy("Phụ lục"),
    "other": lazy("Khác"),
}
KINDS = {
    "deadline": lazy("Có hạn"),
    "within": lazy("Trong khoảng thời gian"),
    "recurring": lazy("Định kỳ"),
    "continuous": lazy("Thường xuyên"),
    "ad_hoc": lazy("Đột xuất, khi có yêu cầu"),
}
EVERY = {
    "year": lazy("hằng năm"),
    "half": lazy("6 tháng một lần"),
    "quarter": lazy("hằng quý"),
    "month": lazy("hằng tháng"),
    "week": lazy("hằng tuần"),
}
FIELDS = {
    "issuer": lazy("Cơ quan ban hành"),
    "code": lazy("Số, ký hiệu"),
    "place": lazy("Nơi ban hành"),
    "date": lazy("Ngày"),
    "type": lazy("Loại văn bản"),
    "title": lazy("Trích yếu"),
    "signatory": lazy("Người ký"),
    "recipients": lazy("Nơi nhận"),
    "text": lazy("Nội dung nhiệm vụ"),
    "section": lazy("Mục"),
    "lead": lazy("Chủ trì"),
    "coordinators": lazy("Phối hợp"),
    "time": lazy("Thời gian"),
    "product": lazy("Sản phẩm"),
    "who": lazy("Bên báo cáo"),
    "to": lazy("Nơi nhận báo cáo"),
    "via": lazy("Gửi qua"),
    "number": lazy("Số, ký hiệu"),
    "role": lazy("Vai trò"),
    "": lazy("Cả mục"),
}
PARTS = {
    "header": lazy("Đầu văn bản"),
    "tasks": lazy("Nhiệm vụ"),
    "reports": lazy("Chế độ báo cáo"),
    "citations": lazy("Văn bản viện dẫn"),
    "outline": lazy("Bố cục"),
}
EVENTS = {
    "documents.document.received": lazy("Đưa văn bản vào"),
    "documents.reading.wanted": lazy("Yêu cầu đọc lại"),
    "documents.reading.started": lazy("Bắt đầu đọc"),
    "documents.reading.finished": lazy("Đọc xong"),
    "documents.reading.failed": lazy("Không đọc được"),
    "documents.reading.stopped": lazy("Dừng đọc"),
    "documents.fact.corrected": lazy("Sửa dữ kiện"),
    "documents.document.removed": lazy("Gỡ bỏ"),
    "core.user.created": lazy("Tạo tài khoản"),
}


def said(refusal: Refused) -> str:
    """A refusal in the language of the page."""
    sentence = _(refusal.sentence)
    return sentence % refusal.values if refusal.values else sentence


def day(value: str | None) -> str:
    """An ISO date as Vietnamese offices write it; "2031-02" is 02/2031, "12-15" is 15/12."""
    return "/".join(reversed(value.split("-"))) if value else ""


def time(value: Mapping[str, Any] | None) -> str:
    """What a time means, in words, where that says more than the words of the document."""
    if not value:
        return ""
    due, start = day(value["due"]), day(value["start"])
    every = str(EVERY.get(value["every"] or "", ""))
    if value["kind"] == "recurring":
        every = every or str(KINDS["recurring"])
        return _("%(every)s, hạn %(due)s") % {"every": every, "due": due} if due else every
    if value["kind"] == "within":
        if start and due:
            return _("từ %(start)s đến %(due)s") % {"start": start, "due": due}
        return _("từ %(start)s") % {"start": start} if start else _("đến %(due)s") % {"due": due}
    if value["kind"] == "deadline" and due:
        return _("hạn %(due)s") % {"due": due}
    return str(KINDS[value["kind"]])


def value(thing: Any) -> str:
    """Any value of a fact in one line."""
    if thing is None or thing == []:
        return _("(để trống)")
    if isinstance(thing, list):
        return "; ".join(value(one) for one in thing)
    if isinstance(thing, Mapping):
        if "kind" in thing:
            return f"{thing['raw'] or ''} ({time(thing)})".strip()
        if "position" in thing:
            return ", ".join(
                str(one) for one in (*thing["authority"], thing["position"], thing["name"]) if one
            )
        return str(thing.get("name") or thing.get("text") or thing.get("raw") or thing.get("title") or "")
    return str(ROLES.get(str(thing), thing))
