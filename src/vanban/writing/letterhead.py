"""The head of a document: who issues it, the motto or the name of the Party, number, place and date, matter."""

from __future__ import annotations

from typing import Any

from docx.table import _Cell

from vanban.writing import ink
from vanban.writing.paper import Paper
from vanban.writing.styles import Component, Style
from vanban.writing.words import clean, day_words, lines_of, number_words

_PARTED = (" TỈNH ", " THÀNH PHỐ ", " XÃ ", " PHƯỜNG ", " ĐẶC KHU ")
"""A long name is parted before the place that its agency belongs to."""


def write_letterhead(document: Any, *, paper: Paper, style: Style) -> None:
    """The table of two columns at the top of page 1."""
    table = ink.columns(document, widths=style.columns, rows=2)
    (left, right), (below, beside) = (row.cells for row in table.rows)
    _issuer(left, paper=paper, style=style)
    _nation(right, style=style)
    ink.put(
        number_words(paper.number, symbol=paper.symbol, style=style),
        into=below,
        look=style["number"],
        before=4,
    )
    _date(beside, paper=paper, style=style)
    if paper.type is None:
        ink.put(_matter(paper.title), into=below, look=style["letter_title"], before=2)
    if paper.urgency:
        words = clean(paper.urgency).upper()
        box = style.urgency[words]
        ink.frame(words, into=below, look=style["urgency"], box=box, room=style.columns[0])
    if paper.circulation:
        ink.put(clean(paper.circulation), into=beside, look=style["circulation"], before=6)


def write_matter(document: Any, *, paper: Paper, style: Style) -> None:
    """The type and what the document is about, across the page; nothing for a letter."""
    if paper.type is None:
        return
    ink.put(clean(paper.type), into=document, look=style["type"], before=16)
    title = style["title"]
    lines = lines_of(paper.title)
    for line in lines:
        ink.put(line, into=document, look=title)
    if title.rule == "dashes":
        ink.put("-----", into=document, look=style["type"])
    else:
        ink.rule_below(lines[-1] if lines else "", into=document, look=title, room=ink.room_of(style))


def _issuer(cell: _Cell, *, paper: Paper, style: Style) -> None:
    room = style.columns[0]
    for line in parted(paper.parent or "", look=style["parent"], room=room):
        ink.put(line, into=cell, look=style["parent"])
    issuer = style["issuer"]
    lines = parted(paper.issuer, look=issuer, room=room)
    for line in lines:
        ink.put(line, into=cell, look=issuer)
    if issuer.rule == "star":
        ink.put("*", into=cell, look=style["number"])
    else:
        ink.rule_below(max(lines, key=len, default=""), into=cell, look=issuer, room=room)


def parted(name: str, *, look: Component, room: float) -> list[str]:
    """The lines of an agency's name: as its writer parted it, else before its place where it is too long."""
    lines = lines_of(name)
    if len(lines) != 1 or ink.width_of(lines[0], look=look) <= room:
        return lines
    at = max(lines[0].upper().rfind(word) for word in _PARTED)
    return [lines[0][:at], lines[0][at + 1 :]] if at > 0 else lines


def _nation(cell: _Cell, *, style: Style) -> None:
    keys = ("party",) if style.is_party else ("country", "motto")
    for key in keys:
        ink.put(style[key].words or "", into=cell, look=style[key])
    ink.rule_below("", into=cell, look=style[keys[-1]], room=style.columns[1])


def _date(cell: _Cell, *, paper: Paper, style: Style) -> None:
    place = clean(paper.place)
    said = day_words(paper.date)
    ink.put(f"{place}, {said}" if place else said, into=cell, look=style["place_date"], before=4)


def _matter(title: str) -> str:
    words = clean(title)
    return words if words.lower().startswith("v/v") else f"V/v {words}"
