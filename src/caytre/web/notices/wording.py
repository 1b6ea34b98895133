"""How notices are said to people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.work.models import UNDONE, Kind, Notice, Occurrence

KINDS = {
    Kind.COMING: gettext_lazy("Sắp đến hạn"),
    Kind.OVERDUE: gettext_lazy("Quá hạn"),
    Kind.WATCHED: gettext_lazy("Đơn vị bạn theo dõi bị quá hạn"),
    Kind.URGE: gettext_lazy("Cần đôn đốc"),
    Kind.INSPECT: gettext_lazy("Đề nghị kiểm tra"),
    Kind.SILENT: gettext_lazy("Chưa có minh chứng"),
    Kind.RETURNED: gettext_lazy("Bị trả lại"),
    Kind.HANDED: gettext_lazy("Mới giao cho bạn"),
    Kind.OBJECTED: gettext_lazy("Đơn vị đề nghị chuyển"),
    Kind.WIPED: gettext_lazy("Việc bị rút: văn bản có dấu độ mật"),
    Kind.WITHDRAWN: gettext_lazy("Cơ quan giao đã rút việc"),
    Kind.REWORDED: gettext_lazy("Việc được thay bằng nội dung mới"),
}
ASKS = {
    Kind.COMING: gettext_lazy("Hãy cập nhật tiến độ. Nếu không kịp, hãy xin gia hạn trước khi hết hạn."),
    Kind.OVERDUE: gettext_lazy("Hãy báo kết quả, hoặc nêu lý do và xin gia hạn."),
    Kind.WATCHED: gettext_lazy("Hãy hỏi đơn vị thực hiện."),
    Kind.URGE: gettext_lazy("Hãy soạn công văn đôn đốc để trình ký."),
    Kind.INSPECT: gettext_lazy("Hãy xem xét đưa vào nội dung kiểm tra."),
    Kind.SILENT: gettext_lazy("Kỳ vừa qua chưa có minh chứng. Hãy bổ sung."),
    Kind.RETURNED: gettext_lazy("Hãy xem lý do và làm lại."),
    Kind.HANDED: gettext_lazy("Hãy xem việc, làm và cập nhật tiến độ."),
    Kind.OBJECTED: gettext_lazy("Hãy xem lý do và quyết định."),
    Kind.WIPED: gettext_lazy(
        "Nội dung đã được gỡ khỏi hệ thống. Nếu đã tải về hoặc in ra, hãy báo người phụ trách bảo vệ bí mật nhà nước."
    ),
    Kind.WITHDRAWN: gettext_lazy("Không phải làm tiếp. Hãy xem lý do."),
    Kind.REWORDED: gettext_lazy("Hãy xem nội dung mới ở Việc của cơ quan và làm theo nội dung đó."),
}
LATE = (Kind.OVERDUE, Kind.WATCHED, Kind.URGE, Kind.INSPECT)
TITLE = 160


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as a page or a mail has it. ``when`` says how its last day stands; ``is_over``: nothing is to be done
    any more."""

    notice: Notice
    kind: str
    asks: str
    title: str
    unit: str
    when: str
    is_late: bool
    is_over: bool
    href: str


def lines(notices: Any, *, on: date) -> list[Line]:
    """Notices in words, on a day."""
    among = directory()

    def line(notice: Notice) -> Line:
        about, kind = notice.about, Kind(notice.kind)
        return Line(
            notice, kind=str(KINDS[kind]), asks=str(ASKS[kind]),
            title=shortened(about.task.text) or _("(nội dung đã gỡ)"),
            unit=name_of(str(about.unit_id), among=among, on=on), when=when(about.due_on, on=on),
            is_late=kind in LATE, is_over=about.state not in UNDONE,
            href=page_of(about),
        )  # fmt: skip

    return [line(notice) for notice in notices]


def page_of(about: Occurrence) -> str:
    """Where it is seen what an occurrence is about."""
    return reverse("occurrence", kwargs={"key": about.pk})


def shortened(text: str) -> str:
    """A task as a title: its first words, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= TITLE else f"{line[: TITLE - 1].rstrip()}…"


def when(due: date | None, *, on: date) -> str:
    """How far off a last day is, in days of the calendar; "" where there is none."""
    if due is None:
        return ""
    days = (due - on).days
    if days == 0:
        return _("hết hạn hôm nay")
    if days > 0:
        return ngettext("còn %(n)s ngày", "còn %(n)s ngày", days) % {"n": days}
    return ngettext("quá hạn %(n)s ngày", "quá hạn %(n)s ngày", -days) % {"n": -days}


def headed(units: Iterable[UUID], *, on: date) -> dict[UUID, str]:
    """Units as letters are headed on a day."""
    among = directory()
    return {unit: name_of(str(unit), among=among, on=on) for unit in units}
