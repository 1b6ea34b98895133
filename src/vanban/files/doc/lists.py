"""The lists of the file, and the numbers that its paragraphs get from them."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from vanban.files.counting import Counts, Level, bullet
from vanban.files.doc.changes import FONT, changes_of
from vanban.files.doc.fonts import is_symbolic
from vanban.files.doc.header import LIST_USES, LISTS, Header
from vanban.files.doc.looks import Looks
from vanban.files.doc.shapes import Shape
from vanban.files.doc.stream import Stream

_FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero",
    23: "bullet", 255: "none",
}  # fmt: skip
_LIST, _USE, _LEVEL = 28, 16, 28
"""Sizes of records."""
_OLD_USE, _MOST_TEXT = 0x7FF, 100
_OLD, _OLD_RECORD, _OLD_PLAIN, _OLD_BULLET = "old", 20, 10, 11
"""Numbers of Word 6: the name by which they count, the size of a record without its words, kinds of numbers."""
_LEGAL, _RESTARTS = 4, 8
_STARTS, _ANEW = 0x10, 0x20
"""A use of a list starts a level with another count; it says all of the level anew."""


class Pattern(NamedTuple):
    """A list as the file keeps it: where its levels begin, how many there are, the styles that stand for them."""

    place: int
    levels: int
    styles: tuple[int, ...]


class Used(NamedTuple):
    """A list as paragraphs use it: the name by which it counts, its levels with the fonts of their numbers, the
    styles that stand for its levels."""

    name: str
    levels: dict[int, Level]
    fonts: dict[int, str]
    styles: tuple[int, ...]


class Lists:
    """The lists of one file. They are long and most are never used: each is read where a paragraph names it."""

    def __init__(self, header: Header, looks: Looks) -> None:
        self.header = header
        self.looks = looks
        self._used: dict[int, Used | None] = {}

    def label(self, shape: Shape, counts: Counts) -> tuple[str, str]:
        """What stands before a paragraph, and the font that it is set in; "" where the paragraph's own is taken."""
        if shape.list in (0, _OLD_USE):
            return self._old_label(shape, counts)
        if shape.list not in self._used:
            self._used[shape.list] = self._use(shape.list)
        used = self._used[shape.list]
        if used is None:
            return "", ""
        level = shape.level
        if level is None:
            level = used.styles.index(shape.style) if shape.style in used.styles else 0
        return counts.label(used.name, levels=used.levels, level=level), used.fonts.get(level, "")

    def _use(self, number: int) -> Used | None:
        """A use by its number, which counts from 1."""
        if not 0 < number <= len(self._uses):
            return None
        key, changed, at = self._uses[number - 1]
        pattern = self._patterns.get(key)
        if pattern is None:
            return None
        used = Used(f"{key}:{number}" if changed else str(key), {}, {}, pattern.styles)
        place = pattern.place
        for level in range(pattern.levels):
            place = self._read_level(used, level, self.header.table, place)
        for _ in range(changed):
            at = self._change(used, at)
        return used

    @cached_property
    def _uses(self) -> list[tuple[int, int, int]]:
        """The list of each, how many of its levels it changes, and where these changes stand in their part."""
        table = self.header.part(LIST_USES)
        if not len(table):
            return []
        count = min(table.number("I", 0), len(table) // _USE, _OLD_USE)
        at = 4 + _USE * count
        made = []
        for index in range(count):
            key, _, _, changed = table.numbers("iIIB", 4 + _USE * index)
            at += 4
            made.append((key, changed, at))
            for _ in range(changed):
                at = _end_of_level(table, at + 8) if table.number("I", at + 4) & _ANEW else at + 8
        return made

    @cached_property
    def _patterns(self) -> dict[int, Pattern]:
        """By their keys. The levels stand behind the part that names the lists."""
        at, size = self.header.place(LISTS)
        table = self.header.table
        made: dict[int, Pattern] = {}
        after = at + size
        for index in range(table.number("h", at) if size else 0):
            row = table.numbers("iI9HB", at + 2 + _LIST * index)
            levels = 1 if row[11] & 1 else 9
            made[row[0]] = Pattern(after, levels, row[2:11])
            for _ in range(levels):
                after = _end_of_level(table, after)
        return made

    def _read_level(self, used: Used, level: int, table: Stream, at: int) -> int:
        """Read one level; where the next one stands."""
        start, form, flags = table.numbers("iBB", at)
        letters, paragraph, limit = table.numbers("BBB", at + 24)
        end = _end_of_level(table, at)
        at += _LEVEL + paragraph
        font = ""
        for code, operand in changes_of(table.bytes(at, letters)):
            if code == FONT:
                font = self.looks.font(operand[0] | operand[1] << 8)
        at += letters
        text = _text(table.words(at + 2, min(table.number("H", at), _MOST_TEXT)), font)
        restart = limit if flags & _RESTARTS else None
        used.levels[level] = Level(_FORMS.get(form, "decimal"), text, start, bool(flags & _LEGAL), restart)
        used.fonts[level] = font
        return end

    def _change(self, used: Used, at: int) -> int:
        """Read how a use of a list differs from it at one level; where the next such difference stands."""
        table = self.header.part(LIST_USES)
        start, flags = table.numbers("iI", at)
        level = flags & 15
        if flags & _ANEW:
            return self._read_level(used, level, table, at + 8)
        if flags & _STARTS:
            used.levels[level] = replace(used.levels.get(level, Level()), start=start)
        return at + 8

    def _old_label(self, shape: Shape, counts: Counts) -> tuple[str, str]:
        """As Word 6 numbered: each paragraph says by itself how, and one that says nothing ends the count."""
        record = shape.old_number
        if len(record) < _OLD_RECORD or not shape.old_level:
            counts.lists.pop(_OLD, None)
            return "", ""
        font = self.looks.font(int.from_bytes(record[6:8], "little"))
        words, before, after = record[_OLD_RECORD:].decode("utf-16-le", "replace"), record[1], record[2]
        if shape.old_level == _OLD_BULLET:
            return bullet(words[:1]), font
        at = shape.old_level - 1 if shape.old_level < _OLD_PLAIN else 0
        text = f"{words[:before]}%{at + 1}{words[before:after]}"
        level = Level(_FORMS.get(record[0], "decimal"), text, int.from_bytes(record[10:12], "little"))
        return counts.label(_OLD, levels={at: level}, level=at), font


def _text(words: str, font: str) -> str:
    """The pattern of a number: "%1" for the count of the first level; signs of symbol fonts by their own codes."""
    if is_symbolic(font):
        words = "".join(chr(0xF000 + ord(sign)) if sign < "\u0100" else sign for sign in words)
    return "".join(f"%{ord(sign) + 1}" if sign < "\t" else sign for sign in words)


def _end_of_level(table: Stream, at: int) -> int:
    """Where a level's record ends: behind its changes of letters and paragraphs and its pattern."""
    letters, paragraph = table.numbers("BB", at + 24)
    at += _LEVEL + letters + paragraph
    return at + 2 + 2 * table.number("H", at)
