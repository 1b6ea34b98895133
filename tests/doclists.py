"""The lists of a binary Word file written by hand."""

from __future__ import annotations

import struct
from collections.abc import Sequence

FORMS = {
    "decimal": 0, "upperRoman": 1, "lowerRoman": 2, "upperLetter": 3, "lowerLetter": 4, "decimalZero": 22,
    "bullet": 23, "none": 255,
}  # fmt: skip
NONE = 0xFFF


def level(
    said: str, *, start: int = 1, legal: bool = False, restart: int | None = None, font: int | None = None
) -> bytes:
    """A level, said as "form text" with "%1" for the count of the first level. ``font`` is that of the number."""
    form, _, text = said.partition(" ")
    for other in range(9):
        text = text.replace(f"%{other + 1}", chr(other))
    letters = struct.pack("<HH", 0x4A4F, font) if font is not None else b""
    flags = (4 if legal else 0) | (0 if restart is None else 8)
    places = bytes(at + 1 for at, sign in enumerate(text) if sign < "\t").ljust(9, b"\x00")
    head = struct.pack(
        "<iBB9sB8xBBBB", start, FORMS[form], flags, places, 0, len(letters), 0, restart or 0, 0
    )
    return head + letters + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def starts(at: int, count: int) -> bytes:
    """A change of a list: a level starts with another count."""
    return struct.pack("<iI", count, at | 0x10)


def anew(at: int, record: bytes) -> bytes:
    """A change of a list: a level is said anew."""
    return struct.pack("<iI", 0, at | 0x20) + record


def listed(
    *lists: Sequence[str | bytes], uses: Sequence[tuple[int, bytes, int]] = (), linked: Sequence[int] = ()
) -> list[tuple[int, bytes, bytes]]:
    """The parts of lists: the number of each, and what stands behind it without being counted. ``uses``: the list,
    what is changed of it, of how many levels; without any each list is used once. ``linked`` styles stand for
    levels."""
    styles = [*linked, *[NONE] * (9 - len(linked))]
    rows, behind = struct.pack("<H", len(lists)), b""
    for index, said in enumerate(lists):
        rows += struct.pack("<ii9HBB", 700 + index, 0, *styles, len(said) == 1, 0)
        whole = [*said, *["none "] * (9 - len(said))] if len(said) > 1 else said
        behind += b"".join(one if isinstance(one, bytes) else level(one) for one in whole)
    uses = uses or [(index, b"", 0) for index in range(len(lists))]
    table = struct.pack("<I", len(uses))
    table += b"".join(struct.pack("<iIIB3x", 700 + which, 0, 0, count) for which, _, count in uses)
    table += b"".join(b"\xff" * 4 + changed for _, changed, _ in uses)
    return [(73, rows, behind), (74, table, b"")]
