"""What every file reader gives: paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
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


def text_of(blocks: Iterable[Block]) -> str:
    """All texts of the blocks, a line each."""
    return "\n".join([text for block in blocks for text in texts_of(block)])


def texts_of(block: Block) -> Sequence[str]:
    """Its words, or those of its cells."""
    if isinstance(block, Paragraph):
        return (block.text,)
    return [text for row in block.rows for cell in row for text in cell]


def changed(block: Block, *, change: Callable[[str], str]) -> Block:
    """The block with each of its texts changed."""
    if isinstance(block, Paragraph):
        text = change(block.text)
        strong = len(change(block.text[: block.strong])) if block.strong else 0
        return block._replace(text=text, strong=strong)
    rows = tuple(tuple(tuple(map(change, cell)) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def run_on(lines: Iterable[str]) -> str:
    """Lines as one; a word or number that was broken at its hyphen stays whole."""
    parts: list[str] = []
    for line in lines:
        if parts and not (parts[-1][-1:] == "-" and parts[-1][-2:-1].isalnum()):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)
