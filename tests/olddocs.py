"""Word 6 files written by hand: changes of form have codes of one byte, and all stands in one stream."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from compound import compound
from docfiles import PAGE, P, Run, Span, pages_of

TEXT = 0x600
PAIRS = 0x58


def old_run(text: str, *, font: int | None = None, bold: bool = False) -> Run:
    changes = struct.pack("<BB", 85, 1) if bold else b""
    return Run(text, changes + (struct.pack("<BH", 93, font) if font is not None else b""))


def old_row(*cells: str, edges: Sequence[int]) -> list[P]:
    """A row of a table."""
    inside = struct.pack("<BB", 24, 1)
    count = len(edges) - 1
    form = struct.pack(f"<B{count + 1}h", count, *edges)
    end = inside + struct.pack("<BB", 25, 1) + struct.pack("<BH", 190, len(form) + 1) + form
    return [*(P((Run(cell),), inside, end="\x07") for cell in cells), P((), end, end="\x07")]


def old_doc(
    *body: P | Sequence[P], fonts: Sequence[str] = ("Times New Roman",), letters: bytes = b""
) -> bytes:
    """A .doc of Word 6. ``letters`` are changes in the style of plain paragraphs."""
    paragraphs = [one for part in body for one in ([part] if isinstance(part, P) else part)]
    text, runs, shapes = b"", [], []
    for one in paragraphs:
        first = TEXT + len(text)
        for run in one.signs:
            start = TEXT + len(text)
            text += run.text.encode("cp1252")
            runs.append((start, TEXT + len(text), run.changes))
        shape = struct.pack("<H", one.style) + one.changes
        shapes.append((first, TEXT + len(text), shape + bytes(1 - len(shape) % 2)))
    main = bytearray(TEXT) + text
    main += bytes(-len(main) % PAGE)
    parts = {12: _pages(main, runs, width=1), 13: _pages(main, shapes, width=7)}
    for number, part in (parts | {1: _styles(letters), 15: _fonts(fonts)}).items():
        struct.pack_into("<II", main, PAIRS + 8 * number, len(main), len(part))
        main += part
    struct.pack_into("<HH", main, 0, 0xA5DC, 101)
    struct.pack_into("<II", main, 24, TEXT, TEXT + len(text))
    struct.pack_into("<i", main, 0x34, len(text))
    return compound({"WordDocument": bytes(main)})


def _pages(main: bytearray, spans: list[Span], *, width: int) -> bytes:
    """As in later files, but pages have numbers of two bytes."""
    table = pages_of(main, spans, width=width)
    count = (len(table) - 4) // 8
    places = struct.unpack(f"<{2 * count + 1}I", table)
    return struct.pack(f"<{count + 1}I{count}H", *places)


def _styles(letters: bytes) -> bytes:
    record = struct.pack("<HHHH", 0, 1 | 0xFFF << 4, 2, 0) + b"\x01s\x00"
    record += bytes(len(record) % 2) + struct.pack("<HH", 2, 0) + struct.pack("<H", len(letters)) + letters
    head = struct.pack("<HHHHHHHH", 14, 1, 8, 1, 0, 0, 0, 0)
    return head + struct.pack("<H", len(record)) + record


def _fonts(fonts: Sequence[str]) -> bytes:
    made = b""
    for font in fonts:
        name = font.encode("latin-1") + b"\x00"
        made += bytes([5 + len(name)]) + bytes(5) + name
    return struct.pack("<H", len(made) + 2) + made
