"""A recognised page as bytes, which are sent between processes and kept from run to run."""

from __future__ import annotations

import json
from typing import Any

from vanban.files.blocks import Table
from vanban.files.rows import Piece
from vanban.files.ruled import Rule, Rulings
from vanban.files.scan.leaf import Leaf
from vanban.files.scan.seen import Word

FORM = 1
"""Counts up when pages that were kept before are no longer to be used."""


def pack(leaf: Leaf) -> bytes:
    value = {
        "form": FORM,
        "page": [leaf.number, leaf.width, leaf.height],
        "lines": leaf.lines,
        "across": leaf.rulings.across,
        "down": leaf.rulings.down,
        "boxes": leaf.boxes,
        "own": None if leaf.own is None else [_item(item) for item in leaf.own],
        "stamps": leaf.stamps,
        "turn": leaf.turn,
    }
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _item(item: Piece | Table) -> list[Any]:
    if isinstance(item, Table):
        return [item.rows]
    return [item.text, item.left, item.right, item.base, item.size]


def unpack(data: bytes) -> Leaf | None:
    """The page; None where the bytes are no page of this form."""
    try:
        value = json.loads(data)
        if value["form"] != FORM:
            return None
        number, width, height = value["page"]
        lines = [[Word(*word) for word in line] for line in value["lines"]]
        rulings = Rulings(_rules(value["across"]), _rules(value["down"]))
        own = None if value["own"] is None else [_piece(item, number) for item in value["own"]]
        boxes = tuple((a, b, c, d) for a, b, c, d in value["boxes"])
        return Leaf(number, width, height, lines, rulings, boxes, own, tuple(value["stamps"]), value["turn"])
    except (ValueError, KeyError, TypeError):
        return None


def _rules(values: list[list[float]]) -> list[Rule]:
    return [(at, first, last) for at, first, last in values]


def _piece(item: list[Any], number: int) -> Piece | Table:
    if len(item) == 1:
        return Table(tuple(tuple(tuple(cell) for cell in row) for row in item[0]), number)
    return Piece(*item)
