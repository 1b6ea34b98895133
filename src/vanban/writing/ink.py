"""Paragraphs, rules and frames in a .docx, each with the letters of its component."""

from __future__ import annotations

from typing import Any, Protocol

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import _Footer, _Header
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from vanban.writing.styles import Component, Style
from vanban.writing.words import clean

_ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_MM_OF_PT = 25.4 / 72
_UPPER_EMS, _LOWER_EMS = 0.72, 0.5  # how wide a letter of the font is, about, in sizes
_RULE_SHARE = 0.4  # the act asks a third to a half of the line above


class Place(Protocol):
    """Where paragraphs go: the document, a cell, a margin."""

    def add_paragraph(self) -> Paragraph: ...


def put(words: str, *, into: Place, look: Component, label: str = "", before: float = 0) -> Paragraph:
    """A paragraph in the letters of a component; ``label`` stands before its words, both already clean.

    A cell and a margin begin with an empty paragraph, which is used first.
    """
    paragraph = fresh(into)
    paragraph.alignment = _ALIGNED[look.align]
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(0)
    write_run(f"{label} {words}".strip(), into=paragraph, look=look)
    return paragraph


def fresh(where: Place) -> Paragraph:
    """The empty paragraph that a cell and a margin begin with, else a new one."""
    if isinstance(where, _Cell | _Header | _Footer):
        first: Paragraph = where.paragraphs[0]
        if len(where.paragraphs) == 1 and not first.runs and first.paragraph_format.space_after is None:
            return first
    return where.add_paragraph()


def write_run(words: str, *, into: Paragraph, look: Component) -> Run:
    """Words in the letters of a component."""
    run = into.add_run(cased(words, look=look))
    run.font.size = Pt(look.usual)
    run.bold = look.bold
    run.italic = look.italic
    if look.underline:
        run.underline = True
    if look.colour:
        run.font.color.rgb = RGBColor.from_string(look.colour)
    return run


def cased(words: str, *, look: Component) -> str:
    return words.upper() if look.letters == "upper" else words


def width_of(words: str, *, look: Component) -> float:
    """How wide a line of words is, about, in mm."""
    ems = sum(_UPPER_EMS if sign.isupper() else _LOWER_EMS for sign in cased(clean(words), look=look))
    return ems * look.usual * _MM_OF_PT


def rule(where: Place, *, length: float, room: float) -> None:
    """A solid line of ``length`` mm in the middle of ``room`` mm."""
    paragraph = fresh(where)
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(5)
    form.left_indent = form.right_indent = Mm(round(max(0, (room - length) / 2), 1))
    form.first_line_indent = Mm(0)
    _border(paragraph, sides=("top",), colour="000000")


def rule_below(words: str, *, into: Place, look: Component, room: float) -> None:
    """The line that a component asks below itself: as long as its words, or a third to a half of them."""
    if look.ems:
        length = look.ems * look.usual * _MM_OF_PT
    else:
        length = min(width_of(words, look=look), room) * _RULE_SHARE
    rule(into, length=length, room=room)


def frame(words: str, *, into: Place, look: Component, box: tuple[float, float], room: float) -> None:
    """A stamp in a frame of ``box`` mm, in the middle of ``room`` mm."""
    paragraph = put(words, into=into, look=look, before=6)
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Mm(box[1])
    form.left_indent = form.right_indent = Mm(round((room - box[0]) / 2, 1))
    _border(paragraph, sides=("top", "left", "bottom", "right"), colour=look.colour or "000000")


def element(name: str, **values: str) -> Any:
    """An element of Word's own names."""
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _border(paragraph: Paragraph, *, sides: tuple[str, ...], colour: str) -> None:
    borders = element("pBdr")
    for side in sides:
        borders.append(element(side, val="single", sz="6", space="0", color=colour))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def page_number(where: Place, *, look: Component) -> None:
    """The number of the page, as a field."""
    paragraph = fresh(where)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, words in (("begin", ""), ("", "PAGE"), ("separate", ""), ("text", "2"), ("end", "")):
        run = write_run(words if kind == "text" else "", into=paragraph, look=look)
        if kind == "":
            code = element("instrText")
            code.text = words
            run._r.append(code)
        elif kind != "text":
            run._r.append(element("fldChar", fldCharType=kind))


def end(paragraph: Paragraph, *, height: float = 1) -> None:
    """A paragraph without words, of ``height`` pt: one that ends a page or a file must not need a page of its own."""
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(height)


def columns(document: Any, *, widths: tuple[float, ...], rows: int) -> Table:
    """A table without borders whose columns have these widths, mm, and whose cells have no padding."""
    table: Table = document.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w="0", type="dxa"))
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is None:
        table._tbl.tblPr.append(margins)
    else:  # the order of properties is fixed
        look.addprevious(margins)
    set_widths(table, widths=widths)
    return table


def set_widths(table: Table, *, widths: tuple[float, ...]) -> None:
    """The widths of the columns, mm, in the grid and in every cell, as programs differ in what they heed."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def room_of(style: Style, *, landscape: bool = False) -> float:
    """How wide the text of a page is, mm."""
    across = style.height if landscape else style.width
    return across - style.margins.left.usual - style.margins.right.usual
