"""How a reading is compared with a hand-made one: the share of facts that are the same, field by field.

Facts are compared as folded text, as multisets within one document; facts of a task are compared where both
have a task with the same text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Json = Mapping[str, Any]


@dataclass
class Tally:
    """Right, read and expected facts of one field; ``misses`` names what differs."""

    right: int = 0
    read: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1.0 where nothing was expected and nothing was read."""
        total = self.read + self.wanted
        return 2 * self.right / total if total else 1.0


def fold(value: object) -> str:
    """A text without differences that do not matter: case, composition, blanks, dashes, edge punctuation."""
    text = unicodedata.normalize("NFC", str(value or "")).casefold().replace("–", "-")
    text = re.sub(r"\bubnd\b", "ủy ban nhân dân", re.sub(r"\s+", " ", text))
    return re.sub(r"^(?:các|những) ", "", text.strip(" .,;:*\"'()"))


def compare(gold: Json, read: Json) -> dict[str, Tally]:
    """Compare one reading with its gold."""
    tallies = {name: Tally() for name in FIELDS}
    for name, facts in FIELDS.items():
        _count(tallies[name], Counter(facts(gold)), Counter(facts(read)))
    _compare_tasks(tallies, gold["tasks"], read["tasks"])
    _spans(tallies, read)
    return tallies


def _count(tally: Tally, wanted: Counter[Any], read: Counter[Any]) -> None:
    tally.right += (wanted & read).total()
    tally.wanted += wanted.total()
    tally.read += read.total()
    tally.misses += [f"missing {fact}" for fact in wanted - read] + [
        f"extra {fact}" for fact in read - wanted
    ]


def _header(document: Json) -> Iterable[tuple[str, str]]:
    header = document["header"]
    signatory = header.get("signatory") or {}
    values = {name: header.get(name) for name in ("issuer", "code", "place", "date", "type", "title")}
    values |= {"signed by": signatory.get("name"), "signed as": signatory.get("position")}
    return [(name, fold(value)) for name, value in values.items() if value]


def _citations(document: Json) -> Iterable[tuple[str, ...]]:
    keys = ("type", "number", "date", "issuer", "role")
    return [tuple(fold(one.get(key)) for key in keys) for one in document["citations"] if one.get("number")]


def _outline(document: Json) -> Iterable[tuple[str, str]]:
    rows = [
        row if isinstance(row, list) else [row["label"], row["title"], row["role"]]
        for row in document["outline"]
    ]
    return [(fold(title), role) for _, title, role in rows]


def _reports(document: Json) -> Iterable[tuple[object, ...]]:
    return [
        (_names(one["who"]), _names(one["to"]), fold(_name(one.get("via"))), _time(one.get("time")))
        for one in document["reports"]
    ]


def _name(unit: Any) -> Any:
    return unit.get("name") if isinstance(unit, dict) else unit


def _names(units: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted(fold(_name(unit)) for unit in units))


def _time(value: Json | None) -> tuple[Any, ...]:
    return tuple((value or {}).get(key) for key in ("kind", "every", "start", "due"))


FIELDS: dict[str, Any] = {
    "header": _header,
    "recipients": lambda document: [fold(one) for one in document["header"]["recipients"]],
    "citations": _citations,
    "outline": _outline,
    "tasks": lambda document: [fold(task["text"]) for task in document["tasks"]],
    "reports": _reports,
    "attachments": lambda document: [
        (fold(one["kind"]), fold(one["title"])) for one in document["attachments"]
    ],
    **{name: lambda document: [] for name in ("lead", "coordinators", "time", "product", "spans")},
}
OF_TASKS = {
    "lead": lambda task: _names(task["lead"]),
    "coordinators": lambda task: _names(task["coordinators"]),
    "time": lambda task: _time(task.get("time")),
    "product": lambda task: fold(task.get("product")),
}


def _compare_tasks(tallies: dict[str, Tally], wanted: Iterable[Json], read: Iterable[Json]) -> None:
    found = {fold(task["text"]): task for task in read}
    for task in wanted:
        other = found.get(fold(task["text"]))
        if other is None:
            continue
        for name, fact in OF_TASKS.items():
            if name in task.get("not_scored", ()):
                continue
            same = fact(task) == fact(other)
            note = f"«{task['text'][:50]}» {fact(task)} was read as {fact(other)}"
            tallies[name].right += same
            tallies[name].wanted += 1
            tallies[name].read += 1
            tallies[name].misses += [] if same else [note]


def _spans(tallies: dict[str, Tally], read: Json) -> None:
    """The words at the span of a task are the task's."""
    for task in read["tasks"]:
        start, end = task["span"]
        sound = fold(task["text"]) in fold(read["text"][start:end])
        _count(
            tallies["spans"],
            Counter(["sound"]),
            Counter(["sound" if sound else f"{task['text'][:50]} not at {start}"]),
        )
