"""Word files typed in old fonts: their words are turned into Unicode before anything reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.etree import _Element

from vanban.files.numbering import VAL, W
from vanban.files.oldfonts import each_said, encoding_of, is_old
from vanban.files.oldwords import weigh

_TEXT, _SOFT, _SYMBOL, _P, _LEVEL = f"{W}t", f"{W}softHyphen", f"{W}sym", f"{W}p", f"{W}lvl"
_MARKS, _PROPERTIES, _FONTS, _STYLE = f"{W}rPr", f"{W}pPr", f"{W}rFonts", f"{W}style"
_NAMED = re.compile(rb'(?:ascii|hAnsi|font)="([^"]*)"')
_DEEP = 12


def names_old_font(parts: Iterable[bytes]) -> bool:
    """Whether the parts of a Word file, as they stand in it, name an old font."""
    names = {name for part in parts for name in _NAMED.findall(part)}
    return any(is_old(name.decode("utf-8", "replace")) for name in names)


class Fonts:
    """The fonts of a file's words, by its styles. ``turned`` is true once words in an old font were found."""

    def __init__(self, styles: _Element | None) -> None:
        self.styles: dict[str, tuple[str | None, str | None]] = {}
        self.default, self.plain = "", ""
        self.turned = False
        if styles is None:
            return
        self.default = _font(styles.find(f"{W}docDefaults/{W}rPrDefault/{_MARKS}")) or ""
        for style in styles.iter(_STYLE):
            name, based = style.get(f"{W}styleId", ""), style.find(f"{W}basedOn")
            self.styles[name] = (_font(style.find(_MARKS)), based.get(VAL) if based is not None else None)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self.plain = name

    def turn(self, part: _Element) -> None:
        """The part's words in Unicode, in their places."""
        pieces: list[_Element] = []
        for element in part.iter(_P, _TEXT, _SOFT, _SYMBOL):
            if element.tag == _P:
                self._turn(pieces)
                pieces = []
            else:
                pieces.append(element)
        self._turn(pieces)

    def turn_numbers(self, lists: _Element) -> None:
        """The words around the numbers of lists ("§iÒu %1")."""
        for level in lists.iter(_LEVEL):
            text = level.find(f"{W}lvlText")
            words = text.get(VAL, "") if text is not None else ""
            font = _font(level.find(_MARKS)) or self._of_style(self.plain) or self.default
            encoding = encoding_of(font)
            if text is not None and encoding and weigh(words, encoding=encoding).old:
                text.set(VAL, "".join(each_said([(words, font)])))

    def _turn(self, pieces: list[_Element]) -> None:
        """The pieces of one paragraph."""
        runs = [(_signs(piece), self._of(piece)) for piece in pieces]
        if not any(is_old(font) for _, font in runs):
            return
        for piece, (before, font), text in zip(pieces, runs, each_said(runs), strict=True):
            if text != before or piece.tag == _SYMBOL and is_old(font):
                piece.tag, piece.text = _TEXT, text
                self.turned = True

    def _of(self, piece: _Element) -> str:
        if piece.tag == _SYMBOL:
            return piece.get(f"{W}font", "")
        run = piece.getparent()
        marks = run.find(_MARKS) if run is not None else None
        own = _font(marks)
        if own is None and marks is not None:
            own = self._of_style(_named(marks, "rStyle"))
        if own is None:
            paragraph = next(piece.iterancestors(_P), None)
            properties = paragraph.find(_PROPERTIES) if paragraph is not None else None
            style = _named(properties, "pStyle") if properties is not None else None
            own = self._of_style(style or self.plain)
        return self.default if own is None else own

    def _of_style(self, name: str | None) -> str | None:
        """The font that a style names, or one that it is based on."""
        for _ in range(_DEEP):
            font, name = self.styles.get(name or "", (None, None))
            if font is not None:
                return font
        return None


def _signs(piece: _Element) -> str:
    if piece.tag == _TEXT:
        return piece.text or ""
    if piece.tag == _SOFT:
        return "\u00ad"
    code = piece.get(f"{W}char", "")
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", code) else ""


def _font(marks: _Element | None) -> str | None:
    """The font that properties name for letters beyond ASCII; a theme's is none of the old ones."""
    fonts = marks.find(_FONTS) if marks is not None else None
    if fonts is None:
        return None
    if fonts.get(f"{W}hAnsiTheme") or fonts.get(f"{W}asciiTheme"):
        return ""
    return fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")


def _named(properties: _Element, kind: str) -> str | None:
    style = properties.find(f"{W}{kind}")
    return style.get(VAL) if style is not None else None
