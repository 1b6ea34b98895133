"""PDF files with text: in the file's own order where that is sound, by geometry where it is not.

The letterhead, the foot with its signature, and ruled tables are always put together by geometry.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from pypdfium2 import PdfDocument, PdfiumError, PdfPage, raw

from vanban.errors import BrokenFile, Encrypted, NotYetReadable, TooLarge
from vanban.files import geometry, turning
from vanban.files.blocks import Block, Content, Paragraph
from vanban.files.letters import letters_of
from vanban.files.ruled import Rulings, rulings_of

MAX_PAGES = 2_000
MAX_LETTERS = 4_000_000
_LONE = re.compile(r"(?<!\S)(?![ởýôổàỞÝÔỔÀ])[À-ỹ](?!\S)")
"""A letter with marks on its own that is no word."""
_WORD = re.compile(r"\S+")
_HEAD = 600
_FEW = 40


@dataclass(slots=True)
class _Leaf:
    """A page: its text in the file's order, its rulings, its blocks where the order is sound."""

    text: str
    rulings: Rulings
    blocks: list[Block]


def read_pdf(data: bytes) -> Content:
    """The lines and tables of a PDF. Raises Encrypted, BrokenFile, TooLarge, or NotYetReadable for a scan."""
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise (Encrypted if "password" in str(error).lower() else BrokenFile) from error
    with document:
        if not len(document):
            raise BrokenFile
        if len(document) > MAX_PAGES:
            raise TooLarge
        return _read(document)


def _read(document: PdfDocument) -> Content:
    leaves: list[_Leaf] = []
    room = MAX_LETTERS
    for index, page in enumerate(_pages(document)):
        leaves.append(_leaf(page, index + 1))
        room -= len(leaves[-1].text)
        if room < 0:
            raise TooLarge
    if sum(len(leaf.text) for leaf in leaves) < _FEW * len(leaves):
        raise NotYetReadable("Đây là bản quét không có lớp chữ; hãy dùng bản Word hoặc PDF có chữ.")
    if is_broken("\n".join(leaf.text for leaf in leaves)):
        for index, page in enumerate(_pages(document)):
            words = page.get_textpage()
            leaves[index].blocks = _by_geometry(page, leaves[index].rulings, index + 1, words, blanks=False)
            words.close()
    blocks = turning.joined([leaf.blocks for leaf in leaves])
    return Content(kind="pdf", blocks=tuple(blocks), pages=len(leaves), wrapped=True)


def _pages(document: PdfDocument) -> Any:
    """The pages in order, each closed before the next; one that cannot be loaded makes the file broken."""
    for index in range(len(document)):
        try:
            page = document[index]
        except PdfiumError as error:
            raise BrokenFile from error
        yield page
        page.close()


def _leaf(page: PdfPage, number: int) -> _Leaf:
    words = page.get_textpage()
    text: str = words.get_text_range()
    rulings = rulings_of(page)
    if rulings.is_grid:
        blocks = _by_geometry(page, rulings, number, words)
    else:
        blocks = _by_order(page, words, text, number)
    words.close()
    return _Leaf(text, rulings, blocks)


def _by_geometry(
    page: PdfPage, rulings: Rulings, number: int, words: Any, *, blanks: bool = True
) -> list[Block]:
    letters = letters_of(words, blanks=blanks)
    return geometry.blocks_of(letters, rulings=rulings, number=number, width=page.get_width())


def _by_order(page: PdfPage, words: Any, text: str, number: int) -> list[Block]:
    """The page's lines in the file's order, but the letterhead and the foot by geometry."""
    count = raw.FPDFText_CountChars(words)
    head = _end_of_line(words, _HEAD, count) if number == 1 else 0
    foot = _foot_of(words, text, count)
    if not foot:
        return _by_geometry(page, Rulings(), number, words)
    head = min(head, foot)
    width = page.get_width()
    blocks: list[Block] = []
    if head:
        letters = letters_of(words, end=head)
        blocks += geometry.blocks_of(letters, rulings=Rulings(), number=number, width=width)
    if foot > head:
        middle = words.get_text_range(head, foot - head) if head or foot < count else text
        blocks += [Paragraph(line.strip(), number) for line in middle.strip().replace("\r", "").split("\n")]
    if foot < count:
        letters = letters_of(words, start=foot)
        blocks += geometry.blocks_of(letters, rulings=Rulings(), number=number, width=width)
    return blocks


def _end_of_line(words: Any, start: int, count: int) -> int:
    return next((at for at in range(start, count) if raw.FPDFText_GetUnicode(words, at) == 10), count)


def _foot_of(words: Any, text: str, count: int) -> int:
    """Where the foot begins: at its recipients; ``count`` where there is none, 0 where it is not sure."""
    at = text.find(geometry.FOOT)
    if at < 0:
        return 0 if geometry.FOOT in unicodedata.normalize("NFC", text) else count
    return at if words.get_text_range(at, len(geometry.FOOT)) == geometry.FOOT else 0


def is_broken(text: str) -> bool:
    """True where accented letters stand apart from their words: they come from a second font."""
    words = len(_WORD.findall(text))
    return words > 20 and len(_LONE.findall(text)) > 0.04 * words
