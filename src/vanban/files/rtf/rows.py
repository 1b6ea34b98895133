"""How the rows of a table are cut into cells; the words for it stand before the cells, behind them, or both."""

from __future__ import annotations

from dataclasses import dataclass, field

from vanban.files.edges import Edge

_MOST_EDGES = 500


@dataclass(slots=True)
class RowForm:
    """Where a row begins and where each of its cells ends, in twentieths of a point.

    ``covered``: the next cell only goes on with another one.
    """

    left: int = 0
    edges: list[Edge] = field(default_factory=list)
    covered: bool = False

    def add(self, at: int) -> None:
        """One more cell, which ends there."""
        if len(self.edges) < _MOST_EDGES:
            self.edges.append(Edge(at, covered=self.covered))
        self.covered = False
