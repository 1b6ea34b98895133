"""Facts = the machine's reading + what people corrected, whatever the order in which they came.

A correction names its item by the words it stands on, not by its place in a list: a later reading of
the same file, with other items around it, meets the same correction again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from caytre.core.words import folded

Json = dict[str, Any]
LISTS = ("tasks", "reports", "citations", "outline", "attachments")
_LONG_ENOUGH = 24


@dataclass(frozen=True, slots=True)
class Change:
    """One correction. ``field`` "" is the whole item: ``item`` None added it, ``new`` None takes it out,
    both given puts it back.

    ``quote`` and ``nth`` say which item: the n-th (from 0) that stands on these words.
    """

    part: str
    field: str
    item: Json | None
    quote: str
    nth: int
    old: Any
    new: Any
    by: str = ""
    at: str = ""
    why: str = ""
    reading: int = 1
    id: int = 0


@dataclass(slots=True)
class Entry:
    """One item on its way through the corrections. ``machine`` is what the reader read, None if added."""

    item: Json
    quote: str
    machine: Json | None
    removed: bool = False
    changes: dict[str, Change] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """``content`` has the form of a reading. ``corrected`` names each corrected fact by its path in
    ``content`` ("header.title", "tasks.3.lead"); ``kept`` are items that the last reading does not
    find any more and that stay because a person corrected them. ``whose`` names each item of a list by
    its words and which of those on the same words it is."""

    content: Json
    corrected: Mapping[str, Change]
    whose: Mapping[str, tuple[str, int]]
    kept: tuple[str, ...]
    removed: tuple[Change, ...]

    @property
    def count(self) -> int:
        """How many facts differ from the machine's reading because a person said so."""
        return len(self.corrected) + len(self.removed)


def quote_of(item: Mapping[str, Any], *, text: str) -> str:
    """The words an item stands on, in a form that no blank, case or mark changes."""
    start, end = item["span"]
    return " ".join("".join(c if c.isalnum() else " " for c in folded(text[start:end])).split())


def entries_of(content: Mapping[str, Any], *, part: str) -> list[Entry]:
    """The items of one list of a reading."""
    return [
        Entry(item=deepcopy(item), quote=quote_of(item, text=content["text"]), machine=item)
        for item in content[part]
    ]


def locate(entries: Sequence[Entry], *, quote: str, nth: int) -> Entry | None:
    """The n-th entry on these words; failing that the only one whose words hold them or are held by them."""
    same = [entry for entry in entries if entry.quote == quote]
    if nth < len(same):
        return same[nth]
    if same or len(quote) < _LONG_ENOUGH:
        return None
    near = [
        entry
        for entry in entries
        if len(entry.quote) >= _LONG_ENOUGH and (quote in entry.quote or entry.quote in quote)
    ]
    return near[0] if len(near) == 1 else None


def apply(content: Mapping[str, Any], *, changes: Iterable[Change]) -> Facts:
    """The facts of a reading under all corrections of its document, in the order of the corrections."""
    result: Json = {**content, "header": deepcopy(content["header"])}
    lists = {part: entries_of(content, part=part) for part in LISTS}
    kept: list[Entry] = []
    corrected: dict[str, Change] = {}
    for change in changes:
        if change.part == "header":
            _apply_to_header(result["header"], change, content["text"])
            corrected[f"header.{change.field}"] = change
        else:
            _apply_to_list(lists[change.part], change, kept, content["text"])
    whose: dict[str, tuple[str, int]] = {}
    kept_paths: list[str] = []
    for part, entries in lists.items():
        places = _places(entries)
        left = sorted((entry for entry in entries if not entry.removed), key=_place)
        result[part] = [entry.item for entry in left]
        for index, entry in enumerate(left):
            path = f"{part}.{index}"
            whose[path] = (entry.quote, places[id(entry)])
            corrected.update({f"{path}.{name}".rstrip("."): c for name, c in entry.changes.items()})
            if any(entry is one for one in kept):
                kept_paths.append(path)
    removed = tuple(e.changes[""] for entries in lists.values() for e in entries if e.removed)
    return Facts(result, corrected, whose, tuple(kept_paths), removed)


def _places(entries: Sequence[Entry]) -> dict[int, int]:
    """For each entry how many before it stand on the same words, those taken out included."""
    seen: Counter[str] = Counter()
    places = {}
    for entry in entries:
        places[id(entry)] = seen[entry.quote]
        seen[entry.quote] += 1
    return places


def _apply_to_header(header: Json, change: Change, text: str) -> None:
    """The new value; its place too where the text has those words, else the place stays."""
    header[change.field] = change.new
    start = text.find(change.new) if isinstance(change.new, str) and change.new else -1
    if start >= 0:
        header["spans"][change.field] = [start, start + len(change.new)]


def _apply_to_list(entries: list[Entry], change: Change, kept: list[Entry], text: str) -> None:
    if change.item is None:
        item = {**change.new, "span": _span_of(change, change.new, text)}
        entries.append(Entry(item=item, quote=change.quote, machine=None, changes={"": change}))
        return
    entry = locate(entries, quote=change.quote, nth=change.nth)
    if entry is None:
        if not change.field and change.new is None:  # taken out, and not found again: as it should be
            return
        item = {**deepcopy(change.item), "span": _span_of(change, change.item, text)}
        entry = Entry(item=item, quote=change.quote, machine=None)
        entries.append(entry)
        kept.append(entry)
    if change.field:
        entry.item[change.field] = change.new
        entry.removed = False
    else:
        entry.removed = change.new is None
    entry.changes[change.field] = change


def _span_of(change: Change, item: Mapping[str, Any], text: str) -> list[int]:
    """Where an item of an earlier reading stands in this text; an empty span where it does not."""
    start, end = item["span"]
    if quote_of(item, text=text) == change.quote and end <= len(text):
        return [start, end]
    words = str(item.get("text") or item.get("raw") or item.get("title") or "")
    found = text.find(words) if words else -1
    return [found, found + len(words)] if found >= 0 else [0, 0]


def _place(entry: Entry) -> tuple[bool, int]:
    start, end = entry.item["span"]
    return (start == end, start)
