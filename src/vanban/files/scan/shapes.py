"""A recognised page as bytes, which are sent between processes and kept from run to run."""

from __future__ import annotations

import json
from typing import Any

from vanban.files.blocks import Table
from vanban.files.rows import Piece
from vanban.files.scan.leaf import Leaf
from vanban.files.scan.seen import Sheet, Word

FORM = 1
"""Counts up when pages that were kept before are no longer to be used."""


def pack(leaf: Leaf) -> bytes:
    sheet = leaf.sheet
    value = {
        "form": FORM,
        "page": sheet.number,
        "size": [sheet.width, sheet.height],
        "words": sheet.words,
        "items": [_item(item) for item in leaf.items],
        "stamps": leaf.stamps,
    }
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _item(item: Piece | Table) -> list[Any]:
    if isinstance(item, Table):
        return [item.rows]
    return [item.text, *(round(at, 1) for at in (item.left, item.right, item.base, item.size))]


def unpack(data: bytes) -> Leaf | None:
    """The page; None where the bytes are no page of this form."""
    try:
        value = json.loads(data)
        if value["form"] != FORM:
            return None
        number = value["page"]
        words = tuple(Word(*word) for word in value["words"])
        items = [_piece(item, number) for item in value["items"]]
        width, height = value["size"]
        return Leaf(items, Sheet(number, width, height, words), tuple(value["stamps"]))
    except (ValueError, KeyError, TypeError):
        return None


def _piece(item: list[Any], number: int) -> Piece | Table:
    if len(item) == 1:
        return Table(tuple(tuple(tuple(cell) for cell in row) for row in item[0]), number)
    return Piece(*item)
