"""PDF files with text: in the file's own order where that is sound, by geometry where it is not.

The letterhead, the foot with its signature, and ruled tables are always put together by geometry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import byref, c_double, c_float
from dataclasses import dataclass
from typing import Any

from pypdfium2 import PdfDocument, PdfiumError, PdfPage, raw

from vanban.errors import BrokenFile, Encrypted, TooLarge
from vanban.files import geometry, turning
from vanban.files.amount import LETTERS, MAX_LETTERS
from vanban.files.blocks import Content, Table
from vanban.files.composing import composed
from vanban.files.letters import TORN, letters_of
from vanban.files.oldfonts import REMARK
from vanban.files.oldwords import encodings_in
from vanban.files.pdffonts import old_letters, text_of
from vanban.files.rows import Piece
from vanban.files.ruled import Rulings, rulings_of
from vanban.grammar.lexicon import letterhead, type_line
from vanban.syllables import validity

MAX_PAGES = 2_000
STAMPED = "stamped"
"""What is said of a file that was signed: number and date are often stamped on it as a picture."""

_LOCKED = re.compile("password|security", re.IGNORECASE)
_LONE = re.compile(r"(?<!\S)(?![ởýôổàỞÝÔỔÀ])[À-ỹ](?!\S)")
"""A letter with marks on its own that is no word."""
_LINE = re.compile(rf"[^\s{TORN}](?:[^\n{TORN}]*[^\s{TORN}])?{TORN}?")
_MOTTO, _TYPE = letterhead("motto"), type_line()  # at import, since the child opens no file later
_HEAD = 600
_FEW = 40  # a page of fewer letters, those of its stamps left out, is a picture
_PICTURE, _SOUND, _SHAPES = 0.5, 0.9, 200
_MOST = 400
_DRAWN = re.compile(r"(?<=\w)\s*_{5,}$")  # a line below the title, drawn with signs
_SPARSE = 12  # lines of fewer signs, their ends among them, were taken for columns of single letters


@dataclass(slots=True)
class Leaf:
    """A page: its text in the file's order, its rulings, its lines and tables where the order is sound.

    ``turned``: it was typed in an old font, and is in Unicode now.
    """

    text: str
    rulings: Rulings
    items: list[Piece | Table]
    turned: bool = False


def read_pdf(data: bytes) -> Content:
    """The lines and tables of a PDF. Raises Encrypted, BrokenFile, TooLarge, and the mere kind of file for a scan."""
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise (Encrypted if _LOCKED.search(str(error)) else BrokenFile) from error
    with document:
        if not len(document):
            raise BrokenFile
        if len(document) > MAX_PAGES:
            raise TooLarge("Tệp có hơn 2.000 trang.")
        return _read(document)


def _read(document: PdfDocument) -> Content:
    leaves: list[Leaf] = []
    room = MAX_LETTERS
    for index, page in enumerate(_pages(document)):
        if is_pictured(page):
            return Content(kind="pdf", blocks=(), pages=len(document), pictured=True)
        leaves.append(leaf_of(page, number=index + 1, goes_on=bool(leaves) and _is_cut(leaves[-1].text)))
        room -= len(leaves[-1].text)
        if room < 0:
            raise TooLarge(LETTERS)
    if is_broken("\n".join(leaf.text for leaf in leaves)):
        for index, page in enumerate(_pages(document)):
            if leaves[index].turned:
                continue
            words = page.get_textpage()
            leaves[index].items = _by_geometry(page, leaves[index].rulings, index + 1, words, blanks=False)
            words.close()
    blocks = turning.joined([leaf.items for leaf in leaves])
    remarks: tuple[str, ...] = (REMARK,) if any(leaf.turned for leaf in leaves) else ()
    if raw.FPDF_GetSignatureCount(document) > 0:
        remarks += (STAMPED,)
    return Content(kind="pdf", blocks=tuple(blocks), pages=len(leaves), wrapped=True, remarks=remarks)


def _pages(document: PdfDocument) -> Any:
    """The pages in order, each closed before the next; one that cannot be loaded makes the file broken."""
    for index in range(len(document)):
        try:
            page = document[index]
        except PdfiumError as error:
            raise BrokenFile from error
        yield page
        page.close()


def _is_cut(text: str) -> bool:
    """True where the foot goes on behind the page: nobody has kept a copy yet."""
    at = text.find(geometry.FOOT)
    return at >= 0 and "Lưu" not in text[at:]


def is_pictured(page: PdfPage) -> bool:
    """True where the page is a picture of a page whose words the file does not hold, or holds badly.

    Words may also be drawn, letter by letter, as shapes.
    """
    share, drawn = _drawn(page)
    if share < _PICTURE and drawn < _SHAPES:
        return False
    words = page.get_textpage()
    text = words.get_text_range()
    words.close()
    own = " ".join(line for line in text.splitlines() if not turning.STAMPS.match(line.strip()))
    return len(own) < _FEW or share >= _PICTURE and validity(own) < _SOUND and not encodings_in(own)


def _drawn(page: PdfPage) -> tuple[float, int]:
    """Which share of the page its largest picture covers, and how many shapes are drawn."""
    left, bottom, right, top = (c_float() for _ in range(4))
    width, height = map(float, page.get_size())
    largest, shapes = 0.0, 0
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST)):
        item = raw.FPDFPage_GetObject(page, index)
        kind = raw.FPDFPageObj_GetType(item)
        shapes += kind == raw.FPDF_PAGEOBJ_PATH
        if kind == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            largest = max(largest, float((right.value - left.value) * (top.value - bottom.value)))
    return largest / max(width * height, 1.0), shapes


def leaf_of(page: PdfPage, *, number: int, goes_on: bool = False) -> Leaf:
    """A page that holds its words. ``goes_on``: the foot of the page before may end on it."""
    words = page.get_textpage()
    text: str = words.get_text_range()
    rulings = rulings_of(page)
    letters = old_letters(words, text=text)
    if letters is not None:
        items = geometry.items_of(letters, rulings=rulings, number=number, width=page.get_width())
        words.close()
        return Leaf(text_of(letters), rulings, items, turned=True)
    if rulings.is_grid or goes_on or len(text) < _SPARSE * text.count("\n"):
        items = _by_geometry(page, rulings, number, words)
    else:
        items = _by_order(page, words, text, number)
    words.close()
    return Leaf(text, rulings, items)


def _by_geometry(
    page: PdfPage, rulings: Rulings, number: int, words: Any, *, blanks: bool = True
) -> list[Piece | Table]:
    letters = letters_of(words, blanks=blanks)
    return geometry.items_of(letters, rulings=rulings, number=number, width=page.get_width())


def _by_order(page: PdfPage, words: Any, text: str, number: int) -> list[Piece | Table]:
    """The page's lines in the file's order, but a letterhead and the foot by geometry."""
    count = raw.FPDFText_CountChars(words)
    motto = _MOTTO.search(text, 0, _HEAD)
    head = _end_of_head(words, text, motto.end() if motto else _HEAD, count) if motto or number == 1 else 0
    foot = _foot_of(words, text, count)
    if not foot or len(text) != count:  # places are asked for by where a letter stands in the text
        return _by_geometry(page, Rulings(), number, words)
    head = min(head, foot)
    width = page.get_width()
    items: list[Piece | Table] = []
    if head:
        letters = letters_of(words, end=head)
        items += geometry.items_of(letters, rulings=Rulings(), number=number, width=width)
    if foot > head:
        middle = words.get_text_range(head, foot - head) if head or foot < count else text
        items += _lines(words, middle, head)
    if foot < count:
        letters = letters_of(words, start=foot)
        items += geometry.items_of(letters, rulings=Rulings(), number=number, width=width)
    return items


def _lines(words: Any, text: str, start: int) -> Iterator[Piece]:
    """The lines of a text whose first letter is at ``start``, with their places."""
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    at_box, at_x, at_y = byref(box), byref(x), byref(y)
    for line in _LINE.finditer(text):
        first, last = start + line.start(), start + line.end() - 1
        raw.FPDFText_GetCharOrigin(words, first, at_x, at_y)
        raw.FPDFText_GetLooseCharBox(words, last, at_box)
        said = _DRAWN.sub("", line[0].replace(TORN, "-"))
        yield Piece(said, x.value, box.right, y.value, 12.0)


def _end_of_head(words: Any, text: str, after: int, count: int) -> int:
    """Where a letterhead ends: at the type alone on its line, else some lines down."""
    for line in _LINE.finditer(text, after, _HEAD):
        if (found := _TYPE.match(line[0])) and found["type"]:
            return line.start()
    return next((at for at in range(_HEAD, count) if raw.FPDFText_GetUnicode(words, at) == 10), count)


def _foot_of(words: Any, text: str, count: int) -> int:
    """Where the foot begins: at its recipients; ``count`` where there is none, 0 where it is not sure."""
    at = text.find(geometry.FOOT)
    if at < 0:
        return 0 if geometry.FOOT in composed(text) else count
    return at if words.get_text_range(at, len(geometry.FOOT)) == geometry.FOOT else 0


def is_broken(text: str) -> bool:
    """True where accented letters stand apart from their words: they come from a second font."""
    words = len(text.split())
    return words > 20 and len(_LONE.findall(text)) > 0.04 * words
