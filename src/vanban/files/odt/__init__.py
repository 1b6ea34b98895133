"""OpenDocument texts, as LibreOffice and Word write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from vanban.errors import BrokenFile
from vanban.files import oldfonts
from vanban.files.blocks import Content, Paragraph
from vanban.files.docx import parse_part
from vanban.files.lines import words_of
from vanban.files.odt.lists import Lists
from vanban.files.odt.names import OFFICE, STYLE, TEXT
from vanban.files.odt.reader import Reader
from vanban.files.odt.styles import Styles

_MARGINS = tuple(
    f"{STYLE}{place}{pages}" for place in ("header", "footer") for pages in ("", "-left", "-first")
)


def read_odt(data: bytes) -> Content:
    """The blocks of an .odt, which has passed the guard. Raises BrokenFile where its parts are unsound."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            content = parse_part(package.read("content.xml"), blanks=True)
            named = "styles.xml" in package.namelist()
            styles = parse_part(package.read("styles.xml"), blanks=True) if named else None
        return _content(content, styles)
    except etree.XMLSyntaxError as error:
        raise (MemoryError if "memory" in str(error).lower() else BrokenFile) from error
    except (zipfile.BadZipFile, KeyError, EOFError, ValueError, RecursionError) as error:
        raise BrokenFile from error


def _content(content: _Element, styles: _Element | None) -> Content:
    text = content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise BrokenFile
    parts = (styles, content)
    reader = Reader(Styles(parts), Lists(parts))
    reader.page = 1 if text.get(f"{TEXT}use-soft-page-breaks") == "true" else 0
    blocks = [*reader.blocks(text)]
    margins = _margins(styles) if styles is not None else ()
    remarks = (oldfonts.REMARK,) if reader.turned else ()
    return Content(kind="odt", blocks=(*margins, *blocks, *reader.notes), pages=reader.page, remarks=remarks)


def _margins(styles: _Element) -> Iterator[Paragraph]:
    """The words of all headers and footers. Their styles are those of their own part."""
    reader = Reader(Styles([styles]), Lists([styles]))
    for page in styles.iter(f"{STYLE}master-page"):
        for margin in page.iterchildren(*_MARGINS):
            if margin.get(f"{STYLE}display") != "false":
                yield from (Paragraph(text, margin=True) for text in words_of(reader.blocks(margin)))
