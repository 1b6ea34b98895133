"""What a person may decide about a requirement of a document above a plan."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from caytre.core.refusals import Refused, gettext_noop

STATES = ("covered", "more", "partly", "not", "foreign")
"""What a person may decide; "foreign": not for this unit to do."""
MET = frozenset({"covered", "more", "partly"})


class Named(NamedTuple):
    """A task by the words it stands on: the n-th (from 0) on these."""

    quote: str
    nth: int
    text: str

    @property
    def mark(self) -> str:
        """What names it in an address."""
        return sha256(f"{self.nth}:{self.quote}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about one requirement; ``state`` "" takes an earlier decision back."""

    asked: Named
    state: str
    task: Named | None
    why: str
    by: str
    at: str


class NotAbove(Refused):
    sentence = gettext_noop("Văn bản không thể là căn cứ của chính nó. Hãy chọn một văn bản khác.")


class NoReason(Refused):
    sentence = gettext_noop("Hãy ghi lý do vì sao việc này không thuộc trách nhiệm của cơ quan.")


class NoTask(Refused):
    sentence = gettext_noop("Hãy chọn nhiệm vụ của kế hoạch đáp ứng yêu cầu này, hoặc chọn “Chưa có”.")


class NoState(Refused):
    sentence = gettext_noop("Hãy chọn tình trạng của yêu cầu này.")


def check(state: str, *, task: Named | None, why: str) -> None:
    """Raise what is missing of a decision: NoState, NoTask, NoReason."""
    if state and state not in STATES:
        raise NoState
    if state in MET and task is None:
        raise NoTask
    if state == "foreign" and not why:
        raise NoReason
