"""From values to the bytes of a .docx: pages, sections, margins, numbers of pages."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt

from vanban.writing import ink
from vanban.writing.annexes import write_annex
from vanban.writing.bodies import write_addressees, write_body
from vanban.writing.feet import write_foot
from vanban.writing.letterhead import write_letterhead, write_matter
from vanban.writing.packing import packed
from vanban.writing.paper import Annex, Paper
from vanban.writing.styles import Style, style_of
from vanban.writing.words import clean

_IN_MARGIN = 10  # mm from the edge to the number of the page
_DRAFT = "DỰ THẢO"
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def write(what: Paper | Annex, *, style: str | None = None) -> bytes:
    """A document, or an annex alone, as .docx. The same value gives the same bytes.

    ``style`` is asked for an annex alone; a paper names its own. Raises KeyError for a style or an urgency that the
    act does not know.
    """
    form = style_of(style or (what.style if isinstance(what, Paper) else "nd30"))
    document = docx.Document()
    _letters(document, form)
    _page(document.sections[0], form, landscape=isinstance(what, Annex))
    _margins(document.sections[0], what, form)
    if isinstance(what, Annex):
        write_annex(document, annex=what, style=form)
    else:
        _paper(document, what, form)
    ink.end(document.add_paragraph())
    _properties(document, what.title)
    stream = io.BytesIO()
    document.save(stream)
    return packed(stream.getvalue())


def _paper(document: Any, paper: Paper, form: Style) -> None:
    write_letterhead(document, paper=paper, style=form)
    write_matter(document, paper=paper, style=form)
    write_addressees(document, paper=paper, style=form)
    write_body(document, paper=paper, style=form)
    write_foot(document, paper=paper, style=form)
    for one in paper.annexes:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        ink.end(document.paragraphs[-1])
        _page(section, form, landscape=True)
        _count_anew(section)
        write_annex(document, annex=one, style=form)


def _count_anew(section: Section) -> None:
    """The pages of an annex have numbers of their own (NĐ 30/2020)."""
    margins = section._sectPr.find(qn("w:pgMar"))
    if margins is not None and section._sectPr.find(qn("w:pgNumType")) is None:
        margins.addnext(ink.element("pgNumType", start="1"))


def _letters(document: Any, form: Style) -> None:
    """The letters that every paragraph begins from."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = form.font, Pt(form["body"].usual)
    normal.paragraph_format.space_after = None
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for name in _THEMED:
            fonts.attrib.pop(qn(f"w:{name}"), None)
        for name in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{name}"), form.font)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")


def _page(section: Section, form: Style, *, landscape: bool) -> None:
    across, down = (form.height, form.width) if landscape else (form.width, form.height)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(across), Mm(down)
    section.top_margin, section.bottom_margin = Mm(form.margins.top.usual), Mm(form.margins.bottom.usual)
    section.left_margin, section.right_margin = Mm(form.margins.left.usual), Mm(form.margins.right.usual)
    section.header_distance = section.footer_distance = Mm(_IN_MARGIN)
    section.different_first_page_header_footer = True


def _margins(section: Section, what: Paper | Annex, form: Style) -> None:
    """What stands in the margins: the number of the page, that it is a draft, the address of the agency."""
    section.header.is_linked_to_previous = section.first_page_header.is_linked_to_previous = False
    ink.page_number(section.header, look=form["page_number"])
    if isinstance(what, Annex):
        return
    if what.draft:
        for header in (section.header, section.first_page_header):
            ink.put(_DRAFT, into=header, look=form["circulation"])
    if what.address:
        section.first_page_footer.is_linked_to_previous = False
        ink.put(clean(what.address), into=section.first_page_footer, look=form["address"])


def _properties(document: Any, title: str) -> None:
    """What a file says of itself: its title, and nothing of the program, a person or the clock."""
    kept = document.core_properties
    for node in list(kept._element):
        kept._element.remove(node)
    kept.title, kept.language = clean(title)[:255], "vi-VN"
    for key, relation in list(document.part.package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del document.part.package.rels[key]
