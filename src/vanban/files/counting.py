"""How lists count, and the signs that they show: the same for every kind of file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SIGNS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\uf02b": "+", "\uf06f": "○", "o": "○", "": "-"}


@dataclass(slots=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    restart: int | None = None
    """The level, counted from 1, after which this one starts again; 0 = never, None = any above it."""
    style: str | None = None


@dataclass(slots=True)
class Counts:
    """How far each list has counted, by the list's name and the level."""

    lists: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, name: str, *, levels: Mapping[int, Level], level: int) -> str:
        """What stands before the next paragraph of the list ("II.", "1.1.", "-"); "" for nothing."""
        counts = self.lists.setdefault(name, {})
        here = levels.get(level, Level())
        counts[level] = counts.get(level, here.start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            restart = levels.get(deeper, Level()).restart
            if restart is None or level < restart:
                del counts[deeper]
        return _shown(levels, counts, level)


def _shown(levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
    here = levels.get(level, Level())
    if here.form == "bullet":
        return bullet(here.text)
    if here.form == "none" and "%" not in here.text:
        return here.text
    text = here.text
    for other in range(level + 1):
        part = levels.get(other, Level())
        count = counts.get(other, part.start)
        form = "decimal" if here.legal and other < level else part.form
        text = text.replace(f"%{other + 1}", numeral(count, form=form))
    return text.strip()


def bullet(text: str) -> str:
    """The sign of a list without numbers; those of symbol fonts by what they look like."""
    sign = text.strip()[:1]
    return _SIGNS.get(sign, "•" if "\ue000" <= sign <= "\uf8ff" else sign) or "-"


def numeral(count: int, *, form: str) -> str:
    """The count in the form that Word names."""
    if form in ("upperRoman", "lowerRoman") and 0 < count < 4000:
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    if form in ("upperLetter", "lowerLetter") and 0 < count < 781:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
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
