"""The numbers that Word shows in front of paragraphs and does not write into their text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, int | None, str | None]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: _Element) -> str:
        """What Word shows before the paragraph ("II.", "1.1.", "-"); "" for none."""
        number, level = self._place(paragraph.find(f"{W}pPr"))
        if number is None or number == "0" or number not in self.lists:
            return ""
        abstract, levels = self.lists[number]
        counts = self.counts.setdefault(abstract, {})
        here = levels.get(level, Level())
        counts[level] = counts.get(level, here.start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return self._shown(levels, counts, level)

    def _place(self, properties: _Element | None) -> tuple[str | None, int]:
        number: str | None = None
        level: int | None = None
        style: str | None = None
        if properties is not None:
            number, level = num_pr(properties)
            named = properties.find(f"{W}pStyle")
            style = named.get(VAL) if named is not None else None
        for _ in range(12):
            if number is not None or style is None or style not in self.styles:
                break
            number, styled, style = self.styles[style]
            level = level if level is not None else styled
        return number, level or 0

    def _shown(self, levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
        here = levels.get(level, Level())
        if here.form == "bullet":
            return "-"
        if here.form == "none" and "%" not in here.text:
            return here.text
        text = here.text
        for other in range(level + 1):
            part = levels.get(other, Level())
            count = counts.get(other, part.start)
            form = "decimal" if here.legal and other < level else part.form
            text = text.replace(f"%{other + 1}", numeral(count, form))
        return text.strip()


def num_pr(properties: _Element) -> tuple[str | None, int | None]:
    """The list and level that paragraph properties name."""
    named = properties.find(f"{W}numPr")
    if named is None:
        return None, None
    number, level = named.find(f"{W}numId"), named.find(f"{W}ilvl")
    at = level.get(VAL) if level is not None else None
    return (number.get(VAL) if number is not None else None), (int(at) if at and at.isdigit() else None)


def numeral(count: int, form: str) -> str:
    """The count in the form that Word names."""
    if form in ("upperRoman", "lowerRoman"):
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{count:02d}"
    return "" if form in ("none", "bullet") else str(count)


def _roman(count: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        while count >= value:
            out, count = out + sign, count - value
    return out


def read_numbering(numbering: _Element | None, styles: _Element | None) -> Numbering:
    """The lists and numbered styles of a document."""
    made = Numbering()
    abstracts: dict[str, dict[int, Level]] = {}
    if numbering is not None:
        for abstract in numbering.iterfind(f"{W}abstractNum"):
            abstracts[abstract.get(f"{W}abstractNumId", "")] = _levels(abstract, {})
        for num in numbering.iterfind(f"{W}num"):
            named = num.find(f"{W}abstractNumId")
            base = named.get(VAL, "") if named is not None else ""
            own = num.findall(f"{W}lvlOverride")
            number = num.get(f"{W}numId", "")
            levels = dict(abstracts.get(base, {}))
            for override in own:
                _override(levels, override)
            made.lists[number] = (f"{base}:{number}" if own else base, levels)
    if styles is not None:
        for style in styles.iterfind(f"{W}style"):
            properties, parent = style.find(f"{W}pPr"), style.find(f"{W}basedOn")
            styled, level = num_pr(properties) if properties is not None else (None, None)
            made.styles[style.get(f"{W}styleId", "")] = (
                styled,
                level,
                parent.get(VAL) if parent is not None else None,
            )
    return made


def _levels(parent: _Element, levels: dict[int, Level]) -> dict[int, Level]:
    for level in parent.iterfind(f"{W}lvl"):
        form, text, start = (level.find(f"{W}{name}") for name in ("numFmt", "lvlText", "start"))
        levels[int(level.get(f"{W}ilvl", "0"))] = Level(
            form=form.get(VAL, "decimal") if form is not None else "decimal",
            text=text.get(VAL, "") if text is not None else "",
            start=int(start.get(VAL, "1")) if start is not None else 1,
            legal=level.find(f"{W}isLgl") is not None,
        )
    return levels


def _override(levels: dict[int, Level], override: _Element) -> None:
    at = int(override.get(f"{W}ilvl", "0"))
    _levels(override, levels)
    start = override.find(f"{W}startOverride")
    if start is not None:
        old = levels.get(at, Level())
        levels[at] = Level(old.form, old.text, int(start.get(VAL, "1")), old.legal)
