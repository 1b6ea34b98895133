"""PDF files with text: the quick way page by page, and by geometry where tables are ruled or the order is broken."""

from __future__ import annotations

import re

from pypdfium2 import PdfDocument, PdfiumError

from vanban.errors import BrokenFile, Encrypted, NotYetReadable, TooLarge
from vanban.files import geometry
from vanban.files.blocks import Block, Content, Paragraph, Table

MAX_PAGES = 2_000
_NUMBER = re.compile(r"^[-–\s]*\d{1,4}[-–\s]*$")
_LONE = re.compile(r"(?<!\S)[À-ỹĂăĐđĨĩŨũƠơƯư](?!\S)")
_WORD = re.compile(r"\S+")
_FEW = 40


def read_pdf(data: bytes) -> Content:
    """The lines and tables of a PDF. Raises Encrypted, BrokenFile, TooLarge, or NotYetReadable for a scan."""
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise (Encrypted if "password" in str(error).lower() else BrokenFile) from error
    with document:
        if len(document) > MAX_PAGES:
            raise TooLarge
        return _read(document)


def _read(document: PdfDocument) -> Content:
    texts: list[str] = []
    ruled: list[geometry.Rulings] = []
    for page in document:
        words = page.get_textpage()
        texts.append(words.get_text_range())
        ruled.append(geometry.rulings_of(page))
        words.close()
        page.close()
    if sum(map(len, texts)) < _FEW * max(1, len(texts)):
        raise NotYetReadable("Đây là bản quét không có lớp chữ; hãy dùng bản Word hoặc PDF có chữ.")
    broken = is_broken("\n".join(texts))
    blocks: list[Block] = []
    for index, text in enumerate(texts):
        if broken or ruled[index].is_grid:
            page = document[index]
            found = geometry.blocks_of(page, ruled[index], number=index + 1)
            page.close()
        else:
            found = [Paragraph(line.strip(), page=index + 1) for line in text.replace("\r", "").split("\n")]
        _join_tables(blocks, _without_number(found))
    return Content(kind="pdf", blocks=tuple(blocks), pages=len(texts), wrapped=True)


def is_broken(text: str) -> bool:
    """True where accented letters stand apart from their words: they come from a second font."""
    words = len(_WORD.findall(text))
    return words > 20 and len(_LONE.findall(text)) > 0.04 * words


def _without_number(blocks: list[Block]) -> list[Block]:
    """The page without its printed number, and without blank lines at its ends."""
    while blocks and isinstance(blocks[0], Paragraph) and _is_number(blocks[0].text):
        blocks = blocks[1:]
    while blocks and isinstance(blocks[-1], Paragraph) and _is_number(blocks[-1].text):
        blocks = blocks[:-1]
    return blocks


def _is_number(text: str) -> bool:
    return not text.strip() or _NUMBER.match(text) is not None


def _join_tables(blocks: list[Block], page: list[Block]) -> None:
    """Add a page; a table at its top goes on with the one at the end of the page before."""
    last, first = (blocks[-1] if blocks else None), (page[0] if page else None)
    if isinstance(last, Table) and isinstance(first, Table) and len(last.rows[0]) == len(first.rows[0]):
        blocks[-1] = _joined(last, first)
        page = page[1:]
    blocks.extend(page)


def _joined(above: Table, below: Table) -> Table:
    rows, rest = list(above.rows), list(below.rows)
    if rest and rest[0] == rows[0]:
        rest = rest[1:]
    if rest and rows and not rest[0][0] and any(rest[0]):
        rows[-1] = tuple(one + other for one, other in zip(rows[-1], rest[0], strict=True))
        rest = rest[1:]
    return Table(tuple(rows + rest), page=above.page)
