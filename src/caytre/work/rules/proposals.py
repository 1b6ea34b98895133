"""From the facts of a document to proposals of tasks, and what a newer reading changes in them."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from caytre.core.words import folded

Json = Mapping[str, Any]
TOLD = ("text", "product", "lead", "coordinators", "time")
_AROUND = " \t-–+•"
_FAR = 2000
_END = re.compile(r"[.;!?](?=\s)|\n")


@dataclass(frozen=True, slots=True)
class Fact:
    """A task as the facts have it: ``quote`` is ``text[start:end]`` of the reading, ``mark`` a digest of what it says.

    ``content`` is the task of the reading with ``heading``, the titles above it, a line each, and ``time_quote``, the
    sentence in which its time stands.
    """

    mark: str
    content: dict[str, Any]
    quote: str
    start: int
    end: int


def facts_of(content: Json) -> list[Fact]:
    """The tasks of corrected facts, in the order of the text; two that say the same have marks of their own."""
    text, outline = content["text"], content["outline"]
    seen: Counter[str] = Counter()
    found = []
    for item in content["tasks"]:
        said = json.dumps(plain(item), sort_keys=True, ensure_ascii=False)
        start, end = item["span"]
        told = {
            **item,
            "heading": heading_of(item["section"], outline=outline, before=start),
            "time_quote": sentence_of((item["time"] or {}).get("span"), text=text),
        }
        mark = hashlib.sha256(f"{seen[said]} {said}".encode()).hexdigest()
        seen[said] += 1
        found.append(Fact(mark, told, text[start:end], start, end))
    return found


def plain(item: Json) -> dict[str, Any]:
    """What a task says, wherever in the text it stands."""
    time = {key: value for key, value in (item["time"] or {}).items() if key != "span"}
    names = {role: [unit["name"] for unit in item[role] or ()] for role in ("lead", "coordinators")}
    return {"text": item["text"], "product": item["product"], "time": time, **names}


def differing(one: Json, *, other: Json) -> tuple[str, ...]:
    """In which of ``TOLD`` two tasks differ."""
    mine, theirs = plain(one), plain(other)
    return tuple(name for name in TOLD if mine[name] != theirs[name])


def words_of(item: Json) -> str:
    """The words of a task, in a form that no blank, case or mark changes: the same words are the same task."""
    return " ".join(re.findall(r"\w+", folded(item["text"])))


def heading_of(section: str, *, outline: Sequence[Json], before: int) -> str:
    """The titles from the top down to the heading under which a task stands, a line each; "" where it has none."""
    found: list[Json] = []
    for one in outline:
        if one["span"][0] > before:
            break
        found = [above for above in found if above["level"] < one["level"]] + [one]
    labels = [one["label"] for one in found]
    if section and section in labels:
        found = found[: labels.index(section) + 1]
    return "\n".join(_titled(one) for one in found)


def _titled(one: Json) -> str:
    label = one["label"].rsplit(".", 1)[-1]
    return f"{label}. {one['title']}" if label else str(one["title"])


def sentence_of(span: Sequence[int] | None, *, text: str) -> str:
    """The sentence in which a stretch stands, at most a line."""
    if not span or span[0] >= span[1]:
        return ""
    low = max(0, span[0] - _FAR)
    starts = [found.end() for found in _END.finditer(text, low, span[0])]
    end = _END.search(text, span[1])
    return text[starts[-1] if starts else low : end.start() if end else len(text)].strip(_AROUND)


@dataclass(frozen=True, slots=True)
class News:
    """What the facts of now change in the proposals: ``new`` facts, and the marks of those that are ``gone`` or
    ``back``."""

    new: tuple[Fact, ...]
    gone: frozenset[str]
    back: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.back)


def news(facts: Iterable[Fact], *, decisions: Mapping[str, str]) -> News:
    """What is new against the ``decisions`` on proposals, by mark: what was decided stays as it is."""
    now = {fact.mark: fact for fact in facts}
    return News(
        tuple(fact for mark, fact in now.items() if mark not in decisions),
        frozenset(mark for mark, one in decisions.items() if one == "new" and mark not in now),
        frozenset(mark for mark, one in decisions.items() if one == "gone" and mark in now),
    )


def twins(open_ones: Iterable[Json], *, decided: Iterable[Json]) -> Iterator[tuple[str, ...]]:
    """For each open proposal in what it differs from a decided one of the same words; empty where there is none."""
    known = {words_of(one): one for one in decided}
    for one in open_ones:
        other = known.get(words_of(one))
        yield differing(one, other=other) if other is not None else ()
