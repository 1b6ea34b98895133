"""How steps are said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from caytre.work.models import Step

STEPS: Mapping[str, Any] = {
    Step.RECEIVED: gettext_lazy("đã nhận việc"),
    Step.OBJECTED: gettext_lazy("báo không thuộc thẩm quyền, đề nghị chuyển"),
    Step.UPHELD: gettext_lazy("giữ nguyên việc giao"),
    Step.HANDED: gettext_lazy("giao cho người thực hiện"),
    Step.PROGRESS: gettext_lazy("cập nhật tiến độ"),
    Step.CLAIMED: gettext_lazy("báo cáo hoàn thành"),
    Step.RETURNED: gettext_lazy("trả lại"),
    Step.VERIFIED: gettext_lazy("xác nhận hoàn thành"),
    Step.ASKED: gettext_lazy("xin gia hạn"),
    Step.GRANTED: gettext_lazy("đồng ý gia hạn"),
    Step.DENIED: gettext_lazy("không đồng ý gia hạn"),
    Step.WITHDRAWN: gettext_lazy("rút việc"),
    Step.PASSED_ON: gettext_lazy("chuyển việc cho đơn vị khác"),
    Step.REWORDED: gettext_lazy("thay bằng nhiệm vụ có nội dung mới"),
}
HEAPS: Mapping[str, Any] = {
    "receive": gettext_lazy("Chờ nhận"),
    "returned": gettext_lazy("Bị trả lại"),
    "hand": gettext_lazy("Đang làm"),
    "verify": gettext_lazy("Đã giao, chờ xác nhận hoàn thành"),
    "objected": gettext_lazy("Đã giao, đơn vị đề nghị chuyển"),
    "asked": gettext_lazy("Đã giao, đơn vị xin gia hạn"),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What a deed is called on its button, what it does, what is told when it is done. ``fields`` are those of its
    form; ``text`` is what stands above the words that somebody writes."""

    button: Any
    hint: Any
    done: Any
    fields: tuple[str, ...] = ("text",)
    text: Any = gettext_lazy("Ghi chú (nếu có)")
    needs_text: bool = False


_HALVES = {"1": gettext_lazy("6 tháng đầu năm %(year)s"), "2": gettext_lazy("6 tháng cuối năm %(year)s")}
_QUARTERS = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def period(key: str) -> str:
    """The period that the key of an occurrence names, as an official says it; "" where it is done but once."""
    name, _beside, _number = key.partition("+")
    year, _dash, part = name.partition("-")
    if not year.isdigit():
        return _("việc phát sinh") if name.startswith("event:") else ""
    if part.startswith("H"):
        return str(_HALVES[part[1:]]) % {"year": year}
    if part.startswith("Q"):
        return _("Quý %(number)s/%(year)s") % {"number": _QUARTERS[part[1:]], "year": year}
    if part.startswith("W"):
        return _("Tuần %(number)s/%(year)s") % {"number": int(part[1:]), "year": year}
    return (
        _("Tháng %(number)s/%(year)s") % {"number": part, "year": year}
        if part
        else _("Năm %(year)s") % {"year": year}
    )


WHY = gettext_lazy("Lý do")
DEEDS: Mapping[str, Wording] = {
    "receive": Wording(
        gettext_lazy("Nhận việc"),
        gettext_lazy("Cơ quan giao sẽ thấy là việc đã được nhận."),
        gettext_lazy("Đã nhận việc."),
        fields=(),
    ),
    "show": Wording(
        gettext_lazy("Cập nhật tiến độ"),
        gettext_lazy("Ghi kết quả đến nay; kèm minh chứng thì không cần báo cáo riêng."),
        gettext_lazy("Đã cập nhật tiến độ."),
        fields=("percent", "text", "figures", "evidence"),
        text=gettext_lazy("Kết quả đến nay"),
    ),
    "claim": Wording(
        gettext_lazy("Báo cáo hoàn thành"),
        gettext_lazy("Cơ quan giao sẽ xem và xác nhận, hoặc trả lại nếu còn thiếu."),
        gettext_lazy("Đã báo cáo hoàn thành, chờ cơ quan giao xác nhận."),
        fields=("text", "figures", "evidence"),
        text=gettext_lazy("Kết quả"),
    ),
    "hand": Wording(
        gettext_lazy("Giao người thực hiện"),
        gettext_lazy("Người được giao cập nhật tiến độ và báo cáo hoàn thành."),
        gettext_lazy("Đã giao người thực hiện."),
        fields=("person", "text"),
    ),
    "ask": Wording(
        gettext_lazy("Xin gia hạn"),
        gettext_lazy("Cơ quan giao quyết định. Thời hạn cũ còn được giữ cho đến khi có quyết định."),
        gettext_lazy("Đã gửi đề nghị gia hạn."),
        fields=("day", "text"),
        text=WHY,
        needs_text=True,
    ),
    "object": Wording(
        gettext_lazy("Đề nghị chuyển"),
        gettext_lazy(
            "Khi việc không thuộc thẩm quyền. Cơ quan giao sẽ giữ nguyên hoặc chuyển cho đơn vị khác."
        ),
        gettext_lazy("Đã gửi đề nghị chuyển."),
        fields=("text", "unit"),
        text=WHY,
        needs_text=True,
    ),
    "verify": Wording(
        gettext_lazy("Xác nhận hoàn thành"),
        gettext_lazy("Việc kết thúc. Hãy xem minh chứng trước khi xác nhận."),
        gettext_lazy("Đã xác nhận hoàn thành."),
    ),
    "give-back": Wording(
        gettext_lazy("Trả lại"),
        gettext_lazy("Nói rõ còn thiếu gì; đơn vị thực hiện làm tiếp."),
        gettext_lazy("Đã trả lại."),
        text=WHY,
        needs_text=True,
    ),
    "uphold": Wording(
        gettext_lazy("Giữ nguyên việc giao"),
        gettext_lazy("Đơn vị này vẫn phải làm việc này."),
        gettext_lazy("Đã giữ nguyên việc giao."),
        text=WHY,
        needs_text=True,
    ),
    "decide": Wording(
        gettext_lazy("Quyết định gia hạn"),
        gettext_lazy("Có thể cho đến một ngày khác với ngày được xin."),
        gettext_lazy("Đã ghi quyết định."),
        fields=("answer", "text"),
        text=gettext_lazy("Ý kiến (bắt buộc khi không đồng ý)"),
    ),
    "pass": Wording(
        gettext_lazy("Chuyển đơn vị khác"),
        gettext_lazy("Đơn vị được chọn làm việc này và cả các kỳ sau."),
        gettext_lazy("Đã chuyển việc."),
        fields=("unit", "text"),
        text=WHY,
        needs_text=True,
    ),
    "withdraw": Wording(
        gettext_lazy("Rút việc"),
        gettext_lazy("Đơn vị này không phải làm nữa. Những gì đã làm vẫn được giữ."),
        gettext_lazy("Đã rút việc."),
        text=WHY,
        needs_text=True,
    ),
}
