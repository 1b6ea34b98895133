"""One line of the body as an item of the tree of provisions."""

from __future__ import annotations

from dataclasses import dataclass, field

from vanban.grammar.markers import BULLETS
from vanban.layout.compose import Line
from vanban.model import Unit

_UNNUMBERED = frozenset(("", "grid", *BULLETS))
ALWAYS = ("part", "chapter", "division", "capital", "roman", "title")
"""Kinds of marks that stand before headings only."""


@dataclass(slots=True)
class Item:
    """One line of the body, with the mark it starts with and what stands under it."""

    line: Line
    kind: str
    label: str
    text: str
    start: int
    children: list[Item] = field(default_factory=list)
    heading: bool = False
    title: str = ""
    inline: int = 0
    units: tuple[Unit, ...] = ()
    partners: tuple[Unit, ...] = ()
    attribute: str = ""
    value: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def numbered(self) -> bool:
        """True for an item with a number or letter, False for bullets, plain lines and tables."""
        return self.kind not in _UNNUMBERED
