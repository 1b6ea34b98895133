"""The stamp of secrecy: a line or box that holds nothing but the degree, above the first section or in a margin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from vanban.errors import SecretStamp
from vanban.files.blocks import Content, Paragraph, Table
from vanban.files.degrees import degree_of
from vanban.grammar.markers import mark_of

_COLUMNS = re.compile(r"\t| {4,}|\|")
_SUBJECT = re.compile(r"V/v\b|v/v\b")
_BROKEN = re.compile(r"\b(?:BÍ|BẢO|CƠ)\s*$")
"""The line above ends in the first half of a word: a title is broken there."""
_SECTION = ("part", "chapter", "division", "capital", "roman", "article")


def find_stamp(content: Content) -> str | None:
    """The degree that the file is stamped with, or None. Words in a title or sentence are no stamp."""
    above = ""
    for text in _places(content):
        degree = degree_of(text)
        if degree and not _BROKEN.search(unicodedata.normalize("NFC", above)):
            return degree
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


def _is_section(text: str) -> bool:
    mark = mark_of(text.lstrip("*# "))
    if mark.kind == "arabic":
        return mark.label == "1"
    return mark.kind in _SECTION and not _SUBJECT.match(text)
