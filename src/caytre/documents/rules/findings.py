"""Findings of the checks under what people said of them, whatever the order in which they came."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from caytre.core.refusals import Refused, gettext_noop
from caytre.core.words import folded
from vanban.checks import Finding

Standing = Literal["open", "accepted", "dismissed"]
Show = Literal["open", "decided", "all"]
SHOWS: tuple[Show, ...] = ("open", "decided", "all")
_BEFORE, _STRETCH = 20, 60


class NoReason(Refused):
    """Whoever reads it later has to understand why nothing was done."""

    sentence = gettext_noop("Hãy ghi vì sao bỏ qua phát hiện này, để người xem sau hiểu.")


@dataclass(frozen=True, slots=True)
class Said:
    """The last that a person said of a finding, with its words as they were then."""

    id: int
    key: str
    code: str
    message: str
    quote: str
    standing: Standing
    why: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Point:
    """A finding under its key, and what was last said of it, also that it is open again."""

    key: str
    finding: Finding
    said: Said | None = None

    @property
    def standing(self) -> Standing:
        return self.said.standing if self.said else "open"

    @property
    def family(self) -> str:
        return self.finding.code[0]

    @property
    def last(self) -> int:
        """Which saying a person has seen who decides now; 0 is none."""
        return self.said.id if self.said else 0


@dataclass(frozen=True, slots=True)
class Review:
    """All findings of a document in the order of its text. ``lost`` was decided and is not found any more: the facts
    were corrected, or another reader sees it otherwise."""

    points: tuple[Point, ...] = ()
    lost: tuple[Said, ...] = ()

    def shown(self, show: Show, *, family: str = "") -> list[Point]:
        """Those of a family ("" is all) that are open, decided, or either."""
        here = [one for one in self.points if not family or one.family == family]
        return [one for one in here if show == "all" or (one.standing == "open") == (show == "open")]

    def families(self, show: Show) -> Mapping[str, int]:
        """How many of each family are so."""
        return Counter(one.family for one in self.shown(show))

    def count(self, show: Show, *, family: str = "") -> int:
        return len(self.shown(show, family=family))


def review_of(findings: Sequence[Finding], *, text: str, said: Iterable[Said]) -> Review:
    """The findings, each with the last of what was ``said`` (the oldest first) of its key."""
    last = {one.key: one for one in said}
    points = tuple(
        Point(key, one, last.get(key)) for key, one in zip(keys(findings, text=text), findings, strict=True)
    )
    found = {one.key for one in points}
    lost = tuple(one for one in last.values() if one.key not in found and one.standing != "open")
    return Review(points, lost)


def keys(findings: Sequence[Finding], *, text: str) -> list[str]:
    """A name of each that stays when other findings come and go and the text is read again: the code, a digest of its
    words and of those before them, and which it is of those on the same words in the same place."""
    seen: Counter[str] = Counter()
    named = []
    for one in findings:
        start = one.span[0]
        before = _plain(text[max(0, start - _STRETCH) : start])[-_BEFORE:]
        words = f"{before}\n{_plain(one.quote)}"
        name = f"{one.code}-{hashlib.sha256(words.encode()).hexdigest()[:12]}"
        named.append(f"{name}-{seen[name]}")
        seen[name] += 1
    return named


def _plain(words: str) -> str:
    """Letters and digits only: blanks, marks and case may be read otherwise the next time."""
    return "".join(letter for letter in folded(words) if letter.isalnum())
