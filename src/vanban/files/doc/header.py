"""The first block of a Word file: what it is and where its parts are."""

from __future__ import annotations

from typing import NamedTuple

from vanban.errors import BrokenFile, Encrypted, NotYetReadable, UnknownKind
from vanban.files.doc.stream import Compound, Stream

STYLES, MARGINS, CHARACTERS, PARAGRAPHS, FONTS, PIECES = 1, 11, 12, 13, 15, 33
ANCHORS, BOXES, LISTS, LIST_USES = 40, 56, 73, 74
"""Places in the header's row of pairs (offset and size of a part)."""
STORIES = ("body", "footnotes", "margins", "macros", "comments", "endnotes", "boxes", "margin boxes")
_MARKS = (0xA5EC, 0xA5DC)
_WORD_6, _WORD_97 = 101, 193
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200


class Header(NamedTuple):
    """``pairs`` is where the row of ``parts`` pairs begins, and ``table`` the stream that they point into.
    ``old``: written by Word 6 or 95. ``stories``: from and to, in signs. ``first`` and ``last``: where the words
    stand in a file without pieces."""

    main: Stream
    table: Stream
    old: bool
    pairs: int
    parts: int
    stories: dict[str, tuple[int, int]]
    first: int
    last: int

    def part(self, number: int) -> Stream:
        """A part of the file; empty where it has none."""
        return self.table.part(*self.place(number))

    def place(self, number: int) -> tuple[int, int]:
        """Offset and size of a part."""
        if number >= self.parts:
            return 0, 0
        at, size = self.main.numbers("II", self.pairs + 8 * number)
        return (at, size) if size else (0, 0)


def header_of(file: Compound) -> Header:
    """Raises a refusal where the file is encrypted, of an older Word or no Word file at all."""
    main = file.stream("WordDocument")
    if main is None:
        raise UnknownKind
    mark, made_for = main.numbers("HH", 0)
    flags = main.number("H", 10)
    if mark not in _MARKS:
        raise BrokenFile
    if flags & _ENCRYPTED:
        raise Encrypted
    if made_for < _WORD_6:
        raise NotYetReadable("Tệp của Word 2 hoặc cũ hơn: hãy mở bằng LibreOffice và lưu lại thành .docx.")
    old = made_for < _WORD_97
    table = main if old else file.stream("1Table" if flags & _TABLE_1 else "0Table")
    if table is None:
        raise BrokenFile
    pairs, counts = (0x58, 0x34) if old else (154, 76)
    return Header(
        main=main,
        table=table,
        old=old,
        pairs=pairs,
        parts=38 if old else main.number("H", 152),
        stories=_stories(main.numbers("8i", counts)),
        first=main.number("I", 24),
        last=main.number("I", 28),
    )


def _stories(counts: tuple[int, ...]) -> dict[str, tuple[int, int]]:
    """One stands behind the other."""
    found, at = {}, 0
    for name, count in zip(STORIES, counts, strict=True):
        found[name] = (at, at + max(0, count))
        at += max(0, count)
    return found
