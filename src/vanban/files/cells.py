"""Rows of cells to a grid."""

from __future__ import annotations

from vanban.errors import TooLarge

Cell = tuple[str, ...]
MOST = 400_000


def squared(rows: list[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows, all as long as the longest. Raises TooLarge where that makes more cells than a document has."""
    width = max((len(row) for row in rows), default=0)
    if width * len(rows) > MOST:
        raise TooLarge
    return tuple(tuple(row + [()] * (width - len(row))) for row in rows)
