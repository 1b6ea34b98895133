"""The marks by which a workbook of the annex is known when it comes back: of which plan, and each row of which task.

They are signed: a row says nothing of a task that did not go out in this plan's annex.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from caytre.core.refusals import Refused, gettext_noop
from caytre.work.models import Plan
from caytre.work.rules.annexes import FIELDS, Line, digest

_DIGITS = 20


class NotOurs(Refused):
    sentence = gettext_noop(
        "Tệp này không phải phụ lục tải từ hệ thống, hoặc đã mất trang và cột ẩn. Hãy tải phụ lục .xlsx từ trang này, "
        "sửa trên tệp đó rồi gửi lại."
    )


class OfAnotherPlan(Refused):
    sentence = gettext_noop(
        "Tệp này là phụ lục của một kế hoạch khác. Hãy mở đúng kế hoạch đó để gửi, hoặc tải phụ lục từ trang này."
    )


def seal_of(plan: Plan, *, at: datetime) -> str:
    """That the workbook went out for this plan, and when."""
    return signing.dumps([plan.pk.hex, at.isoformat()], salt=__name__)


def went_out(seal: str, *, plan: Plan) -> datetime:
    """When the workbook went out. Raises :class:`NotOurs`, :class:`OfAnotherPlan`."""
    try:
        key, at = signing.loads(seal, salt=__name__)
    except (signing.BadSignature, ValueError):
        raise NotOurs from None
    if key != plan.pk.hex:
        raise OfAnotherPlan
    return datetime.fromisoformat(at)


def mark_of(line: Line, *, plan: UUID) -> str:
    """The digests of the cells with which a row goes out."""
    digests = "".join(digest(line.values[name]) for name in FIELDS)
    return f"{digests}.{_signed(line.key, plan, digests)}"


def base_of(mark: str, *, key: UUID, plan: UUID) -> Mapping[str, str] | None:
    """The digests by field with which the row of a task went out; None where the mark is not ours."""
    digests, _dot, signed = mark.partition(".")
    if not constant_time_compare(signed, _signed(key, plan, digests)):
        return None
    return {name: digests[8 * at : 8 * at + 8] for at, name in enumerate(FIELDS)}


def _signed(key: UUID, plan: UUID, digests: str) -> str:
    return salted_hmac(__name__, f"{plan.hex}:{key.hex}:{digests}", algorithm="sha256").hexdigest()[:_DIGITS]
