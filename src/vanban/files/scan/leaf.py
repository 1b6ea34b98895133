"""A page of a scan between its picture and the document's blocks."""

from __future__ import annotations

from typing import NamedTuple

from vanban.files.blocks import Table
from vanban.files.rows import Piece
from vanban.files.scan.seen import Sheet


class Leaf(NamedTuple):
    """A page's lines and tables, and what was seen on it. ``stamps``: the lines stamped in red."""

    items: list[Piece | Table]
    sheet: Sheet
    stamps: tuple[str, ...] = ()
