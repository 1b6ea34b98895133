"""Pages to one run of blocks: running lines and page numbers out, tables that a page break cut joined."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from unicodedata import normalize

from vanban.files.blocks import Block, Paragraph, Table, run_on
from vanban.files.degrees import degree_of
from vanban.files.rows import Piece
from vanban.files.spacing import Page, parted
from vanban.grammar.lexicon import table

_NUMBER = re.compile(r"^(?:(?:Trang|Page)\s*)?[-–\s]*\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_OF_PAGE = re.compile(r"(?:\b(?:Trang|Page)\s*)?\d+")  # the number that may stand beside a stamp
_EDGE = 2
_OFTEN = 3


STAMPS = re.compile("|".join(row["pattern"] for row in table("furniture")["stamp"]))
"""What an electronic signature prints on a page. Read at import, since the child opens no file later."""


def joined(pages: list[Page]) -> list[Block]:
    """The blocks of all pages."""
    cleaned = [_bare(page) for page in pages]
    for page, after in pairwise(cleaned):
        if page and after and _is_echo(page[-1], after[0]):
            page.pop()
    stamps = [stamp for number, page in enumerate(cleaned, 1) for stamp in _stamps(page, number)]
    running = _running(cleaned)
    kept: list[Page] = []
    for page in cleaned:
        page = [
            item
            for at, item in enumerate(page)
            if not (_is_edge(page, at) and isinstance(item, Piece) and _shape(item.text) in running)
        ]
        kept.append(_with_table(kept, page))
    return [*parted(kept), *stamps]


def _stamps(page: Page, number: int) -> list[Paragraph]:
    """The stamps of secrecy at the top and bottom of a page, as the file or the paper has it: its margins."""
    lines = sorted((item for item in page if isinstance(item, Piece)), key=lambda line: -line.base)
    said: list[str] = []
    for item in (*page[:_EDGE], *page[-_EDGE:], *lines[:_EDGE], *lines[-_EDGE:]):
        if isinstance(item, Piece):
            said.append(_OF_PAGE.sub("", item.text))
        elif len(item.rows) == 1:
            said += (text for cell in item.rows[0] for text in cell)
    return [Paragraph(text, number, margin=True) for text in said if degree_of(text)]


def _bare(page: Page) -> Page:
    """A page without its printed number, its signature stamps and the blank lines at its ends."""
    page = [item for item in page if not (isinstance(item, Piece) and STAMPS.match(item.text))]
    while page and isinstance(page[0], Piece) and _is_number(page[0].text):
        page = page[1:]
    while page and isinstance(page[-1], Piece) and _is_number(page[-1].text):
        page = page[:-1]
    return page


def _is_echo(last: Piece | Table, first: Piece | Table) -> bool:
    """Marked letters that a browser prints at the end of a page, and again where they stand on the next one."""
    if isinstance(last, Table) or isinstance(first, Table) or len(last.text) > 8:
        return False
    signs = last.text.split()
    return all(len(normalize("NFD", sign)) > len(sign) == 1 and sign in first.text for sign in signs)


def _is_number(text: str) -> bool:
    return not text.strip() or _NUMBER.match(text) is not None


def _running(pages: list[Page]) -> set[str]:
    """Lines that stand at the edge of most pages: headers and footers."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update(
            {
                _shape(item.text)
                for at, item in enumerate(page)
                if _is_edge(page, at) and isinstance(item, Piece)
            }
        )
    return {shape for shape, count in counts.items() if shape and count >= _OFTEN and count > len(pages) / 2}


def _is_edge(page: Page, at: int) -> bool:
    return at < _EDGE or at >= len(page) - _EDGE


def _shape(text: str) -> str:
    """Lines that only differ in their digits have one shape."""
    return _DIGITS.sub("#", text.strip())


def _with_table(before: list[Page], page: Page) -> Page:
    """A page without the table at its top where that goes on from the page before, to which it is added."""
    filled = next((one for one in reversed(before) if one), None)
    last, first = (filled[-1] if filled else None), (page[0] if page else None)
    if filled and isinstance(last, Table) and isinstance(first, Table) and _goes_on(last, first):
        filled[-1] = _together(last, first)
        return page[1:]
    return page


def _goes_on(last: Table, first: Table) -> bool:
    return len(last.rows[0]) == len(first.rows[0]) > 2


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
        return (*above[:-1], run_on((above[-1], below[0])), *below[1:])
    return above + below
