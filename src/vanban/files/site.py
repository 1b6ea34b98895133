"""What a site puts around a document is left out: above its letterhead, after its end, captions between."""

from __future__ import annotations

import re

from vanban.files.blocks import Block, Paragraph, Table
from vanban.grammar.lexicon import letterhead, table

_LEAST = 20
_FAR = 400
_ABOVE = 6

# Read at import, since the child opens no file later.
_MOTTO = letterhead("motto")
_NUMBER = letterhead("number")
_LINE, _END = (
    re.compile("|".join(row["pattern"] for row in table("furniture")[name])) for name in ("line", "end")
)


def bare(blocks: list[Block]) -> list[Block]:
    """The document within a page."""
    kept: list[Block] = []
    start = _head_of(blocks)
    for at, block in enumerate(blocks[start:]):
        if isinstance(block, Paragraph):
            if at > _LEAST and _END.match(block.text):
                break
            if _LINE.match(block.text):
                continue
        kept.append(block)
    return kept


def _head_of(blocks: list[Block]) -> int:
    """Where the letterhead begins; 0 where there is none."""
    motto = next((at for at, block in enumerate(blocks[:_FAR]) if _has_motto(block)), None)
    if motto is None or isinstance(blocks[motto], Table):
        return motto or 0
    first = motto
    for at in range(motto - 1, max(motto - 1 - _ABOVE, -1), -1):
        block = blocks[at]
        if isinstance(block, Table) or block.text != block.text.upper() and not _NUMBER.match(block.text):
            break
        first = at
    return first


def _has_motto(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return _MOTTO.search(block.text) is not None
    return any(_MOTTO.search(" ".join(cell)) for row in block.rows[:3] for cell in row)
