"""Changes of a written document, each of which puts one value of its form wrong."""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor


def of(document, words):
    """The paragraph that begins with these words, wherever it stands."""
    for paragraph in document.element.body.iter(qn("w:p")):
        if "".join(node.text or "" for node in paragraph.iter(qn("w:t"))).startswith(words):
            return next(one for one in every(document) if one._p is paragraph)
    raise AssertionError(words)


def every(document):
    yield from document.paragraphs
    for table in document.tables:
        for cell in table._cells:
            yield from cell.paragraphs


def sized(words, points):
    """A change: the paragraph that begins with these words has letters of this size."""
    return lambda document: [setattr(run.font, "size", Pt(points)) for run in of(document, words).runs]


def weighed(words, **kinds):
    """A change: its letters are bold, or not; italic, or not."""
    return lambda document: [
        setattr(run, kind, value) for run in of(document, words).runs for kind, value in kinds.items()
    ]


def typed(words, text):
    """A change: its words are others, in the same letters."""

    def change(document):
        runs = of(document, words).runs
        for run in runs:
            run.text = ""
        runs[0].text = text

    return change


def formed(words, **values):
    """A change of how the paragraph stands."""
    return lambda document: [
        setattr(of(document, words).paragraph_format, name, value) for name, value in values.items()
    ]


def section(**values):
    """A change of the first section."""
    return lambda document: [setattr(document.sections[0], name, value) for name, value in values.items()]


def fonted(words, name):
    return lambda document: [setattr(run.font, "name", name) for run in of(document, words).runs]


def coloured(document):
    of(document, "Giới thiệu suối").runs[0].font.color.rgb = RGBColor(0, 0, 255)


def emptied(words):
    return lambda document: of(document, words)._p.getparent().remove(of(document, words)._p)


def numbered_left(document):
    document.sections[0].header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT


def numbered_below(document):
    moved = document.sections[0].header.paragraphs[0]._p
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    footer._element.append(moved)


def numbered_small(document):
    for run in document.sections[0].header.paragraphs[0].runs:
        run.font.size = Pt(10)
