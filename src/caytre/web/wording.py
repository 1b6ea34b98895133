"""How values are said to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from caytre.web.library import REFUSALS

STATES = {
    "queued": gettext_lazy("Chờ đọc"),
    "reading": gettext_lazy("Đang đọc"),
    "read": gettext_lazy("Đã đọc"),
    "failed": gettext_lazy("Không đọc được"),
    "stopped": gettext_lazy("Đã dừng"),
}
SURE = {
    "sure": gettext_lazy("chắc chắn"),
    "rather": gettext_lazy("khá chắc"),
    "unsure": gettext_lazy("chưa chắc"),
}
COVERED = {
    "covered": gettext_lazy("Đã có"),
    "more": gettext_lazy("Vượt yêu cầu"),
    "partly": gettext_lazy("Mới có một phần"),
    "not": gettext_lazy("Chưa có"),
    "foreign": gettext_lazy("Không thuộc trách nhiệm"),
}
ROLES = {
    "basis": gettext_lazy("Căn cứ"),
    "mention": gettext_lazy("Nhắc đến"),
    "purpose": gettext_lazy("Mục đích"),
    "tasks": gettext_lazy("Nhiệm vụ"),
    "organisation": gettext_lazy("Tổ chức thực hiện"),
    "annex": gettext_lazy("Phụ lục"),
    "other": gettext_lazy("Khác"),
}
KINDS = {
    "deadline": gettext_lazy("Có hạn"),
    "within": gettext_lazy("Trong khoảng thời gian"),
    "recurring": gettext_lazy("Định kỳ"),
    "continuous": gettext_lazy("Thường xuyên"),
    "ad_hoc": gettext_lazy("Đột xuất, khi có yêu cầu"),
}
EVERY = {
    "year": gettext_lazy("hằng năm"),
    "half": gettext_lazy("6 tháng một lần"),
    "quarter": gettext_lazy("hằng quý"),
    "month": gettext_lazy("hằng tháng"),
    "week": gettext_lazy("hằng tuần"),
}
FIELDS = {
    "issuer": gettext_lazy("Cơ quan ban hành"),
    "code": gettext_lazy("Số, ký hiệu"),
    "place": gettext_lazy("Nơi ban hành"),
    "date": gettext_lazy("Ngày"),
    "type": gettext_lazy("Loại văn bản"),
    "title": gettext_lazy("Trích yếu"),
    "signatory": gettext_lazy("Người ký"),
    "recipients": gettext_lazy("Nơi nhận"),
    "text": gettext_lazy("Nội dung nhiệm vụ"),
    "section": gettext_lazy("Mục"),
    "lead": gettext_lazy("Chủ trì"),
    "coordinators": gettext_lazy("Phối hợp"),
    "time": gettext_lazy("Thời gian"),
    "product": gettext_lazy("Sản phẩm"),
    "who": gettext_lazy("Bên báo cáo"),
    "to": gettext_lazy("Nơi nhận báo cáo"),
    "via": gettext_lazy("Gửi qua"),
    "number": gettext_lazy("Số, ký hiệu"),
    "role": gettext_lazy("Vai trò"),
    "kind": gettext_lazy("Loại"),
    "": gettext_lazy("Cả mục"),
}
PARTS = {
    "header": gettext_lazy("Đầu văn bản"),
    "tasks": gettext_lazy("Nhiệm vụ"),
    "reports": gettext_lazy("Chế độ báo cáo"),
    "citations": gettext_lazy("Văn bản viện dẫn"),
    "outline": gettext_lazy("Bố cục"),
    "attachments": gettext_lazy("Tài liệu kèm theo"),
}
FAMILIES = {
    "F": gettext_lazy("Thể thức"),
    "C": gettext_lazy("Viện dẫn"),
    "S": gettext_lazy("Bố cục"),
    "R": gettext_lazy("6 rõ"),
    "T": gettext_lazy("Thời gian"),
    "U": gettext_lazy("Đơn vị"),
}
STANDINGS = {
    "open": gettext_lazy("Chưa xem xét"),
    "accepted": gettext_lazy("Đúng, cần sửa"),
    "dismissed": pgettext_lazy("standing", "Bỏ qua"),
    "decided": gettext_lazy("Đã xem xét"),
    "all": gettext_lazy("Tất cả"),
}
EVENTS = {
    "documents.document.received": gettext_lazy("Đưa văn bản vào"),
    "documents.reading.wanted": gettext_lazy("Yêu cầu đọc lại"),
    "documents.reading.started": gettext_lazy("Bắt đầu đọc"),
    "documents.reading.finished": gettext_lazy("Đọc xong"),
    "documents.reading.failed": gettext_lazy("Không đọc được"),
    "documents.reading.stopped": gettext_lazy("Dừng đọc"),
    "documents.fact.corrected": gettext_lazy("Sửa dữ kiện"),
    "documents.finding.accepted": gettext_lazy("Xác nhận một phát hiện là đúng"),
    "documents.finding.dismissed": gettext_lazy("Bỏ qua một phát hiện"),
    "documents.finding.reopened": gettext_lazy("Lấy lại ý kiến về một phát hiện"),
    "documents.basis.chosen": gettext_lazy("Chọn văn bản cấp trên"),
    "documents.basis.dropped": gettext_lazy("Bỏ chọn văn bản cấp trên"),
    "documents.requirement.judged": gettext_lazy("Quyết định về một yêu cầu của văn bản cấp trên"),
    "documents.document.removed": gettext_lazy("Gỡ bỏ"),
    "documents.document.given": gettext_lazy("Giao cho cơ quan"),
    "documents.citation.decided": gettext_lazy("Xác định văn bản viện dẫn"),
    "documents.duty.told_apart": gettext_lazy("Ghi là hai nhiệm vụ khác nhau"),
    "documents.act.recorded": gettext_lazy("Ghi văn bản vào danh mục"),
    "documents.act.changed": gettext_lazy("Ghi thay đổi của văn bản trong danh mục"),
    "core.user.created": gettext_lazy("Tạo tài khoản"),
    "work.plan.made": gettext_lazy("Lập kế hoạch"),
    "work.plan.proposed": gettext_lazy("Cập nhật đề xuất"),
    "work.plan.bounded": gettext_lazy("Đặt ngày kết thúc kế hoạch"),
    "work.plan.filled": gettext_lazy("Điền chung cho các dự thảo"),
    "work.plan.annexed": gettext_lazy("Ghi phụ lục gửi lại"),
    "work.plan.issued": gettext_lazy("Giao nhiệm vụ của kế hoạch"),
    "work.plan.wiped": gettext_lazy("Xóa nội dung kế hoạch"),
    "work.proposal.decided": gettext_lazy("Quyết định về đề xuất"),
    "work.task.added": gettext_lazy("Thêm nhiệm vụ"),
    "work.task.edited": gettext_lazy("Sửa nhiệm vụ"),
    "work.task.dropped": gettext_lazy("Bỏ dự thảo nhiệm vụ"),
    "work.task.issued": gettext_lazy("Giao nhiệm vụ"),
    "work.task.revised": gettext_lazy("Lập bản thay thế"),
    "work.task.withdrawn": gettext_lazy("Rút nhiệm vụ"),
    "accounts.account.closed": gettext_lazy("Đóng tài khoản"),
    "accounts.account.reopened": gettext_lazy("Mở lại tài khoản"),
    "accounts.password.given": gettext_lazy("Đặt lại mật khẩu"),
    "accounts.password.changed": gettext_lazy("Đổi mật khẩu"),
    "accounts.second_step.set_up": gettext_lazy("Thiết lập bước xác nhận thứ hai"),
    "accounts.second_step.codes_renewed": gettext_lazy("Làm lại mã dự phòng"),
    "accounts.second_step.code_used": gettext_lazy("Dùng một mã dự phòng"),
    "accounts.second_step.taken_away": gettext_lazy("Bỏ bước xác nhận thứ hai"),
}
# What browsers and systems call themselves; the first that fits is the one, since most claim to be others, too.
BROWSERS = {
    "Edg": "Edge", "OPR": "Opera", "CocCoc": "Cốc Cốc", "coc_coc": "Cốc Cốc", "Firefox": "Firefox", "Chrome": "Chrome",
    "Safari": "Safari",
}  # fmt: skip
SYSTEMS = {
    "Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "macOS", "Linux": "Linux",
}  # fmt: skip


def browser(agent: str) -> str:
    """Which browser on which system, from what it says of itself."""
    name, system = (
        next((said for mark, said in known.items() if mark in agent), "") for known in (BROWSERS, SYSTEMS)
    )
    if name and system:
        return _("%(browser)s trên %(system)s") % {"browser": name, "system": system}
    return name or system or _("Trình duyệt khác")


class Sentence(Protocol):
    """A Vietnamese sentence and what fills its places: a refusal, or what is wrong in a cell."""

    @property
    def sentence(self) -> str: ...
    @property
    def values(self) -> Mapping[str, object]: ...


def said(refusal: Sentence) -> str:
    """A refusal in the language of the page."""
    sentence = in_parts(refusal.sentence)
    return sentence % refusal.values if refusal.values else sentence


def in_parts(sentence: str) -> str:
    """A sentence in the language of the page; one of the library may have an advice behind it."""
    known = next((one for one in REFUSALS if sentence.startswith(f"{one} ")), "")
    if not known:
        return _(sentence) if sentence else ""
    return f"{_(known)} {_(sentence[len(known) + 1 :])}"


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
