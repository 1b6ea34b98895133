"""The words of the file, which stand in it in pieces, and where each piece stood."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from vanban.errors import BrokenFile, TooLarge
from vanban.files.doc.header import PIECES, Header
from vanban.files.doc.stream import Stream
from vanban.files.doc.word6 import modern

MOST_SIGNS, MOST_PIECES, MOST_GROUPS = 4_000_000, 200_000, 0x7FFF
_NARROW = 0x4000_0000
_CP1252 = "".join(
    bytes([code]).decode("cp1252") if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(code)
    for code in range(256)
)
"""The five codes that the Windows page leaves free are letters in fonts from before Unicode."""


class Piece(NamedTuple):
    """Signs ``start`` to ``end`` stand from ``place``, each in ``width`` bytes; ``changes`` are on top of theirs."""

    start: int
    end: int
    place: int
    width: int
    changes: bytes


def words_of_pieces(header: Header) -> tuple[str, list[Piece]]:
    """All stories, one code of two bytes a sign, and their pieces. Raises TooLarge where no one wrote so much."""
    pieces = _pieces(header)
    if sum(piece.end - piece.start for piece in pieces) > MOST_SIGNS:
        raise TooLarge
    return "".join(_decoded(header.main, piece) for piece in pieces), pieces


def _pieces(header: Header) -> list[Piece]:
    table = header.part(PIECES)
    groups: list[bytes] = []
    at = 0
    while at < len(table) and len(groups) <= MOST_GROUPS:
        kind = table.number("B", at)
        if kind == 1:
            size = table.number("H", at + 1)
            groups.append(table.bytes(at + 3, size))
            at += 3 + size
        elif kind == 2:
            return _rows(table.part(at + 5, table.number("I", at + 1)), groups, old=header.old)
        else:
            raise BrokenFile
    if groups or header.last < header.first:
        raise BrokenFile
    return [Piece(0, header.last - header.first, header.first, 1, b"")]


def _rows(table: Stream, groups: list[bytes], *, old: bool) -> list[Piece]:
    count = max(0, (len(table) - 4) // 12)
    if count > MOST_PIECES:
        raise TooLarge
    ends = table.numbers(f"{count + 1}I", 0)
    pieces: list[Piece] = []
    for index in range(count):
        place, changed = table.numbers("IH", 4 * (count + 1) + 8 * index + 2)
        start, end = ends[index], ends[index + 1]
        if end < start or start != (pieces[-1].end if pieces else 0):
            raise BrokenFile
        narrow = old or place & _NARROW
        if not old:
            place = (place & 0x3FFF_FFFF) // 2 if narrow else place & 0x3FFF_FFFF
        pieces.append(Piece(start, end, place, 1 if narrow else 2, _changes(changed, groups)))
    return pieces


def _changes(said: int, groups: list[bytes]) -> bytes:
    """What was changed in a piece as a whole: one group of the table, or one small change by its older code."""
    if said & 1:
        return groups[said >> 1] if said >> 1 < len(groups) else b""
    return modern(bytes((said >> 1 & 0x7F, said >> 8))) if said else b""


def _decoded(main: Stream, piece: Piece) -> str:
    """Its signs: one for each code, so that places can be counted."""
    data = main.bytes(piece.place, (piece.end - piece.start) * piece.width)
    if piece.width == 1:
        return codecs.charmap_decode(data, "strict", _CP1252)[0]
    text = data.decode("utf-16-le", "surrogatepass")
    if len(text) == piece.end - piece.start:
        return text
    return "".join(map(chr, main.numbers(f"{piece.end - piece.start}H", piece.place)))
