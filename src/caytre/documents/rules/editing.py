"""What a person may write into a fact, and where the new words stand in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from caytre.core.refusals import Refused, gettext_noop

Json = dict[str, Any]
FIELDS: Mapping[str, tuple[str, ...]] = {
    "header": ("issuer", "code", "place", "date", "type", "title", "signatory", "recipients"),
    "tasks": ("text", "section", "lead", "coordinators", "time", "product"),
    "reports": ("who", "to", "via", "time"),
    "citations": ("type", "number", "date", "issuer", "role"),
    "outline": ("title", "role"),
    "attachments": ("title", "kind"),
}
UNITS = ("lead", "coordinators", "who", "to")
ROLES = {
    "citations": ("basis", "mention"),
    "outline": ("purpose", "tasks", "organisation", "annex", "other"),
}
KINDS = ("deadline", "within", "recurring", "continuous", "ad_hoc")
EVERY = ("year", "half", "quarter", "month", "week")
_REQUIRED = {("tasks", "text"), ("outline", "title"), ("attachments", "kind")}
_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY = re.compile(r"(?:(\d{4})-)?(\d{2})-(\d{2})")
_PARTIAL = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_NEAR = 3000


class BadFact(Refused):
    """A value that cannot be true of this fact."""

    sentence = gettext_noop("Giá trị này không dùng được. Hãy xem lại ô vừa nhập.")


class BadDate(BadFact):
    sentence = gettext_noop(
        "“%(value)s” không phải là một ngày dùng được ở đây. "
        "Hãy viết ngày/tháng/năm, ví dụ 15/12/2031; hạn hằng năm thì chỉ viết ngày/tháng, ví dụ 15/12."
    )


class EmptyFact(BadFact):
    sentence = gettext_noop(
        "Mục này không được để trống. Nếu mục không đúng là một dữ kiện, hãy bỏ cả mục bằng nút “Bỏ mục này”."
    )


class NotInText(BadFact):
    sentence = gettext_noop(
        "Không thấy câu này trong văn bản. Hãy chép đúng nguyên văn một đoạn của văn bản."
    )


def is_day(value: str, *, yearly: bool = False) -> bool:
    """Whether this is an existing day: "2031-12-15", or "12-15" where ``yearly``."""
    found = _DAY.fullmatch(value)
    if not found or (found[1] is None) != yearly:
        return False
    month, day = int(found[2]), int(found[3])
    if not 1 <= month <= 12 or not 1 <= day <= _MONTH_LENGTHS[month - 1]:
        return False
    year = int(found[1]) if found[1] else 2000
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return not (month == 2 and day == 29 and not leap)


def check(part: str, *, field: str, value: Any) -> None:
    """Refuse what cannot be a value of this fact. Raises :class:`BadFact`."""
    if (part, field) in _REQUIRED and not value:
        raise EmptyFact
    if field == "time":
        _check_time(value)
    elif field == "role" and value not in ROLES[part]:
        raise BadFact
    elif field == "date" and value and not _is_date(value, partial=part == "header"):
        raise BadDate(value=value)


def _is_date(value: str, *, partial: bool) -> bool:
    return is_day(value) or (partial and _PARTIAL.fullmatch(value) is not None)


def _check_time(value: Json | None) -> None:
    if value is None:
        return
    if value["kind"] not in KINDS or value["every"] not in (None, *EVERY):
        raise BadFact
    yearly = value["kind"] == "recurring"
    for name in ("start", "due"):
        day = value[name]
        if day and not is_day(day, yearly=yearly and name == "due"):
            raise BadDate(value=day)


def units(names: Sequence[str], *, old: Sequence[Json], text: str, near: Sequence[int]) -> list[Json]:
    """Units with these names. One that was there keeps its place; another is looked for around ``near``."""
    known = {unit["name"]: unit for unit in old}
    return [known.get(name) or {"name": name, "span": find(name, text=text, near=near)} for name in names]


def find(words: str, *, text: str, near: Sequence[int]) -> list[int] | None:
    """Where these words stand in the text, the first place from the start of ``near`` on; None if nowhere near."""
    if not words:
        return None
    start = text.find(words, near[0], near[1] + _NEAR)
    if start < 0:
        start = text.find(words, max(0, near[0] - _NEAR), near[1])
    return [start, start + len(words)] if start >= 0 else None


def stretch(words: str, *, text: str) -> list[int]:
    """Where a passage stands that a person copied, whatever its blanks. Raises :class:`NotInText`."""
    pieces = [re.escape(piece) for piece in words.split()]
    found = re.search(r"\s+".join(pieces), text) if pieces else None
    if found is None:
        raise NotInText
    return [found.start(), found.end()]
