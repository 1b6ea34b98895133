"""How letters are set: their fonts, bold or not, shown or not."""

from __future__ import annotations

from typing import Any, NamedTuple

from vanban.files import oldfonts
from vanban.files.doc.changes import (
    BOLD,
    DELETED,
    FONT,
    HIDDEN,
    LETTER_STYLE,
    OTHER_FONT,
    PLAIN,
    SYMBOL,
    changes_of,
)
from vanban.files.doc.styles import Styles
from vanban.files.lines import symbol

_FONTS = {FONT: "font", OTHER_FONT: "other"}
_SWITCHES = {BOLD: "bold", HIDDEN: "hidden", DELETED: "deleted"}


class Look(NamedTuple):
    """``font`` is that of ASCII letters, ``other`` that of all others. ``sign`` stands in place of each letter,
    where there is one. ``old``: one of the fonts is from before Unicode."""

    font: str = ""
    other: str = ""
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    sign: str | None = None
    old: bool = False


class Looks:
    """Found by the paragraph's style and the letters' own changes."""

    def __init__(self, styles: Styles, fonts: list[str]) -> None:
        self.styles = styles
        self.fonts = fonts
        self.plain = Look(self.font(styles.font), self.font(styles.other))
        self._found: dict[tuple[int, bytes], Look] = {}
        self._styled: dict[int, Look] = {}

    def of(self, changes: bytes, *, style: int) -> Look:
        """The look of letters in a paragraph of this style."""
        key = (style, changes)
        look = self._found.get(key)
        if look is None:
            look = self._changed(self._of_style(style), changes)
            look = self._found[key] = look._replace(old=_is_old(look.font) or _is_old(look.other))
        return look

    def in_font(self, font: str) -> Look:
        """The look of letters of which only the font is known."""
        return Look(font, font, old=_is_old(font))

    def font(self, number: int) -> str:
        """The name of a font; "" for one that the file does not have."""
        return self.fonts[number] if number < len(self.fonts) else ""

    def _of_style(self, style: int) -> Look:
        look = self._styled.get(style)
        if look is None:
            look = self._styled[style] = self._with_style(self.plain, style)
        return look

    def _with_style(self, look: Look, style: int) -> Look:
        for one in self.styles.chain(style):
            look = self._changed(look, one.letters, styled=True)
        return look

    def _changed(self, look: Look, changes: bytes, *, styled: bool = False) -> Look:
        """``styled``: the changes are a style's, which names no other style."""
        under = look
        for code, operand in changes_of(changes):
            if code in _FONTS:
                font: dict[str, Any] = {_FONTS[code]: self.font(operand[0] | operand[1] << 8)}
                look = look._replace(**font)
            elif code in _SWITCHES:
                name = _SWITCHES[code]
                switch: dict[str, Any] = {name: _switched(operand[0], under=getattr(under, name))}
                look = look._replace(**switch)
            elif code == SYMBOL:
                look = look._replace(sign=symbol(operand[2]))
            elif code == LETTER_STYLE and not styled:
                look = under = self._with_style(look, operand[0] | operand[1] << 8)
            elif code == PLAIN:
                look = under
        return look


def _is_old(font: str) -> bool:
    return oldfonts.encoding_of(font) is not None


def _switched(said: int, *, under: bool) -> bool:
    """On, off, as the style below has it, or the other way round."""
    return said & 1 != under if said & 0x80 else said == 1
