"""The recognised pages of a scan to the blocks of one document."""

from __future__ import annotations

from vanban.files import turning
from vanban.files.blocks import Block, Content, Paragraph
from vanban.files.degrees import degree_of
from vanban.files.scan.leaf import Leaf


def assembled(leaves: list[Leaf], *, kind: str) -> Content:
    """One document of all pages, in their order."""
    blocks: list[Block] = list(turning.joined([leaf.items for leaf in leaves]))
    for number, leaf in enumerate(leaves, 1):
        blocks += [Paragraph(line, number, margin=True) for line in leaf.stamps if degree_of(line)]
    sheets = tuple(leaf.sheet for leaf in leaves)
    return Content(kind=kind, blocks=tuple(blocks), pages=len(leaves), wrapped=True, sheets=sheets)
