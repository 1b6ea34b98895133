"""Which duties a document asks, and when two of two documents are the same one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from caytre.documents.rules.meaning import agree
from vanban.likeness import likeness

ALIKE = 0.5
"""So much of their words two duties have in common that a person is asked whether they are one."""


class Asked(NamedTuple):
    """A duty: ``part`` "tasks" or "reports", ``whom`` the names of who has to do it, ``time`` when, in the document's
    words."""

    part: str
    place: int
    text: str
    whom: tuple[str, ...]
    time: str

    @property
    def mark(self) -> str:
        """Texts of the same words have the same."""
        return sha256(" ".join(self.text.lower().split()).encode()).hexdigest()[:32]


def duties(content: Mapping[str, Any]) -> Iterator[Asked]:
    """Every task and every report that the facts hold."""
    for place, task in enumerate(content["tasks"]):
        yield Asked("tasks", place, task["text"], _names(task["lead"]), _time(task))
    for place, report in enumerate(content["reports"]):
        start, end = report["span"]
        text = " ".join(content["text"][start:end].split())
        yield Asked("reports", place, text, _names(report["who"]), _time(report))


def alike(text: str, *, whom: Sequence[str], other: str, others: Sequence[str]) -> int:
    """How alike two duties are, 0 to 100; 0 where they are not alike enough, or are asked of different bodies."""
    share = likeness(text, other=other)
    return round(share * 100) if share >= ALIKE and is_same_body(whom, others=others) else 0


def is_same_body(whom: Collection[str], *, others: Collection[str]) -> bool:
    """Whether two duties may be of one body; one that names nobody is of whoever received it."""
    return not whom or not others or any(agree(one, other=other) for one in whom for other in others)


def _names(units: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(unit["name"] for unit in units or ())


def _time(item: Mapping[str, Any]) -> str:
    return (item["time"] or {}).get("raw") or ""
