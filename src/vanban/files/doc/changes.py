"""Changes of form: each a code that says what it changes and how long what it is changed to is."""

from __future__ import annotations

from collections.abc import Iterator

STYLE, LEVEL, LIST, OLD_NUMBER, OLD_LEVEL = 0x4600, 0x260A, 0x460B, 0xC63E, 0x240D
IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
ELSEWHERE = (0x6645, 0x6646)
"""All changes of the paragraph stand in the stream of data."""
CELLS, MERGED, MERGED_DOWN = 0xD608, 0x5624, 0xD62B
INSERTED, REMOVED, WIDTHS = 0x7621, 0x5622, 0x7623
"""Of cells: all of a row, some that are merged, one that is merged with the one above; those that a quick save
put in, took out or made wider."""
DELETED, HIDDEN, BOLD, SYMBOL, LETTER_STYLE, PLAIN = 0x0800, 0x083C, 0x0835, 0x6A09, 0x4A30, 0x2A33
FONT, OTHER_FONT = 0x4A4F, 0x4A51
"""Of ASCII letters, and of other letters that are not of East Asia."""
_TABS = 0xC615
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_LONG = (CELLS, 0xD606)


def changes_of(group: bytes) -> Iterator[tuple[int, bytes]]:
    """Code and operand of each. A group that is cut off ends with its last whole change."""
    at, end = 0, len(group)
    while at + 3 <= end:
        code = group[at] | group[at + 1] << 8
        at += 2
        size = _SIZES[code >> 13]
        if not size:
            size = group[at]
            at += 1
            if code in _LONG and at < end:
                size = max(0, (size | group[at] << 8) - 1)
                at += 1
            elif code == _TABS and size == 255:
                size = _size_of_tabs(group, at)
        if at + size > end:
            return
        yield code, group[at : at + size]
        at += size


def _size_of_tabs(group: bytes, at: int) -> int:
    """Tab stops that are taken away, four bytes each, and those that are added, three bytes each."""
    away = 4 * group[at] if at < len(group) else 0
    added = group[at + 1 + away] if at + 1 + away < len(group) else 0
    return 2 + away + 3 * added
