"""Pages typed in old fonts: their words are turned into Unicode before anything reads them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from lxml.etree import _Element, iterwalk

from vanban.files.oldfonts import each_said, is_old

_FAMILY = re.compile(r"font-family\s*:\s*([^;}]+)", re.IGNORECASE)
_SELECTOR = re.compile(r"([a-z]\w*)?(?:\.([\w-]+))?", re.IGNORECASE)


@dataclass(slots=True)
class _Piece:
    """The text in an element before its first child; that behind the element where ``behind`` is set."""

    element: _Element
    font: str
    behind: bool = False

    @property
    def text(self) -> str:
        return (self.element.tail if self.behind else self.element.text) or ""

    def put(self, text: str) -> None:
        if self.behind:
            self.element.tail = text
        else:
            self.element.text = text


def turn(root: _Element, *, ends: Collection[str]) -> bool:
    """The page's words in Unicode, in their places; whether any were in an old font.

    ``ends``: the elements at which a paragraph ends.
    """
    rules = _rules(root)
    fonts = [""]
    pieces: list[_Piece] = []
    turned = False
    for event, element in iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if element.tag in ends:
            turned = _turn(pieces) or turned
            pieces = []
        if event == "start":
            fonts.append(_font(element, rules) or fonts[-1])
            pieces.append(_Piece(element, fonts[-1]))
        else:
            fonts.pop()
            pieces.append(_Piece(element, fonts[-1], behind=True))
    return _turn(pieces) or turned


def _turn(pieces: list[_Piece]) -> bool:
    """The pieces of one paragraph."""
    runs = [(piece.text, piece.font) for piece in pieces]
    if not any(is_old(font) for _, font in runs):
        return False
    said = each_said(runs)
    for piece, (before, _), text in zip(pieces, runs, said, strict=True):
        if text != before:
            piece.put(text)
    return said != [text for text, _ in runs]


def _font(element: _Element, rules: dict[tuple[str, str], str]) -> str:
    """The font that an element names for what it holds; "" where it takes the one around it."""
    family = _FAMILY.search(element.get("style", ""))
    if family:
        return _first(family[1])
    if element.tag == "font" and element.get("face"):
        return _first(element.get("face", ""))
    for name in (element.get("class") or "").split():
        for rule in ((element.tag, name), ("", name)):
            if rule in rules:
                return rules[rule]
    return rules.get((element.tag, ""), "")


def _first(family: str) -> str:
    return family.split(",", 1)[0].strip(" \"'")


def _rules(root: _Element) -> dict[tuple[str, str], str]:
    """The fonts that the page's styles name, by tag and class."""
    rules: dict[tuple[str, str], str] = {}
    for style in root.iter("style"):
        for rule in (style.text or "").split("}"):
            selectors, _, said = rule.partition("{")
            family = _FAMILY.search(said)
            for selector in selectors.split(",") if family else ():
                if found := _SELECTOR.fullmatch(selector.strip()):
                    rules[found[1] or "", found[2] or ""] = _first(family[1]) if family else ""
    return rules
