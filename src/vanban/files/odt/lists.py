"""The numbers and bullets of an OpenDocument text, as LibreOffice shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml.etree import _Element

from vanban.files.counting import Counts, Level
from vanban.files.numbering import whole
from vanban.files.odt.names import LOEXT, STYLE, TEXT, XML

OUTLINE = ""
"""The name of the list of headings."""
_FORMS = {"1": "decimal", "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
_LEVELS = 9
_PLACE = re.compile(r"%(\d+)%([^%]*)")


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
                self.styles[name] = _levels(style)

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


def _levels(style: _Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in style:
        at = whole(element.get(f"{TEXT}level"), otherwise=0) - 1
        if 0 <= at < _LEVELS:
            levels[at] = _level(element, at, levels)
    return levels


def _level(element: _Element, at: int, above: Mapping[int, Level]) -> Level:
    bullet = element.get(f"{TEXT}bullet-char")
    if bullet is not None or element.tag == f"{TEXT}list-level-style-image":
        return Level(form="bullet", text=bullet or "•")
    said = element.get(f"{STYLE}num-format", "")
    form = "decimalZero" if said[:1] == "0" else _FORMS.get(said, "decimal") if said else "none"
    counted = {other + 1 for other, level in above.items() if level.form not in ("none", "bullet")}
    counted |= {at + 1} if said else set()
    pattern = element.get(f"{STYLE}num-list-format") or element.get(f"{LOEXT}num-list-format")
    if pattern is None:
        first = at + 1 - whole(element.get(f"{TEXT}display-levels"), otherwise=1)
        numbers = ".".join(f"%{number}" for number in sorted(counted) if number > first)
        text = element.get(f"{STYLE}num-prefix", "") + numbers + element.get(f"{STYLE}num-suffix", "")
    else:  # what follows the number of a level that has none is not shown either
        text = _PLACE.sub(lambda place: f"%{place[1]}{place[2]}" if int(place[1]) in counted else "", pattern)
    return Level(form=form, text=text[:100], start=whole(element.get(f"{TEXT}start-value"), otherwise=1))
