"""The stamp of secrecy: a line or box that holds nothing but the degree, above the first section or in a margin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from vanban.errors import SecretStamp
from vanban.files.blocks import Content, Table
from vanban.grammar.markers import mark_of

_DEGREE = re.compile(r"(?:TUYỆTMẬT|TỐIMẬT|MẬT)")
_MARKS = str.maketrans("", "", " \t\u00a0\u200b.*_|-–—[](){}:")
_SECTION = ("part", "chapter", "division", "capital", "roman", "article")


def find_stamp(content: Content) -> str | None:
    """The degree that the file is stamped with, or None. Words in a title or sentence are no stamp."""
    for text in _places(content):
        bare = unicodedata.normalize("NFC", text).translate(_MARKS)
        if bare and _DEGREE.fullmatch(bare):
            return bare
    return None


def refuse_secret(content: Content) -> None:
    """Raise :class:`vanban.errors.SecretStamp` where the file is stamped."""
    if find_stamp(content):
        raise SecretStamp


def _places(content: Content) -> Iterator[str]:
    """Lines and cells above the first section, and all margins of pages."""
    head = True
    for block in content.blocks:
        if isinstance(block, Table):
            if head:
                yield from (text for row in block.rows for cell in row for text in (*cell, " ".join(cell)))
            continue
        if block.margin or head:
            yield block.text
        if not block.margin and mark_of(block.text.lstrip("*# ")).kind in _SECTION:
            head = False
