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
    """A duty: ``part`` "tasks" or "reports", ``whom`` the names of who has to do it, ``to`` of whom a report goes to,
    ``time`` when, in the document's words."""

    part: str
    place: int
    text: str
    whom: tuple[str, ...]
    to: tuple[str, ...]
    time: str

    @property
    def mark(self) -> str:
        """Texts of the same words have the same."""
        return sha256(" ".join(self.text.lower().split()).encode()).hexdigest()[:32]


def duties(content: Mapping[str, Any]) -> Iterator[Asked]:
    """Every task and every report that the facts hold; several times or bodies of one sentence are one report."""
    for place, task in enumerate(content["tasks"]):
        yield Asked("tasks", place, task["text"], _names([task], "lead"), (), _times([task]))
    sentences: dict[tuple[int, int], list[tuple[int, Mapping[str, Any]]]] = {}
    for place, report in enumerate(content["reports"]):
        sentences.setdefault((report["span"][0], report["span"][1]), []).append((place, report))
    for (start, end), found in sentences.items():
        text = " ".join(content["text"][start:end].split())
        reports = [report for _, report in found]
        yield Asked(
            "reports", found[0][0], text, _names(reports, "who"), _names(reports, "to"), _times(reports)
        )


def alike(one: Asked, *, other: Asked) -> int:
    """How alike two duties are, 0 to 100; 0 where they are not alike enough, or are of different bodies."""
    if not is_same_body(one.whom, others=other.whom) or not is_same_body(one.to, others=other.to):
        return 0
    share = likeness(one.text, other=other.text)
    return round(share * 100) if share >= ALIKE else 0


def is_same_body(whom: Collection[str], *, others: Collection[str]) -> bool:
    """Whether two duties may be of one body, or go to one; a duty that names nobody leaves that open."""
    return not whom or not others or any(agree(one, other=other) for one in whom for other in others)


def _names(items: Sequence[Mapping[str, Any]], role: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit["name"] for item in items for unit in item[role] or ()))


def _times(items: Sequence[Mapping[str, Any]]) -> str:
    return "; ".join(dict.fromkeys(raw for item in items if (raw := (item["time"] or {}).get("raw"))))
