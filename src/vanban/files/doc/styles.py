"""The styles of the file: what each changes in paragraphs and in letters, and on which other it is based."""

from __future__ import annotations

from typing import NamedTuple

from vanban.files.doc.header import STYLES, Header
from vanban.files.doc.stream import Stream
from vanban.files.doc.word6 import modern

_DEEPEST = 12
_PARTS = {
    1: ("paragraph", "letters"),
    2: ("letters",),
    3: ("table", "paragraph", "letters"),
    4: ("paragraph",),
}
"""What a style of each kind holds, in order."""


class Style(NamedTuple):
    """Groups of changes, and the number of the style below it."""

    base: int
    paragraph: bytes
    letters: bytes


class Styles(NamedTuple):
    """By their numbers. ``font`` and ``other`` are the numbers of the fonts that hold where no style says any."""

    all: list[Style | None]
    font: int
    other: int

    def chain(self, number: int) -> list[Style]:
        """A style with those that it is based on, the lowest first."""
        found: list[Style] = []
        while len(found) < _DEEPEST and 0 <= number < len(self.all):
            style = self.all[number]
            if style is None:
                break
            found.append(style)
            number = style.base
        return found[::-1]


def styles_of(header: Header) -> Styles:
    """Those of the file; none where it has none."""
    table = header.part(STYLES)
    if not len(table):
        return Styles([], 0, 0)
    size = table.number("H", 0)
    count, base = table.numbers("HH", 2)
    font, _, other = table.numbers("3H", 14) if size >= 18 else (table.number("H", 14),) * 3
    made = Styles([], font, other)
    at = 2 + size
    for _ in range(count):
        if at + 2 > len(table):
            break
        size = table.number("H", at)
        made.all.append(_style(table.part(at + 2, size), base, old=header.old) if size else None)
        at += 2 + size
    return made


def _style(record: Stream, base: int, *, old: bool) -> Style:
    kind, parts = record.numbers("HH", 2)
    at = base + (2 + record.number("B", base) if old else 4 + 2 * record.number("H", base))
    found = {}
    for _, name in zip(range(parts & 15), _PARTS.get(kind & 15, ()), strict=False):
        at += at % 2
        if at + 2 > len(record):
            break
        size = record.number("H", at)
        found[name] = record.bytes(at + 2, size)
        at += 2 + size
    paragraph, letters = found.get("paragraph", b"")[2:], found.get("letters", b"")
    if old:
        paragraph, letters = modern(paragraph), modern(letters)
    return Style(kind >> 4, paragraph, letters)
