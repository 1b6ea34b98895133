"""A page of a scan as it was recognised, before the document is put together."""

from __future__ import annotations

from typing import NamedTuple

from vanban.files.blocks import Table
from vanban.files.rows import Piece
from vanban.files.ruled import Rulings
from vanban.files.scan.seen import Line

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left corner of the page."""


class Leaf(NamedTuple):
    """A page, its size in points: its lines of words, the rulings of its tables, and ``boxes`` that may be stamps.

    ``own`` holds its lines and tables instead where the file itself has the words. ``stamps``: the lines
    stamped in red. ``turn``: by how many degrees, against the clock, the page was turned to stand upright.
    ``unread``: nothing could be recognised.
    """

    number: int
    width: float
    height: float
    lines: list[Line]
    rulings: Rulings
    boxes: tuple[Box, ...] = ()
    own: list[Piece | Table] | None = None
    stamps: tuple[str, ...] = ()
    turn: int = 0
    unread: bool = False
