"""What every file reader gives: paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from vanban.files.scan.seen import Sheet


class Paragraph(NamedTuple):
    """One paragraph, lines joined, list number in front. ``page`` counts from 1, 0 = unknown.

    ``note`` marks a footnote, ``margin`` the header or footer of a page (looked at for stamps,
    then left out of the text). ``strong``: how many of its signs, from the first, are printed bold, where the
    file tells (0 where it does not).
    """

    text: str
    page: int = 0
    note: bool = False
    margin: bool = False
    strong: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells, each cell its paragraphs in order. A merged cell's words stand once, in its
    first place; the places it covers hold empty cells, so that columns stay aligned."""

    rows: tuple[tuple[tuple[str, ...], ...], ...]
    page: int = 0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Content:
    """A file's blocks. ``kind`` as in :mod:`vanban.files.kinds`. ``wrapped``: paragraphs are raw lines that
    still have to be joined (plain text). ``remarks``: codes of :mod:`vanban.remarks`. ``sheets``: what was seen
    on the pages of a scan; ``pictured``: it is one, and was not recognised yet."""

    kind: str
    blocks: tuple[Block, ...]
    pages: int = 0
    wrapped: bool = False
    remarks: tuple[str, ...] = field(default=())
    sheets: tuple[Sheet, ...] = ()
    pictured: bool = False


def run_on(lines: Iterable[str]) -> str:
    """Lines as one; a word or number that was broken at its hyphen stays whole."""
    parts: list[str] = []
    for line in lines:
        if parts and not (parts[-1][-1:] == "-" and parts[-1][-2:-1].isalnum()):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)
