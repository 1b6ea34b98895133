"""Several names in one: after one kind ("Các Sở: Nội vụ, Y tế"), or only put side by side ("Sở A, Sở B")."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from vanban.grammar.lexicon import any_of, table

IsName = Callable[[str], bool]
"""Whether words can be one name."""

_COLON = re.compile(r"\s*:\s*")
_PART = re.compile(r"\s*[;,]\s*(?:và\s+)?|\s+(?:và|&)\s+|\s*&\s*|\s+[-–—]\s+|\s*/\s*")
_DASH = re.compile(r"\s[-–—]\s|/")
_WORD_END = re.compile(r"(?<=\w)\W+(?=\w)")
_MOST_PARTS, _MOST_JOINED = 60, 5
_MOST_INSIDE = 8  # words of the name of a unit inside a body


@cache
def _kinds() -> tuple[str, ...]:
    """Words for kinds of places."""
    return tuple(word for row in table("unit_forms")["kind"] for word in row["words"])


@cache
def _plural() -> re.Pattern[str]:
    words = [word for what in ("plural", "some") for word in table("unit_sets")[what]["words"]]
    return re.compile(rf"(?<!\w)(?:{any_of(words)}|\d+)\s+", re.IGNORECASE)


@cache
def _head() -> re.Pattern[str]:
    """A plural word, then the one kind of which many are named."""
    kinds = _kinds()
    items = [word for row in table("unit_sets")["item"] for word in row["words"] if " " not in word]
    return re.compile(
        rf"(?P<head>.*{_plural().pattern}(?:{any_of([*kinds, *items])}))\s+(?P<rest>\w.*)", re.IGNORECASE
    )


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(_kinds())})$", re.IGNORECASE)


@cache
def _numbers() -> re.Pattern[str]:
    """A kind of places, the numbers of several, and where these lie."""
    kind = rf"(?<!\w)(?:{any_of(_kinds())})"
    between = r"(?:\s*[,;&]\s*(?:và\s+)?|\s+và\s+)"
    return re.compile(
        rf"(?P<head>.*{kind})\s+(?P<numbers>\d+(?:{between}\d+)+)(?P<where>,?\s+{kind}\s.*)?", re.IGNORECASE
    )


def _numbered(name: str) -> tuple[tuple[str, ...], ...]:
    """The places that are named by numbers after one kind: "phường 1, 2 và 3, quận Mây Hạ"."""
    found = _numbers().fullmatch(name)
    if found is None:
        return ()
    prefixes, where = _prefixes(found["head"]), found["where"] or ""
    numbers = re.findall(r"\d+", found["numbers"])
    return tuple(tuple(f"{prefix} {number}{where}" for prefix in prefixes) for number in numbers)


def listed(name: str, *, is_name: IsName) -> tuple[tuple[str, ...], ...]:
    """The names that stand after one kind, each with the ways to say it in full; none where that cannot be told."""
    if found := _numbered(name):
        return found
    head, colon, rest = _halves(name)
    if not rest or head in table("unit_forms")["before"]["words"]:
        return ()
    parts = _PART.split(rest)
    if len(parts) < 2 and not colon or len(parts) > _MOST_PARTS:
        return ()
    prefixes = _prefixes(head)
    cut = _cut(rest, is_name=lambda part: any(is_name(f"{prefix} {part}") for prefix in prefixes))
    return tuple(tuple(f"{prefix} {part}" for prefix in prefixes) for part in cut)


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


def joined(name: str, *, is_name: IsName) -> tuple[str, ...]:
    """The names that stand side by side in one."""
    return _cut(name, is_name=is_name) if _PART.search(name) and len(_PART.split(name)) <= _MOST_PARTS else ()


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(table('unit_forms')['inside']['words'])})(?!\w)", re.IGNORECASE)


def is_inside(name: str) -> bool:
    """Whether a name begins as those of units inside a body do: "Vụ Pháp chế"."""
    return _inside().match(name) is not None


def owners(name: str) -> tuple[str, ...]:
    """What may be the body of which a name says a unit, the longest first: "Thanh tra Sở Y tế" → "Sở Y tế"."""
    begin = _inside().match(name)
    if begin is None:
        return ()
    starts = [found.end() for found in _WORD_END.finditer(name, begin.end() - 1)]
    return tuple(name[at:] for at in starts[:_MOST_INSIDE])


def is_dashed(name: str) -> bool:
    """Whether a dash or a stroke parts the names, as that of a part from that of the whole."""
    return _DASH.search(name) is not None


def _cut(text: str, *, is_name: IsName) -> tuple[str, ...]:
    """A list cut into names: each is as long as it can be, since names have commas inside."""
    ends = [found.span() for found in _PART.finditer(text)] + [(len(text), len(text))]
    names: list[str] = []
    at = first = 0
    while first < len(ends):
        for last in range(min(first + _MOST_JOINED, len(ends)) - 1, first - 1, -1):
            name = text[at : ends[last][0]]
            if last == first or is_name(name):
                names.append(name)
                at, first = ends[last][1], last + 1
                break
    return tuple(names)
