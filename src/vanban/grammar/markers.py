"""What stands at the start of a provision: a number, a letter, a bullet; and how deep it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from vanban.grammar.letters import UPPER

_MARK = re.compile(
    r"""^(?:
      (?P<dash>[-–—−])(?!\d)\s*(?=\S)
    | (?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]?\s+|[.)]\s*|\s?-\s+)(?=\S)
    | (?P<arabic>\d{1,2})\s?(?:[.)](?!\d)\s*|/(?!\d|[A-ZĐ]{2})\s*|-\s+)(?=\S)
    | (?P<letter>[a-zđ])\s?(?:[)]\s*|\.\s+|-\s+|\.(?=[{UPPER}]))(?=\S)
    | (?P<plus>\+)\s*(?=\S)
    | (?P<dot>[•*●▪◦○§·ž])\s*(?=\S)
    | (?P<part>Phần|PHẦN)\s+(?P<part_n>thứ\s+\w+|THỨ\s+\w+|[IVX]+|\d+)\b[.:\s-]*
    | (?P<chapter>Chương|CHƯƠNG)\s+(?P<chapter_n>[IVXL]+|\d+)\b[.:\s-]*
    | (?P<division>Mục|MỤC)\s+(?P<division_n>[IVX]+|\d+)\s*(?:[.:-]\s*|$)
    | (?P<article>Điều|ĐIỀU)\s+(?P<article_n>\d+[a-z]?)\s*[.:]\s*
    | (?P<roman>[IVX]{1,5})\s?(?:[.)]\s*|/(?!V\b)\s*|-\s+|\s-\s)(?=\S)
    | (?P<capital>[A-HĐ])\s?(?:[.)]\s*|-\s+)(?=[^\W\d_])
    | \((?P<paren>\d{1,2}|[ivx]{1,4})\)\s*(?=\S)
    )""".replace("{UPPER}", UPPER),
    re.VERBOSE,
)
_FIRST = frozenset("PCMĐIVXABDEFGHĐ0123456789(abcdefghijklmnopqrstuvwxyzđ-–—−+•*●▪◦○§·ž")
KINDS = ("part", "chapter", "division", "capital", "roman", "article", "arabic", "dotted", "paren", "letter")
BULLETS = ("dash", "plus", "dot")


class Mark(NamedTuple):
    """``kind`` is one of :data:`KINDS` or :data:`BULLETS`; ``end`` is where the words begin."""

    kind: str
    label: str
    end: int


_PLAIN = Mark("", "", 0)
_mark = lru_cache(maxsize=256)(Mark)


def mark_of(text: str) -> Mark:
    """The mark a line starts with; kind "" where it has none."""
    if not text or text[0] not in _FIRST:
        return _PLAIN
    found = _MARK.match(text)
    if found is None:
        return _PLAIN
    kind = found.lastgroup or ""
    if kind.endswith("_n"):
        name = kind[:-2]
        return Mark(name, f"{found[name].capitalize()} {found[kind]}", found.end())
    return _mark(kind, found[kind], found.end())


def starts_item(text: str) -> bool:
    """True where a line begins a provision of its own."""
    return bool(text) and text[0] in _FIRST and _MARK.match(text) is not None
