"""Changes of form as Word 6 and 95 wrote them, with codes of one byte, turned into those of Word 97."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from vanban.files.doc.changes import (
    BOLD,
    CELLS,
    DELETED,
    FONT,
    HIDDEN,
    IN_TABLE,
    INSERTED,
    LETTER_STYLE,
    MERGED,
    OLD_LEVEL,
    OLD_NUMBER,
    OTHER_FONT,
    REMOVED,
    ROW_END,
    STYLE,
    SYMBOL,
    WIDTHS,
)

_SAME = {
    2: STYLE, 13: OLD_LEVEL, 24: IN_TABLE, 25: ROW_END, 65: DELETED, 80: LETTER_STYLE, 85: BOLD, 92: HIDDEN,
    194: INSERTED, 195: REMOVED, 196: WIDTHS, 197: MERGED,
}  # fmt: skip
_NUMBER, _SYMBOL, _FONT, _CELLS = 12, 74, 93, 190
_LONG = (188, _CELLS)
_SIZED = (3, _NUMBER, 15, 23, 68, _SYMBOL, 81, 82, 103, 105, 106, 108, 191)
"""Codes whose operand begins with its size."""
_SIZES = {
    **dict.fromkeys((*range(4, 12), 13, 14, 24, 25, 29, 37, 44, 50, 51, 65, 66, 67, 71, 75), 1),
    **dict.fromkeys((*range(85, 93), 94, 98, 100, 102, 104, 117, 118, 119, 185, 186), 1),
    **dict.fromkeys((2, *range(16, 20), 21, 22, 26, 27, 28, *range(30, 37), *range(38, 44)), 2),
    **dict.fromkeys((*range(45, 50), 69, 72, 80, 93, 96, 97, 99, 101, 107, 109, 110), 2),
    **dict.fromkeys((182, 183, 184, 189, 195, 197, 198), 2),
    **dict.fromkeys((73, 95), 3), **dict.fromkeys((20, 70, 192, 194, 196, 200), 4),
    83: 0, 187: 12, 193: 5, 199: 5,
}  # fmt: skip
_OLD_CELL, _CELL = 10, 20
_RECORD = 20


def modern(group: bytes) -> bytes:
    """The same changes as Word 97 writes them; those that change neither words nor their places are left out."""
    return b"".join(_turned(code, operand) for code, operand in _old_changes(group))


def _old_changes(group: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 1 < len(group):
        code = group[at]
        at += 1
        if code in _LONG:
            size = int.from_bytes(group[at : at + 2], "little") - 1
            at += 2
        elif code in _SIZED:
            size = group[at]
            at += 1
        else:
            size = _SIZES.get(code, len(group))
        if size < 0 or at + size > len(group):
            return
        yield code, group[at : at + size]
        at += size


def _turned(code: int, operand: bytes) -> bytes:
    if code in _SAME:
        return _change(_SAME[code], operand)
    if code == _FONT:
        return _change(FONT, operand) + _change(OTHER_FONT, operand)
    if code == _SYMBOL and len(operand) >= 3:
        return _change(SYMBOL, operand[:3] + b"\x00")
    if code == _NUMBER:
        words = operand[_RECORD:].decode("cp1252", "replace").encode("utf-16-le")
        record = operand[:_RECORD] + words
        return _change(OLD_NUMBER, bytes([len(record)]) + record)
    if code == _CELLS and operand:
        after = 1 + 2 * (operand[0] + 1)
        cells = [operand[at : at + _OLD_CELL] for at in range(after, len(operand), _OLD_CELL)]
        whole = operand[:after] + b"".join(cell.ljust(_CELL, b"\x00") for cell in cells)
        return _change(CELLS, struct.pack("<H", len(whole) + 1) + whole)
    return b""


def _change(code: int, operand: bytes) -> bytes:
    return struct.pack("<H", code) + operand
