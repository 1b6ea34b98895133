"""The numbers that Word shows in front of paragraphs and does not write into their text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from vanban.files.counting import Counts, Level

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, int | None, str | None]] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)

    def label(self, paragraph: _Element) -> str:
        """What Word shows before the paragraph ("II.", "1.1.", "-"); "" for none."""
        number, level, style = self._place(paragraph.find(f"{W}pPr"))
        if number is None or number == "0" or number not in self.lists:
            return ""
        abstract, levels = self.lists[number]
        if level is None:
            level = next((at for at, one in levels.items() if style and one.style == style), 0)
        return self.counts.label(abstract, levels=levels, level=level)

    def is_numbered(self, style: str) -> bool:
        """True where the style, or one that it is based on, names a list."""
        above: str | None = style
        for _ in range(12):
            number, _level, above = self.styles.get(above or "", (None, None, None))
            if number is not None:
                return True
        return False

    def recount(self) -> None:
        """Forget all counts: another story of the file begins (its margins, its notes)."""
        self.counts = Counts()

    def _place(self, properties: _Element | None) -> tuple[str | None, int | None, str | None]:
        """The list, the level (None where only the style's list knows it) and the style that names them."""
        number: str | None = None
        level: int | None = None
        style: str | None = None
        named: str | None = None
        if properties is not None:
            number, level = num_pr(properties)
            element = properties.find(f"{W}pStyle")
            style = element.get(VAL) if element is not None else None
        for _ in range(12):
            if number is not None or style is None or style not in self.styles:
                break
            named = style
            number, styled, style = self.styles[style]
            level = level if level is not None else styled
        return number, level, named


def num_pr(properties: _Element) -> tuple[str | None, int | None]:
    """The list and level that paragraph properties name."""
    named = properties.find(f"{W}numPr")
    if named is None:
        return None, None
    number, level = named.find(f"{W}numId"), named.find(f"{W}ilvl")
    at = level.get(VAL) if level is not None else None
    return (number.get(VAL) if number is not None else None), (_depth(at) if at else None)


def _depth(said: str | None) -> int:
    """The level of a list: Word has nine."""
    return min(whole(said, otherwise=0), 8)


def whole(said: str | None, *, otherwise: int) -> int:
    """A count as a file says it; ``otherwise`` where it says none, or one that no document needs."""
    return int(said) if said and said.isdecimal() and len(said) < 6 else otherwise


def read_numbering(numbering: _Element | None, *, styles: _Element | None) -> Numbering:
    """The lists and numbered styles of a document."""
    made = Numbering()
    for style in styles.iterfind(f"{W}style") if styles is not None else ():
        properties, parent = style.find(f"{W}pPr"), style.find(f"{W}basedOn")
        number, level = num_pr(properties) if properties is not None else (None, None)
        base = parent.get(VAL) if parent is not None else None
        made.styles[style.get(f"{W}styleId", "")] = (number, level, base)
    if numbering is not None:
        abstracts = _abstracts(numbering, made)
        for num in numbering.iterfind(f"{W}num"):
            base, own = _value(num, "abstractNumId") or "", num.findall(f"{W}lvlOverride")
            key, levels = abstracts.get(base, (base, {}))
            levels = dict(levels)
            for override in own:
                _override(levels, override)
            number = num.get(f"{W}numId", "")
            made.lists[number] = (f"{key}:{number}" if own else key, levels)
    return made


def _abstracts(numbering: _Element, made: Numbering) -> dict[str, tuple[str, dict[int, Level]]]:
    """The patterns of lists; one that only names a style is that style's."""
    found = {
        abstract.get(f"{W}abstractNumId", ""): _levels(abstract, {})
        for abstract in numbering.iterfind(f"{W}abstractNum")
    }
    bases = {num.get(f"{W}numId", ""): _value(num, "abstractNumId") for num in numbering.iterfind(f"{W}num")}
    patterns = {key: (key, levels) for key, levels in found.items()}
    for abstract in numbering.iterfind(f"{W}abstractNum"):
        style = _value(abstract, "numStyleLink")
        number = made.styles.get(style, (None, None, None))[0] if style else None
        other = bases.get(number) if number else None
        if other in found:
            patterns[abstract.get(f"{W}abstractNumId", "")] = (other, found[other])
    return patterns


def _value(parent: _Element, name: str) -> str | None:
    named = parent.find(f"{W}{name}")
    return named.get(VAL) if named is not None else None


def _levels(parent: _Element, levels: dict[int, Level]) -> dict[int, Level]:
    for level in parent.iterfind(f"{W}lvl"):
        restart = _value(level, "lvlRestart")
        levels[_depth(level.get(f"{W}ilvl"))] = Level(
            form=_value(level, "numFmt") or "decimal",
            text=(_value(level, "lvlText") or "")[:100],
            start=whole(_value(level, "start"), otherwise=1),
            legal=level.find(f"{W}isLgl") is not None,
            restart=whole(restart, otherwise=0) if restart is not None else None,
            style=_value(level, "pStyle"),
        )
    return levels


def _override(levels: dict[int, Level], override: _Element) -> None:
    at = _depth(override.get(f"{W}ilvl"))
    _levels(override, levels)
    start = _value(override, "startOverride")
    if start is not None:
        levels[at] = replace(levels.get(at, Level()), start=whole(start, otherwise=1))
