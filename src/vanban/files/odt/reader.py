"""From the elements of an OpenDocument text to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from vanban.files.blocks import Block, Paragraph, Table
from vanban.files.lines import words_of
from vanban.files.numbering import whole
from vanban.files.odt.lists import OUTLINE, Lists
from vanban.files.odt.names import DRAW, OFFICE, SVG, TABLE, TEXT
from vanban.files.odt.styles import Look, Styles
from vanban.files.odt.tables import PAGE, grid_of, only_cell
from vanban.files.pieces import Piece, paragraphs_of

_P, _H, _LIST, _TABLE = f"{TEXT}p", f"{TEXT}h", f"{TEXT}list", f"{TABLE}table"
_ITEM = f"{TEXT}list-item"
_SPAN, _NOTE = f"{TEXT}span", f"{TEXT}note"
_SIGNS = {f"{TEXT}s": " ", f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_DROPPED = frozenset((
    *(f"{TEXT}{name}" for name in ("tracked-changes", "note-citation", "ruby-text", "script", "number")),
    *(f"{TEXT}{name}" for name in ("table-of-content-source", "alphabetical-index-source", "user-index-source")),
    *(f"{TEXT}{name}" for name in ("illustration-index-source", "table-index-source", "object-index-source")),
    *(f"{TEXT}{name}" for name in ("bibliography-source", "sequence-decls", "variable-decls", "user-field-decls")),
    *(f"{OFFICE}{name}" for name in ("annotation", "forms", "event-listeners", "binary-data")),
    *(f"{SVG}{name}" for name in ("title", "desc")),
    f"{DRAW}object",
))  # fmt: skip
_BLANKS = re.compile(r"[ \t\n]+")


class _Words:
    """What a paragraph says; ``boxes`` hang on it; ``page`` is where it begins."""

    def __init__(self, page: int) -> None:
        self.pieces: list[Piece] = []
        self.boxes: list[_Element] = []
        self.page = page


class _Within(NamedTuple):
    """The list that an item is in: the name that it counts by, its style, how deep the item is, from 0."""

    name: str
    style: str
    level: int


class Reader:
    """One part of a file. ``page``: on which page the reading is, 0 where the file does not say. ``turned``:
    whether words were in fonts from before Unicode."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.styles = styles
        self.lists = lists
        self.page = 0
        self.begun = self.page_ends = self.turned = False
        self.notes: list[Paragraph] = []

    def blocks(self, parent: _Element) -> Iterator[Block]:
        """What stands in an element, in order."""
        for child in parent:
            yield from self._block(child)

    def _block(self, element: _Element) -> Iterator[Block]:
        tag = element.tag
        if tag in (_P, _H):
            yield from self._paragraph(element, "")
        elif tag == _LIST:
            yield from self._list(element, None)
        elif tag == _TABLE:
            yield from self._table(element)
        elif tag == PAGE:
            self._next_page()
        elif tag not in _DROPPED and element.get(f"{TEXT}display") != "none":
            yield from self.blocks(element)

    def _next_page(self) -> None:
        self.page += 1 if self.page else 0

    def _turn(self, look: Look) -> None:
        """Pages that end before what looks so, or behind what stood before it."""
        if self.page and (self.page_ends or look.before and self.begun):
            self.page += 1
        self.begun, self.page_ends = True, look.after

    def _paragraph(self, element: _Element, label: str) -> Iterator[Block]:
        look = self.styles.look("paragraph", name=element.get(f"{TEXT}style-name", ""))
        self._turn(look)
        if element.tag == _H and not label and look.lists is None:
            label = self._heading(element)
        words = _Words(self.page)
        self._gather(element, look, words)
        self.turned = self.turned or any(piece.old for piece in words.pieces)
        yield from paragraphs_of(words.pieces, label=label, page=words.page)
        for box in words.boxes:
            yield from self._block(box)

    def _heading(self, element: _Element) -> str:
        """The number of a heading that is in no list."""
        level = whole(element.get(f"{TEXT}outline-level"), otherwise=1) - 1
        if element.get(f"{TEXT}is-list-header") == "true":
            return ""
        start = element.get(f"{TEXT}start-value")
        return self.lists.label(OUTLINE, style=OUTLINE, level=level, start=start)

    def _list(self, element: _Element, within: _Within | None) -> Iterator[Block]:
        style = element.get(f"{TEXT}style-name") or (within.style if within else self._style_of(element))
        if within is None:
            here = _Within(self.lists.begin(element, style=style), style, 0)
        else:
            here = _Within(within.name, style, within.level + 1)
        for item in element:
            yield from self._item(item, here)

    def _style_of(self, element: _Element) -> str:
        """The list that the paragraphs of a list name in its stead."""
        first = next(element.iter(_P, _H), None)
        name = first.get(f"{TEXT}style-name", "") if first is not None else ""
        return self.styles.look("paragraph", name=name).lists or ""

    def _item(self, item: _Element, here: _Within) -> Iterator[Block]:
        """Its first paragraph has the number; those of a header of a list have none."""
        counts = item.tag == _ITEM
        start = item.get(f"{TEXT}start-value")
        style = item.get(f"{TEXT}style-override") or here.style
        for child in item:
            if child.tag in (_P, _H):
                label = ""
                if counts and child.get(f"{TEXT}is-list-header") != "true":
                    label = self.lists.label(here.name, style=style, level=here.level, start=start)
                counts = False
                yield from self._paragraph(child, label)
            elif child.tag == _LIST:
                yield from self._list(child, here)
            else:
                yield from self._block(child)

    def _gather(self, element: _Element, look: Look, words: _Words) -> None:
        """The words in an element that is part of a paragraph."""
        _say(element.text, look, words)
        for child in element:
            tag = child.tag
            if tag in _SIGNS:
                _say_sign(child, look, words)
            elif tag == _SPAN:
                name = child.get(f"{TEXT}style-name", "")
                self._gather(child, self.styles.look("text", name=name, within=look), words)
            elif tag == PAGE:
                self._pass_page(words)
            elif tag == _NOTE:
                self._note(child)
            elif tag.startswith(DRAW):
                words.boxes.append(child)
            elif tag not in _DROPPED and child.get(f"{TEXT}is-hidden") != "true":
                self._gather(child, look, words)
            _say(child.tail, look, words)

    def _pass_page(self, words: _Words) -> None:
        self._next_page()
        if not any(piece.text.strip() for piece in words.pieces):
            words.page = self.page

    def _note(self, element: _Element) -> None:
        self.notes += (Paragraph(text, note=True) for text in words_of(self.blocks(element)))

    def _table(self, element: _Element) -> Iterator[Block]:
        self._turn(self.styles.look("table", name=element.get(f"{TABLE}style-name", "")))
        only = only_cell(element)
        if only is not None:
            yield from self.blocks(only)
        else:
            page = self.page
            rows = grid_of(element, words=self._cell, turn=self._next_page)
            if any(rows):
                yield Table(rows, page=page)

    def _cell(self, element: _Element) -> tuple[str, ...]:
        return tuple(words_of(self.blocks(element)))


def _say(text: str | None, look: Look, words: _Words) -> None:
    """Blanks and line ends of the file are one blank; a hyphen that does not break is a sign of its own there."""
    if text and not look.hidden:
        text = _BLANKS.sub(" ", text).replace("\u2011", "-")
        words.pieces.append(Piece(text, look.font, look.old, look.bold))


def _say_sign(element: _Element, look: Look, words: _Words) -> None:
    if not look.hidden:
        words.pieces.append(Piece(_SIGNS[element.tag], "", old=False, bold=look.bold))
