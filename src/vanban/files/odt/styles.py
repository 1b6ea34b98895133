"""What the styles of an OpenDocument text say of its words: font, bold, hidden, where pages end, which list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lxml.etree import _Element

from vanban.files.odt.names import FO, STYLE, SVG, TEXT
from vanban.files.oldfonts import encoding_of

_DEEPEST = 20
_BOLD = frozenset(("bold", "600", "700", "800", "900"))
_PROPERTIES = ("text-properties", "paragraph-properties", "table-properties")


class Look(NamedTuple):
    """How words look. ``lists`` is the list that a paragraph's style names, "" for none, None where it says nothing.

    ``old``: the font is from before Unicode. ``before``, ``after``: a page ends there.
    """

    font: str = ""
    old: bool = False
    bold: bool = False
    hidden: bool = False
    before: bool = False
    after: bool = False
    lists: str | None = None


PLAIN = Look()


class Styles:
    """The styles of one part, by their family and name; those behind hide those before."""

    def __init__(self, parts: Iterable[_Element | None]) -> None:
        self.styles: dict[tuple[str, str], _Element] = {}
        self.faces: dict[str, str] = {}
        self.looks: dict[tuple[str, str, Look], Look] = {}
        for part in parts:
            for style in part.iter(f"{STYLE}style", f"{STYLE}default-style") if part is not None else ():
                self.styles[style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")] = style
            for face in part.iter(f"{STYLE}font-face") if part is not None else ():
                family = face.get(f"{SVG}font-family", "").strip("'\"")
                self.faces[face.get(f"{STYLE}name", "")] = family

    def look(self, family: str, *, name: str, within: Look = PLAIN) -> Look:
        """How words of a style look that stand within others."""
        key = (family, name, within)
        if key not in self.looks:
            look = within
            for style in self._chain(family, name):
                look = self._changed(look, style)
            self.looks[key] = look
        return self.looks[key]

    def _chain(self, family: str, name: str) -> list[_Element]:
        """The style and those that it is based on, the furthest first."""
        chain: list[_Element] = []
        style = self.styles.get((family, name))
        while style is not None and len(chain) < _DEEPEST:
            chain.append(style)
            style = self.styles.get((family, style.get(f"{STYLE}parent-style-name") or "-"))
        default = self.styles.get((family, "")) if family == "paragraph" else None
        return [*([default] if default is not None else []), *reversed(chain)]

    def _changed(self, look: Look, style: _Element) -> Look:
        look = look._replace(lists=style.get(f"{STYLE}list-style-name", look.lists))
        if style.get(f"{STYLE}master-page-name"):
            look = look._replace(before=True)
        for properties in style.iterchildren(*(f"{STYLE}{name}" for name in _PROPERTIES)):
            look = self._with(look, properties)
        return look

    def _with(self, look: Look, properties: _Element) -> Look:
        if weight := properties.get(f"{FO}font-weight"):
            look = look._replace(bold=weight in _BOLD)
        if display := properties.get(f"{TEXT}display"):
            look = look._replace(hidden=display == "none")
        if value := properties.get(f"{FO}break-before"):
            look = look._replace(before=value == "page")
        if value := properties.get(f"{FO}break-after"):
            look = look._replace(after=value == "page")
        face = properties.get(f"{STYLE}font-name", "")
        if font := self.faces.get(face) or properties.get(f"{FO}font-family", face).strip("'\""):
            look = look._replace(font=font, old=encoding_of(font) is not None)
        return look
