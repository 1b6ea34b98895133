"""Pages to one run of blocks: running lines and page numbers out, tables that a page break cut joined."""

from __future__ import annotations

import re
from collections import Counter

from vanban.files.blocks import Block, Paragraph, Table
from vanban.grammar.lexicon import table

_NUMBER = re.compile(r"^(?:(?:Trang|Page)\s*)?[-–\s]*\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_EDGE = 2
_OFTEN = 3


STAMPS = re.compile("|".join(row["pattern"] for row in table("furniture")["stamp"]))
"""What an electronic signature prints on a page. Read at import, since the child opens no file later."""


def joined(pages: list[list[Block]]) -> list[Block]:
    """The blocks of all pages."""
    cleaned = [_bare(page) for page in pages]
    running = _running(cleaned)
    blocks: list[Block] = []
    for page in cleaned:
        kept = [
            block
            for at, block in enumerate(page)
            if not (_is_edge(page, at) and isinstance(block, Paragraph) and _shape(block.text) in running)
        ]
        _add(blocks, kept)
    return blocks


def _bare(page: list[Block]) -> list[Block]:
    """A page without its printed number, its signature stamps and the blank lines at its ends."""
    page = [b for b in page if not (isinstance(b, Paragraph) and STAMPS.match(b.text))]
    while page and isinstance(page[0], Paragraph) and _is_number(page[0].text):
        page = page[1:]
    while page and isinstance(page[-1], Paragraph) and _is_number(page[-1].text):
        page = page[:-1]
    return page


def _is_number(text: str) -> bool:
    return not text.strip() or _NUMBER.match(text) is not None


def _running(pages: list[list[Block]]) -> set[str]:
    """Lines that stand at the edge of most pages: headers and footers."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update(
            {
                _shape(block.text)
                for at, block in enumerate(page)
                if _is_edge(page, at) and isinstance(block, Paragraph)
            }
        )
    return {shape for shape, count in counts.items() if shape and count >= _OFTEN and count > len(pages) / 2}


def _is_edge(page: list[Block], at: int) -> bool:
    return at < _EDGE or at >= len(page) - _EDGE


def _shape(text: str) -> str:
    """Lines that only differ in their digits have one shape. A line that may be a stamp has none."""
    return "" if "MẬT" in text else _DIGITS.sub("#", text.strip())


def _add(blocks: list[Block], page: list[Block]) -> None:
    """Add a page; a table at its top goes on with the one at the end of the page before."""
    last, first = (blocks[-1] if blocks else None), (page[0] if page else None)
    if isinstance(last, Table) and isinstance(first, Table) and _goes_on(last, first):
        blocks[-1] = _together(last, first)
        page = page[1:]
    blocks.extend(page)


def _goes_on(last: Table, first: Table) -> bool:
    return len(last.rows) > 1 and len(last.rows[0]) == len(first.rows[0]) > 2


def _together(above: Table, below: Table) -> Table:
    rows, rest = list(above.rows), list(below.rows)
    if rest and rest[0] == rows[0]:
        rest = rest[1:]
    if rest and not rest[0][0] and any(rest[0]):
        rows[-1] = tuple(_cell(one, other) for one, other in zip(rows[-1], rest[0], strict=True))
        rest = rest[1:]
    return Table(tuple(rows + rest), page=above.page)


def _cell(above: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    """A cell that a page break cut: a sentence goes on in one paragraph."""
    if above and below and not above[-1].endswith((".", ";", ":")):
        return (*above[:-1], f"{above[-1]} {below[0]}", *below[1:])
    return above + below
