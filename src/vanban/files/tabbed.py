"""Columns that are set with tabs in place of a table: the letterhead, and the recipients beside the signature."""

from __future__ import annotations

import re
from dataclasses import replace

from vanban.files.blocks import Block, Content, Table
from vanban.grammar.lexicon import letterhead
from vanban.grammar.markers import starts_item

_GAP = re.compile(r"\s*\t\s*")
_MOTTO, _RECIPIENTS = letterhead("motto"), letterhead("recipients")
_HEAD = 20
"""So many paragraphs from the first the letterhead is looked for."""


def tabled(content: Content) -> Content:
    """The content with such columns as tables of one row. Other paragraphs with tabs stay as they are."""
    blocks = list(content.blocks)
    texts = ["" if isinstance(block, Table) or block.note or block.margin else block.text for block in blocks]
    if content.wrapped or not any("\t" in text for text in texts):
        return content
    foot = next((at for at in range(len(texts)) if _is_foot(texts, at)), len(texts))
    head = next(
        (at for at in [at for at, text in enumerate(texts) if text][:_HEAD] if _is_head(texts[at])), foot
    )
    _set(blocks, texts, foot, _end(texts, foot, items=True))
    if head < foot:
        _set(blocks, texts, head, _end(texts, head, items=False))
    return replace(content, blocks=tuple(blocks))


def _is_foot(texts: list[str], at: int) -> bool:
    return _RECIPIENTS.match(texts[at]) is not None and any(map(_halves, texts[at : at + 2]))


def _is_head(text: str) -> bool:
    return any(map(_MOTTO.search, _halves(text)))


def _halves(text: str) -> list[str]:
    """What stands left and right of the only gap of a line; nothing where there is none or are several."""
    parts = _GAP.split(text) if "\t" in text else []
    return parts if len(parts) == 2 else []


def _end(texts: list[str], start: int, *, items: bool) -> int:
    """Where the lines with two halves end that begin at ``start``; ``items`` may stand among them."""
    end = start + 1
    while end < len(texts) and (_halves(texts[end]) or items and starts_item(texts[end])):
        end += 1
    return end


def _set(blocks: list[Block], texts: list[str], start: int, end: int) -> None:
    """Put a table of one row in place of the lines from ``start`` to ``end``."""
    if start < len(blocks):
        halves = [_halves(text) or [text, ""] for text in texts[start:end]]
        cells = tuple(tuple(line for line in column if line) for column in zip(*halves, strict=True))
        blocks[start:end] = [Table((cells,), page=blocks[start].page)]
