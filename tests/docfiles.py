"""Binary Word files written by hand, so that a test says which records it is about. After [MS-DOC]."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from compound import compound

TEXT = 0x800
PAIRS = 154
PAGE = 512


class Run(NamedTuple):
    text: str
    changes: bytes = b""


class P(NamedTuple):
    """A paragraph; ``narrow`` words stand in bytes, others in pairs of bytes; ``prm`` changes its piece."""

    runs: tuple[Run, ...]
    changes: bytes = b""
    style: int = 0
    end: str = "\r"
    end_changes: bytes = b""
    narrow: bool = False
    prm: int = 0

    @property
    def signs(self) -> list[Run]:
        return [*self.runs, Run(self.end, self.end_changes)]

    def in_table(self, *, depth: int = 1, end: str = "\x07", row: bytes = b"", more: bytes = b"") -> P:
        """The same within so many tables."""
        inside = sprm(0x2416, "B", 1) + sprm(0x6649, "I", depth)
        return self._replace(end=end, changes=self.changes + inside + more + row)


def sprm(code: int, form: str, *values: int) -> bytes:
    """A change of form; ``form`` says its operand as :mod:`struct` does."""
    return struct.pack(f"<H{form}", code, *values)


def r(
    text: str, *, font: int | None = None, bold: int | None = None, hidden: bool = False, deleted: bool = False,
    style: int | None = None, more: bytes = b"",
) -> Run:  # fmt: skip
    """A run; ``font`` and ``style`` are numbers, ``bold`` is what Word writes: 0, 1, 0x80 or 0x81."""
    changes = sprm(0x4A30, "H", style) if style is not None else b""
    if font is not None:
        changes += sprm(0x4A4F, "H", font) + sprm(0x4A51, "H", font)
    if bold is not None:
        changes += sprm(0x0835, "B", bold)
    changes += sprm(0x083C, "B", 1) if hidden else b""
    changes += sprm(0x0800, "B", 1) if deleted else b""
    return Run(text, changes + more)


def p(*runs: str | Run, num: tuple[int, int] | None = None, changes: bytes = b"", **said: object) -> P:
    """A paragraph; ``num`` is its use of a list, counted from 1, and its level."""
    if num:
        changes += sprm(0x260A, "B", num[1]) + sprm(0x460B, "H", num[0])
    made = tuple(Run(run) if isinstance(run, str) else run for run in runs)
    return P(made, changes, **said)  # type: ignore[arg-type]


def row(
    *cells: str | Sequence[P], edges: Sequence[int] = (), flags: Sequence[int] = (), more: bytes = b""
) -> list[P]:
    """A row of a table; ``flags`` are those of its cells (1 first of merged, 2 merged, 0x20 merged down, 0x60 top)."""
    made: list[P] = []
    for cell in cells:
        paragraphs = [p(cell)] if isinstance(cell, str) else list(cell)
        made += [one if _is_inner(one) else one.in_table(end="\r") for one in paragraphs[:-1]]
        made.append(paragraphs[-1].in_table())
    edges = edges or [2000 * at for at in range(len(cells) + 1)]
    return [*made, p().in_table(row=sprm(0x2417, "B", 1) + cells_of(edges, flags) + more)]


def inner_row(*cells: str) -> list[P]:
    """A row of a table within a cell."""
    ends = sprm(0x244B, "B", 1)
    made = [p(cell).in_table(depth=2, end="\r", more=ends) for cell in cells]
    edges = [500 * at for at in range(len(cells) + 1)]
    return [*made, p().in_table(depth=2, end="\r", more=ends + sprm(0x244C, "B", 1) + cells_of(edges, ()))]


def _is_inner(paragraph: P) -> bool:
    return sprm(0x6649, "I", 2) in paragraph.changes


def cells_of(edges: Sequence[int], flags: Sequence[int]) -> bytes:
    """Where the cells of a row are."""
    count = len(edges) - 1
    records = b"".join(struct.pack("<H18x", flag) for flag in flags)
    operand = struct.pack(f"<B{count + 1}h", count, *edges) + records
    return struct.pack("<HH", 0xD608, len(operand) + 1) + operand


class Style(NamedTuple):
    """``kind``: 1 paragraph, 2 letters. The first style of a file is that of plain paragraphs."""

    paragraph: bytes = b""
    letters: bytes = b""
    base: int = 0xFFF
    kind: int = 1


Box = tuple[int, Sequence[P]]


def doc(
    *body: P | Sequence[P], notes: Sequence[P] = (), margins: Sequence[P] = (), boxes: Sequence[Box] = (),
    fonts: Sequence[str] = ("Times New Roman",), styles: Sequence[Style] = (Style(),),
    lists: Iterable[tuple[int, bytes, bytes]] = (), groups: Sequence[bytes] = (), data: bytes = b"",
    flags: int = 0, backwards: bool = False,
) -> bytes:  # fmt: skip
    """A .doc. ``boxes``: text boxes, each with the sign of the body that it hangs on. ``lists`` are made by
    :func:`doclists.listed`. ``groups`` are changes that pieces name. ``backwards``: the pieces stand in the file in
    the other order."""
    flat = [one for part in body for one in ([part] if isinstance(part, P) else part)]
    stories = [flat, list(notes), list(margins), [], [], [], [one for _, box in boxes for one in box], []]
    counts = [sum(len(run.text) for one in story for run in one.signs) for story in stories]
    paragraphs = [one for story in stories for one in story] + ([p()] if any(counts[1:]) else [])
    pieces, text, letters, shapes = _texts(paragraphs, backwards=backwards)
    main = bytearray(TEXT) + text
    main += bytes(-len(main) % PAGE)
    parts = {12: pages_of(main, letters, width=1), 13: pages_of(main, shapes, width=13)}
    parts |= {1: _styles(styles), 15: _fonts(fonts), 33: _pieces(pieces, groups)}
    if margins:
        parts[11] = struct.pack("<14I", *[0] * 12, counts[2], counts[2] + 3)
    if boxes:
        parts |= _boxes(boxes)
    table = bytearray()
    for number, part in parts.items():
        _point(main, number, len(table), len(part))
        table += part
    for number, part, behind in lists:
        _point(main, number, len(table), len(part))
        table += part + behind
    struct.pack_into("<HH", main, 0, 0xA5EC, 193)
    struct.pack_into("<H", main, 10, 0x1200 | flags)
    struct.pack_into("<II", main, 24, TEXT, TEXT + len(text))
    struct.pack_into("<HHH", main, 32, 14, 0, 0)
    struct.pack_into("<H", main, 62, 22)
    struct.pack_into("<8i", main, 76, *counts)
    struct.pack_into("<H", main, 152, 93)
    return compound({"WordDocument": bytes(main), "1Table": bytes(table), **({"Data": data} if data else {})})


def _point(main: bytearray, number: int, at: int, size: int) -> None:
    struct.pack_into("<II", main, PAIRS + 8 * number, at, size)


class Piece(NamedTuple):
    start: int
    end: int
    place: int
    narrow: bool
    prm: int


Span = tuple[int, int, bytes]


def _texts(paragraphs: list[P], *, backwards: bool) -> tuple[list[Piece], bytes, list[Span], list[Span]]:
    """The pieces, the bytes of the words, the runs of letters and of paragraphs by their places in the file."""
    groups: list[list[P]] = []
    for one in paragraphs:
        if groups and (one.narrow, one.prm) == (groups[-1][-1].narrow, groups[-1][-1].prm):
            groups[-1].append(one)
        else:
            groups.append([one])
    pieces: list[Piece] = []
    signs = 0
    for group in groups:
        size = sum(len(run.text) for one in group for run in one.signs)
        pieces.append(Piece(signs, signs + size, 0, group[0].narrow, group[0].prm))
        signs += size
    text, letters, shapes = b"", [], []
    for at in sorted(range(len(groups)), reverse=backwards):
        pieces[at] = pieces[at]._replace(place=TEXT + len(text))
        for one in groups[at]:
            first = TEXT + len(text)
            for run in one.signs:
                start = TEXT + len(text)
                text += run.text.encode("cp1252" if one.narrow else "utf-16-le")
                letters.append((start, TEXT + len(text), run.changes))
            shapes.append((first, TEXT + len(text), struct.pack("<H", one.style) + one.changes))
    return pieces, text, letters, shapes


def _pieces(pieces: list[Piece], groups: Sequence[bytes]) -> bytes:
    signs = [piece.start for piece in pieces] + [pieces[-1].end]
    table = struct.pack(f"<{len(signs)}I", *signs)
    for piece in pieces:
        place = piece.place * 2 | 0x4000_0000 if piece.narrow else piece.place
        table += struct.pack("<HIH", 0, place, piece.prm)
    said = b"".join(struct.pack("<BH", 1, len(group)) + group for group in groups)
    return said + struct.pack("<BI", 2, len(table)) + table


def pages_of(main: bytearray, spans: list[Span], *, width: int) -> bytes:
    """Write the pages of runs behind the words; the table that finds them. ``width``: of what points to a run."""
    bounds, pages = [], []
    while spans:
        count = len(spans)
        while not (page := _page(spans[:count], width=width)):
            count -= 1
        bounds.append(spans[0][0])
        pages.append(len(main) // PAGE)
        main += page
        last, spans = spans[count - 1][1], spans[count:]
    return struct.pack(f"<{len(bounds) + 1}I{len(pages)}I", *bounds, last, *pages)


def _page(spans: list[Span], *, width: int) -> bytes:
    """One page; nothing where the runs do not fit. Equal changes stand in it once."""
    end, points, known = PAGE - 1, b"", {}
    page = bytearray(PAGE)
    for _, _, changes in spans:
        if width == 1:
            record = bytes([len(changes)]) + changes if changes else b""
        else:
            whole = len(changes) % 2
            record = bytes([(len(changes) + 1) // 2] if whole else [0, len(changes) // 2]) + changes
        if record not in known:
            end -= len(record) + (end - len(record)) % 2
            known[record] = end if record else 0
        head = 4 * (len(spans) + 1) + width * len(spans)
        if end < head or len(changes) > 250 and width == 1:
            return b""
        page[known[record] : known[record] + len(record)] = record
        points += bytes([known[record] // 2]).ljust(width, b"\x00")
    places = struct.pack(f"<{len(spans) + 1}I", *[start for start, _, _ in spans], spans[-1][1])
    page[: len(places) + len(points)] = places + points
    page[PAGE - 1] = len(spans)
    return bytes(page)


def _styles(styles: Sequence[Style]) -> bytes:
    made = struct.pack("<HHHHHHHHHH", 18, len(styles), 10, 1, 0, 0, 0, 0, 0, 0)
    for index, style in enumerate(styles):
        record = struct.pack("<HHHHH", 0, style.kind | style.base << 4, 2 if style.kind == 1 else 1, 0, 0)
        record += struct.pack("<H", 1) + "s".encode("utf-16-le") + bytes(2)
        shapes = struct.pack("<H", index) + style.paragraph
        for part in [shapes, style.letters] if style.kind == 1 else [style.letters]:
            record += struct.pack("<H", len(part)) + part + bytes(len(part) % 2)
        made += struct.pack("<H", len(record)) + record
    return made


def _fonts(fonts: Sequence[str]) -> bytes:
    made = struct.pack("<HH", len(fonts), 0)
    for font in fonts:
        name = (font + "\0").encode("utf-16-le")
        made += bytes([39 + len(name)]) + bytes(39) + name
    return made


def _boxes(boxes: Sequence[tuple[int, Sequence[P]]]) -> dict[int, bytes]:
    ends, at = [0], 0
    for _, box in boxes:
        at += sum(len(run.text) for one in box for run in one.signs)
        ends.append(at)
    stories = struct.pack(f"<{len(ends) + 1}I", *ends, at + 3)
    stories += b"".join(struct.pack("<14xII", 1000 + index, 0) for index in range(len(boxes))) + bytes(22)
    signs = [sign for sign, _ in boxes if sign >= 0]
    shapes = [1000 + index for index, (sign, _) in enumerate(boxes) if sign >= 0]
    anchors = struct.pack(f"<{len(signs) + 1}I", *signs, 10_000)
    return {56: stories, 40: anchors + b"".join(struct.pack("<I22x", shape) for shape in shapes)}
