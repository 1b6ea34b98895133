"""The body of a document: to whom it is, its paragraphs, small tables."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from vanban.writing import ink, tables
from vanban.writing.paper import Block, Chart, Paper
from vanban.writing.styles import Style
from vanban.writing.tables import Cell
from vanban.writing.words import clean

_LOOKS = {"text": "body", "centred": "chapter_title"}
_SALUTED, _LISTED = 30, 45  # mm from the left margin
_MIDDLE = ("chapter", "chapter_title", "centred")


def write_addressees(document: Any, *, paper: Paper, style: Style) -> None:
    """ "Kính gửi: …" on one line, or a line for each of several."""
    names = [clean(name) for name in paper.addressees]
    look = style["addressee"]
    if len(names) == 1:
        ink.put(f"{look.words} {names[0]}", into=document, look=look, before=14)
    elif names:
        _aside(ink.put(look.words or "", into=document, look=look, before=14), _SALUTED)
        for name in names:
            end = "." if name is names[-1] else ";"
            _aside(ink.put(f"- {name}{end}", into=document, look=look), _LISTED)


def _aside(line: Paragraph, indent: float) -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.LEFT
    line.paragraph_format.left_indent = Mm(indent)


def write_body(document: Any, *, paper: Paper, style: Style) -> None:
    for block in paper.body:
        if isinstance(block, Chart):
            _chart(document, block, style)
        else:
            _paragraph(document, block, style)


def _paragraph(document: Any, block: Block, style: Style) -> None:
    look = style[_LOOKS.get(block.kind, block.kind)]
    label = clean(block.label)
    if block.kind == "article":
        paragraph = ink.put("", into=document, look=look)
        ink.write_run(f"{label} ", into=paragraph, look=look)
        ink.write_run(clean(block.words), into=paragraph, look=style["body"])
    else:
        paragraph = ink.put(clean(block.words), into=document, look=look, label=label)
    _stand(paragraph, block, style)


def _stand(paragraph: Paragraph, block: Block, style: Style) -> None:
    form = paragraph.paragraph_format
    form.space_before = Pt(style.text.before.usual)
    form.line_spacing = style.text.line.usual
    form.widow_control = True
    if block.kind not in _MIDDLE:
        form.first_line_indent = Mm(style.text.indent)
    if block.kind in (*_MIDDLE, "heading"):
        form.keep_with_next = True


def _chart(document: Any, chart: Chart, style: Style) -> None:
    room = ink.room_of(style)
    ink.end(document.add_paragraph(), height=style.text.before.usual)
    tables.ruled(
        document,
        widths=[share / sum(chart.shares) * room for share in chart.shares],
        head=[Cell(words, style["annex_head"], "center") for words in chart.columns],
        rows=[
            [Cell(words, style["annex_cell"], "left" if at else "center") for at, words in enumerate(row)]
            for row in chart.rows
        ],
    )
