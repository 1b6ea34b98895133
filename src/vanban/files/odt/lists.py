"""The numbers and bullets of an OpenDocument text, as LibreOffice shows them."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element

from vanban.files.counting import Counts, Level
from vanban.files.numbering import whole
from vanban.files.odt.levels import levels_of
from vanban.files.odt.names import STYLE, TEXT, XML

OUTLINE = ""
"""The name of the list of headings."""


class Lists:
    """The list styles, and how far each list has counted."""

    def __init__(self, parts: Iterable[_Element | None]) -> None:
        self.styles: dict[str, dict[int, Level]] = {OUTLINE: {}}
        self.counts = Counts()
        self.known: dict[str, str] = {}
        self.latest: dict[str, str] = {}
        for part in parts:
            for style in part.iter(f"{TEXT}list-style", f"{TEXT}outline-style") if part is not None else ():
                name = style.get(f"{STYLE}name", "") if style.tag == f"{TEXT}list-style" else OUTLINE
                self.styles[name] = levels_of(style)

    def begin(self, element: _Element, *, style: str) -> str:
        """The name by which a list counts: that of one before it where it goes on with that."""
        goes_on = element.get(f"{TEXT}continue-list")
        if goes_on in self.known:
            name = self.known[goes_on]
        elif (goes_on or element.get(f"{TEXT}continue-numbering") == "true") and style in self.latest:
            name = self.latest[style]
        else:
            name = f"{len(self.counts.lists)} {style}"
            self.counts.lists[name] = {}
        self.latest[style] = name
        self.known[element.get(f"{XML}id", "")] = name
        return name

    def label(self, name: str, *, style: str, level: int, start: str | None) -> str:
        """What stands before the next item; ``start`` is the number that it was given, where it was given one."""
        levels = self.styles.get(style, {})
        if level not in levels:
            return ""
        if start:
            counts = self.counts.lists.setdefault(name, {})
            counts[level] = whole(start, otherwise=1) - 1
        return self.counts.label(name, levels=levels, level=level)
