"""Which posts make sense. Who may give and end them is decided in ``people``."""

from __future__ import annotations

from datetime import date

from caytre.core.refusals import Refused, gettext_noop
from caytre.units.rules.known import Known, Span


class NotAdministrator(Refused):
    status = 403
    sentence = gettext_noop(
        "Chỉ quản trị viên của đơn vị này hoặc của cấp trên mới giao, kết thúc chức vụ ở đây. Hãy nhờ người đó."
    )


class NotOneself(Refused):
    status = 403
    sentence = gettext_noop("Không ai tự giao chức vụ cho mình. Hãy nhờ quản trị viên khác.")


class HeldAlready(Refused):
    status = 409
    sentence = gettext_noop("Người này đã có chức vụ đó ở đơn vị trong thời gian này.")


class OutsideUnit(Refused):
    sentence = gettext_noop(
        "%(name)s không hoạt động suốt thời gian của chức vụ. Hãy xem đơn vị có từ ngày nào đến ngày nào, rồi sửa ngày."
    )


class WrongSpan(Refused):
    sentence = gettext_noop("Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa ngày.")


class EndedAlready(Refused):
    status = 409
    sentence = gettext_noop("Chức vụ này đã kết thúc trước ngày đó. Hãy tải lại trang.")


def check_post(unit: Known, *, since: date, until: date | None, held: list[Span]) -> None:
    """Raise where the span is empty, leaves the time of the unit, or overlaps one that is ``held`` already."""
    if until is not None and until <= since:
        raise WrongSpan
    ends_late = unit.until is not None and (until is None or until > unit.until)
    if not unit.exists(since) or ends_late:
        raise OutsideUnit(name=unit.name(since))
    for begun, ended in held:
        if (ended is None or ended > since) and (until is None or begun is None or begun < until):
            raise HeldAlready
