"""How the levels of an OpenDocument list are numbered."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element

from vanban.files.counting import Level
from vanban.files.numbering import whole
from vanban.files.odt.names import LOEXT, STYLE, TEXT

_FORMS = {"1": "decimal", "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
_LEVELS = 9
_PLACE = re.compile(r"%(\d+)%([^%]*)")


def levels_of(style: _Element) -> dict[int, Level]:
    """The levels of a list style, the outermost first."""
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
