"""A .doc as a whole: its header, its tables of form, its stories."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vanban.errors import BrokenFile
from vanban.files import oldfonts
from vanban.files.blocks import Block, Content, Paragraph
from vanban.files.counting import Counts
from vanban.files.doc.boxes import Boxes, boxes_of
from vanban.files.doc.fields import without_instructions
from vanban.files.doc.fonts import fonts_of
from vanban.files.doc.header import MARGINS, Header, header_of
from vanban.files.doc.lists import Lists
from vanban.files.doc.looks import Looks
from vanban.files.doc.pieces import words_of_pieces
from vanban.files.doc.runs import runs_of
from vanban.files.doc.shapes import Shapes
from vanban.files.doc.story import Stories
from vanban.files.doc.stream import Compound
from vanban.files.doc.styles import styles_of
from vanban.files.lines import words_of

_SEPARATORS = 6
"""So many of the margins part the notes from the body and are none."""


def read_doc(data: bytes) -> Content:
    """The blocks of a .doc. Raises a refusal where it is damaged, encrypted or too large."""
    file = Compound(data)
    header = header_of(file)
    boxes = boxes_of(header)
    stories = _opened(file, header, boxes)
    counts = Counts()
    first, last = header.stories["body"]
    body = stories.blocks(first, end=last, counts=counts)
    for start, end in boxes.loose:
        body += stories.blocks(start, end=end, counts=counts)
    blocks: list[Block] = []
    for start, end in (_margins(header), header.stories["margin boxes"]):
        margins = stories.blocks(start, end=end, counts=Counts())
        blocks += [Paragraph(text, margin=True) for text in words_of(margins)]
    blocks += body
    for name in ("footnotes", "endnotes"):
        start, end = header.stories[name]
        notes = stories.blocks(start, end=end, counts=Counts())
        blocks += [Paragraph(text, note=True) for text in words_of(notes)]
    return Content(kind="doc", blocks=tuple(blocks), remarks=(oldfonts.REMARK,) if stories.turned else ())


def _opened(file: Compound, header: Header, boxes: Boxes) -> Stories:
    text, pieces = words_of_pieces(header)
    styles = styles_of(header)
    looks = Looks(styles, fonts_of(header))
    return Stories(
        text="".join(_stories(text, header)),
        characters=runs_of(header, pieces=pieces, paragraphs=False),
        paragraphs=runs_of(header, pieces=pieces, paragraphs=True),
        looks=looks,
        shapes=Shapes(styles, cache(lambda: file.stream("Data"))),
        lists=Lists(header, looks),
        boxes=boxes.hung,
    )


def _stories(text: str, header: Header) -> Iterator[str]:
    """Each without what its fields are made of. Raises BrokenFile where there are fewer signs than the header says."""
    if max(end for _, end in header.stories.values()) > len(text):
        raise BrokenFile
    for start, end in header.stories.values():
        yield without_instructions(text[start:end])


def _margins(header: Header) -> tuple[int, int]:
    """From and to of what stands in the margins."""
    first, last = header.stories["margins"]
    table = header.part(MARGINS)
    separators = table.number("I", 4 * _SEPARATORS) if len(table) > 4 * _SEPARATORS + 4 else 0
    return min(first + separators, last), last
