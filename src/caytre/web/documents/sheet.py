"""The facts of one document as a page lays them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext

from caytre.documents.queries.reading import Read
from caytre.documents.rules.doubts import doubts_of, touches
from caytre.documents.rules.editing import FIELDS, find
from caytre.documents.rules.facts import Change
from caytre.web import wording

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its words, the key of its mark, and the paragraph it stands in (-1: nowhere).

    ``faint``: words of a scan that are not sure stand in it.
    """

    words: str
    key: str
    paragraph: int
    note: str = ""
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One field of an item, with the correction that made it."""

    field: str
    label: str
    values: tuple[Value, ...]
    change: Change | None
    was: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One item of a part."""

    key: str
    part: str
    index: int
    title: Value
    lines: tuple[Line, ...]
    change: Change | None
    kept: bool
    badge: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole right side of the page."""

    header: Card
    tasks: tuple[Card, ...]
    reports: tuple[Card, ...]
    citations: tuple[Card, ...]
    outline: tuple[Card, ...]
    warnings: tuple[Value, ...]
    attachments: tuple[Card, ...]
    removed: tuple[Change, ...]
    count: int


class _Places:
    """Which paragraph a span begins in; a paragraph is named by the place of its first letter."""

    def __init__(self, text: str) -> None:
        self.text = text

    def of(self, span: Sequence[int] | None) -> int:
        if not span or span[0] >= span[1]:
            return -1
        return self.text.rfind("\n", 0, span[0]) + 1


def sheet_of(read: Read) -> Sheet:
    """What the page shows of a reading and its corrections."""
    return _Sheets(read).sheet()


class _Sheets:
    def __init__(self, read: Read) -> None:
        self.facts = read.facts
        self.content = read.facts.content
        self.places = _Places(self.content["text"])
        self.doubts = doubts_of(self.content)

    def _at(self, words: str, key: str, span: Sequence[int] | None, note: str = "") -> Value:
        """A value that stands on exactly these words."""
        return Value(words, key, self.places.of(span), note, touches(span, doubts=self.doubts))

    def sheet(self) -> Sheet:
        content = self.content
        return Sheet(
            header=self._header(),
            tasks=tuple(self._cards("tasks")),
            reports=tuple(self._cards("reports")),
            citations=tuple(self._cards("citations")),
            outline=tuple(self._cards("outline")),
            warnings=tuple(
                Value(gettext(w["text"]), f"warnings.{i}", self.places.of(w["span"]))
                for i, w in enumerate(content["warnings"])
                if not (self.doubts and w["code"] in _DOUBTED)
            ),
            attachments=tuple(self._cards("attachments")),
            removed=self.facts.removed,
            count=self.facts.count,
        )

    def _header(self) -> Card:
        header = self.content["header"]
        lines = tuple(
            self._line("header", field, header, header["spans"].get(field)) for field in FIELDS["header"]
        )
        return Card("header", "header", 0, Value("", "header", -1), lines, None, kept=False)

    def _cards(self, part: str) -> Iterator[Card]:
        for index, item in enumerate(self.content[part]):
            path = f"{part}.{index}"
            shown = [field for field in FIELDS[part] if field not in _TITLES[part] and field != "section"]
            lines = [self._line(path, field, item, item["span"]) for field in shown]
            changes = [self.facts.corrected.get(f"{path}.{field}") for field in _TITLES[part]]
            change = self.facts.corrected.get(path) or next((one for one in changes if one), None)
            title = self._named(part, item, path, change)
            yield Card(
                path, part, index, title, tuple(line for line in lines if line.values or line.change), change,
                kept=path in self.facts.kept, badge=_badge(part, item), level=item.get("level", 1),
            )  # fmt: skip

    def _named(self, part: str, item: Json, path: str, change: Change | None) -> Value:
        """The title of a card. What a person corrected is faint no more."""
        words, span = self._title(part, item), item["span"]
        if part in ("tasks", "attachments"):  # their spans hold far more than their title
            span = find(words, text=self.content["text"], near=span)
        faint = change is None and touches(span, doubts=self.doubts)
        return Value(words, path, self.places.of(item["span"]), faint=faint)

    def _title(self, part: str, item: Json) -> str:
        if part == "citations":
            named = " ".join(word for word in (item["type"], item["number"]) if word)
            return named or str(item["raw"])
        if part == "outline":
            return f"{item['label']}. {item['title']}" if item["label"] else str(item["title"])
        if part in ("tasks", "attachments"):
            return str(item.get("text") or item["title"] or item["kind"])
        start, end = item["span"]
        return Truncator(self.content["text"][start:end]).chars(180)

    def _line(self, path: str, field: str, item: Json, span: Sequence[int] | None) -> Line:
        key = f"{path}.{field}"
        change = self.facts.corrected.get(key)
        was = wording.value(change.old) if change else ""
        if field == "product" and item[field]:
            span = find(item[field], text=self.content["text"], near=item["span"])
        values = tuple(self._values(key, item[field], span, own=path == "header" or field == "product"))
        if change:
            values = tuple(replace(value, faint=False) for value in values)
        return Line(field, str(wording.FIELDS[field]), values, change, was)

    def _values(self, key: str, value: Any, span: Sequence[int] | None, *, own: bool) -> Iterator[Value]:
        """The values of a field; ``span`` is theirs where it is their ``own``, else that of their item."""
        if value is None or value == []:
            return
        if isinstance(value, list):
            for index, one in enumerate(value):
                if isinstance(one, str):
                    place = find(one, text=self.content["text"], near=span) if span else None
                    yield self._at(one, key, place or span)
                else:
                    yield self._at(one["name"], f"{key}.{index}", one["span"])
        elif isinstance(value, Mapping) and "kind" in value:
            words = value["raw"] or wording.time(value)
            meaning = wording.time(value)
            note = meaning if value["raw"] and meaning.casefold() != words.casefold() else ""
            yield self._at(words, key, value["span"], note)
        elif isinstance(value, Mapping) and "name" in value and "span" in value:
            yield self._at(value["name"], key, value["span"])
        else:
            shown = wording.day(value) if key.endswith(".date") else wording.value(value)
            yield self._at(shown, key, span) if own else Value(shown, key, self.places.of(span))


_DOUBTED = ("repaired", "unsure")
"""Remarks on single words of a scan, which are shown beside their pictures."""
_TITLES = {
    "tasks": ("text",),
    "reports": (),
    "citations": ("type", "number", "role"),
    "outline": ("title", "role"),
    "attachments": ("title", "kind"),
}


def _badge(part: str, item: Json) -> str:
    if part in ("citations", "outline"):
        return str(wording.ROLES[item["role"]])
    named = item.get("section") or item.get("kind")
    return wording.value(named) if named else ""
