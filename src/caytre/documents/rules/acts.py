"""What may be written down of an act, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from caytre.core.refusals import YES, Answer, Refused, gettext_noop, no
from caytre.documents.rules.meaning import number_key
from caytre.documents.rules.permissions import KEEPERS, MayNot, Person

LONGEST = 300


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What is said of an act. ``status``: "in_force", "ended", "unknown". ``ended`` is the first day without it."""

    number: str
    issued: date | None
    issuer: str
    type: str
    title: str
    status: str
    ended: date | None
    replaced_by: tuple[str, ...]
    source: str


class MayNotRecordAct(MayNot):
    sentence = gettext_noop(
        "Chỉ cán bộ đầu mối, văn thư và quản trị viên của cơ quan được ghi văn bản vào danh mục của cơ quan mình; "
        "danh mục chung do quản trị viên hệ thống ghi. Hãy nhờ một trong những người đó."
    )


class BadAct(Refused):
    """Something in it cannot be true."""


class NoNumber(BadAct):
    sentence = gettext_noop("Số, ký hiệu phải có cả số và chữ viết tắt, ví dụ 30/2020/NĐ-CP. Hãy ghi đủ.")


class NoSource(BadAct):
    sentence = gettext_noop("Hãy ghi biết điều này từ đâu, ví dụ Công báo số mấy, trang thông tin nào.")


class EndsBefore(BadAct):
    sentence = gettext_noop("Ngày hết hiệu lực không thể trước ngày ban hành. Hãy xem lại hai ngày này.")


class EndedWithoutEnd(BadAct):
    sentence = gettext_noop(
        "Đã ghi ngày hết hiệu lực hoặc văn bản thay thế mà tình trạng là “còn hiệu lực”. Hãy chọn lại tình trạng, "
        "hoặc bỏ trống hai ô đó."
    )


class Row(Protocol):
    @property
    def unit_id(self) -> UUID | None: ...


def can_record_act(person: Person, *, unit: UUID | None) -> Answer:
    """Whether acts may be written down for a unit; None is for everybody."""
    if not person.is_active:
        return no(MayNotRecordAct())
    if person.is_superuser or (unit is not None and person.reach.holds(unit, *KEEPERS)):
        return YES
    return no(MayNotRecordAct())


def check(facts: ActFacts) -> None:
    """Refuse what cannot be so. Raises :class:`BadAct`."""
    key = number_key(facts.number)
    if not any(letter.isdigit() for letter in key) or not any(letter.isalpha() for letter in key):
        raise NoNumber
    if not facts.source:
        raise NoSource
    if facts.ended and facts.issued and facts.ended < facts.issued:
        raise EndsBefore
    if facts.status == "in_force" and facts.replaced_by:
        raise EndedWithoutEnd


def has_ended(*, status: str, ended: date | None, on: date) -> bool:
    """Whether an act is no longer in force on a day; where the day of its end is not known, its status says it."""
    return ended <= on if ended else status == "ended"


def numbers_of(written: str) -> tuple[str, ...]:
    """The numbers that somebody wrote in one field, between blanks, commas or semicolons.

    >>> numbers_of("91/2025/QH15; 356/2025/NĐ-CP")
    ('91/2025/QH15', '356/2025/NĐ-CP')
    """
    pieces: Sequence[str] = written.replace(";", " ").replace(",", " ").split()
    return tuple(dict.fromkeys(piece[:100] for piece in pieces))[:20]
