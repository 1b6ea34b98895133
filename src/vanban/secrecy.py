"""The stamp of secrecy: a line or box that holds nothing but the degree, above the first section or in a margin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from vanban.errors import SecretStamp
from vanban.files.blocks import Block, Content, Paragraph, Table
from vanban.grammar.markers import mark_of

_DEGREE = re.compile(r"(?:TUYỆT|TỐI)?MẬT")
_MARKS = re.compile(r"[\W_]+")
_COLUMNS = re.compile(r"\t| {4,}|\|")
_SUBJECT = re.compile(r"V/v\b|v/v\b")
_BROKEN = re.compile(r"\b(?:BÍ|BẢO|CƠ)\s*$")
"""The line above ends in the first half of a word: a title is broken there."""
_SECTION = ("part", "chapter", "division", "capital", "roman", "article")
_EDGE = 2


def find_stamp(content: Content) -> str | None:
    """The degree that the file is stamped with, or None. Words in a title or sentence are no stamp."""
    above = ""
    for text in _places(content):
        text = unicodedata.normalize("NFC", text)
        bare = _MARKS.sub("", text) if "M" in text else ""
        if len(bare) < 9 and _DEGREE.fullmatch(bare) and not _BROKEN.search(above):
            return bare
        above = text
    return None


def refuse_secret(content: Content) -> None:
    """Raise :class:`vanban.errors.SecretStamp` where the file is stamped."""
    if find_stamp(content):
        raise SecretStamp


def _places(content: Content) -> Iterator[str]:
    """Lines and boxes above the first section, and all margins of pages."""
    head = True
    for block in content.blocks:
        if head and isinstance(block, Table):
            yield from (text for row in block.rows for cell in row for text in (" ".join(cell), *cell))
        elif isinstance(block, Paragraph) and (head or block.margin):
            yield from _COLUMNS.split(block.text)
        if isinstance(block, Paragraph) and not block.margin and _is_section(block.text):
            head = False
    if content.kind == "pdf":
        yield from _edges(content.blocks)


def _is_section(text: str) -> bool:
    mark = mark_of(text.lstrip("*# "))
    if mark.kind == "arabic":
        return mark.label == "1"
    return mark.kind in _SECTION and not _SUBJECT.match(text)


def _edges(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The lines at the top and bottom of each page, where a PDF prints its margins."""
    starts = [0, *(at + 1 for at, (one, two) in enumerate(pairwise(blocks)) if one.page != two.page)]
    for start, end in pairwise([*starts, len(blocks)]):
        page = blocks[start:end]
        for block in (*page[:_EDGE], *page[-_EDGE:]):
            if isinstance(block, Paragraph):
                yield block.text
