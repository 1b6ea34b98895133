"""When two forms are the same, and how two changes of one thing go together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from caytre.core.refusals import Refused, gettext_noop

RECEIPTS_KEPT = timedelta(days=7)
DRAFTS_KEPT = timedelta(days=90)
LARGEST_DRAFT = 1_000_000  # characters


class NoToken(Refused):
    """A form came without the token by which a second sending is known."""

    status = 400
    heading = gettext_noop("Biểu mẫu này đã cũ")
    sentence = gettext_noop("Chưa có gì được ghi. Hãy quay lại, tải lại trang rồi gửi lại.")


class DraftTooLong(Refused):
    """A draft is larger than what is kept."""

    status = 413
    sentence = gettext_noop(
        "Bản nháp quá dài nên chưa được giữ trên máy chủ. Hãy gửi biểu mẫu hoặc rút ngắn."
    )


def digest(address: str, *, fields: Iterable[tuple[str, str]], files: Iterable[tuple[str, str, int]]) -> str:
    """A digest of what a form sends: its fields as name and value, its files as name, file name and size in bytes."""
    sent = json.dumps([address, sorted(fields), sorted(files)])
    return hashlib.sha256(sent.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that two people changed, each in another way."""

    name: str
    before: str
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What becomes of two changes of the same thing.

    ``values`` are all fields with both changes, theirs where both touched a field; ``differences`` are those fields.
    ``taken`` are the fields that only they changed.
    """

    values: Mapping[str, str]
    differences: tuple[Difference, ...]
    taken: tuple[str, ...]


def merge(before: Mapping[str, str], *, theirs: Mapping[str, str], mine: Mapping[str, str]) -> Merged:
    """Put two changes of the same fields together; where only one of both changed a field, that change holds.

    >>> merge({"a": "1", "b": "2"}, theirs={"a": "8", "b": "2"}, mine={"a": "1", "b": "9"}).values
    {'a': '8', 'b': '9'}
    """
    values, differences, taken = dict(theirs), [], []
    for name, value in mine.items():
        was, now = before.get(name, ""), theirs.get(name, "")
        if value == now:
            continue
        if now == was:
            values[name] = value
        elif value == was:
            taken.append(name)
        else:
            differences.append(Difference(name, was, now, value))
    return Merged(values, tuple(differences), tuple(taken))
