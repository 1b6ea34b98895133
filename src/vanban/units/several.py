"""Several names in one: after one kind ("Các Sở: Nội vụ, Y tế"), or only put side by side ("Sở A, Sở B")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from vanban.grammar.lexicon import any_of, table
from vanban.units.model import Unit

Find = Callable[[str], Unit | None]
"""What one name means, None where that is not sure."""

_COLON = re.compile(r"\s*:\s*")
_PART = re.compile(r"\s*[;,]\s*(?:và\s+)?|\s+(?:và|&)\s+|\s*&\s*|\s+[-–—]\s+|\s*/\s*")
_DASH = re.compile(r"\s[-–—]\s|/")
_MOST_PARTS, _MOST_JOINED = 60, 5


@cache
def _plural() -> re.Pattern[str]:
    words = table("unit_sets")["plural"]["words"]
    return re.compile(rf"(?<!\w)(?:{any_of(words)}|\d+)\s+", re.IGNORECASE)


@cache
def _head() -> re.Pattern[str]:
    """A plural word, then the one kind of which many are named."""
    kinds = [word for row in table("unit_forms")["kind"] for word in row["words"]]
    items = [word for row in table("unit_sets")["item"] for word in row["words"] if " " not in word]
    return re.compile(
        rf"(?P<head>.*{_plural().pattern}(?:{any_of([*kinds, *items])}))\s+(?P<rest>\w.*)", re.IGNORECASE
    )


@cache
def _kind() -> re.Pattern[str]:
    kinds = [word for row in table("unit_forms")["kind"] for word in row["words"]]
    return re.compile(rf"(?<!\w)(?:{any_of(kinds)})$", re.IGNORECASE)


def listed(name: str, *, find: Find) -> tuple[Unit, ...]:
    """The units named after one kind, none where not every one of them is sure."""
    head, colon, rest = _halves(name)
    if not rest or head in table("unit_forms")["before"]["words"]:
        return ()
    parts = _PART.split(rest)
    if len(parts) < 2 and not colon or len(parts) > _MOST_PARTS:
        return ()
    prefixes = _prefixes(head)
    found = _cut(rest, find=lambda part: _one_of([f"{prefix} {part}" for prefix in prefixes], find))
    return tuple(unit for unit in found if unit) if all(found) else ()


def _halves(name: str) -> tuple[str, bool, str]:
    parts = _COLON.split(name, maxsplit=1)
    if len(parts) == 2:
        return parts[0], True, parts[1]
    found = _head().fullmatch(name)
    return (found["head"], False, found["rest"]) if found else (name, False, "")


def _prefixes(head: str) -> list[str]:
    """ "Ủy ban nhân dân các xã, phường" → "Ủy ban nhân dân xã", "Ủy ban nhân dân phường"."""
    first, *others = _PART.split(_plural().sub("", head))
    body = _kind().sub("", first)
    return [first, *(f"{body}{one}" for one in others if _kind().fullmatch(one))]


def _one_of(names: Sequence[str], find: Find) -> Unit | None:
    found = {unit.uid: unit for name in names if (unit := find(name))}
    return next(iter(found.values())) if len(found) == 1 else None


def joined(name: str, *, find: Find) -> tuple[Unit | None, ...]:
    """The units that stand side by side in a name, None for a part that is not sure."""
    return _cut(name, find=find) if _PART.search(name) and len(_PART.split(name)) <= _MOST_PARTS else ()


def is_dashed(name: str) -> bool:
    """Whether a dash or a stroke parts the names, as that of a part from that of the whole."""
    return _DASH.search(name) is not None


def _cut(text: str, *, find: Find) -> tuple[Unit | None, ...]:
    """A list cut into names: each is as long as it can be, since names have commas inside."""
    ends = [found.span() for found in _PART.finditer(text)] + [(len(text), len(text))]
    units: list[Unit | None] = []
    at = first = 0
    while first < len(ends):
        for last in range(min(first + _MOST_JOINED, len(ends)) - 1, first - 1, -1):
            unit = find(text[at : ends[last][0]])
            if unit or last == first:
                units.append(unit)
                at, first = ends[last][1], last + 1
                break
    return tuple(units)
