"""The foot of a document: who gets it, and the place where a person signs."""

from __future__ import annotations

from typing import Any

from docx.shared import Pt
from docx.table import _Cell

from vanban.writing import ink
from vanban.writing.paper import Paper
from vanban.writing.styles import Style
from vanban.writing.words import clean

_TO_SIGN = 66.0  # pt, the height that a signature and a seal take


def write_foot(document: Any, *, paper: Paper, style: Style) -> None:
    """Recipients on the left, authority, position and name on the right; the two never part over a page."""
    ink.put("", into=document, look=style["recipients"])
    room = ink.room_of(style)
    table = ink.columns(document, widths=(room / 2, room / 2), rows=1)
    row = table.rows[0]
    row._tr.get_or_add_trPr().append(ink.element("cantSplit"))
    left, right = row.cells
    _recipients(left, paper=paper, style=style)
    _signatory(right, paper=paper, style=style)


def _recipients(cell: _Cell, *, paper: Paper, style: Style) -> None:
    if paper.recipients:
        ink.put(style["recipients_label"].words or "", into=cell, look=style["recipients_label"])
    for at, name in enumerate(paper.recipients, 1):
        end = "." if at == len(paper.recipients) else ";"
        ink.put(f"- {clean(name).rstrip(' ;.')}{end}", into=cell, look=style["recipients"])
    if paper.drafter:
        ink.put(clean(paper.drafter), into=cell, look=style["drafter"], before=6)


def _signatory(cell: _Cell, *, paper: Paper, style: Style) -> None:
    signatory = paper.signatory
    for line in signatory.authority:
        ink.put(clean(line), into=cell, look=style["authority"])
    if signatory.position:
        ink.put(clean(signatory.position), into=cell, look=style["position"])
    name = ink.put(clean(signatory.name or ""), into=cell, look=style["signer"])
    name.paragraph_format.space_before = Pt(_TO_SIGN)
