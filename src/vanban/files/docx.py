"""Word files: paragraphs with the numbers that Word shows, tables, notes, margins; never macros."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree
from lxml.etree import _Element

from vanban.errors import BrokenFile, DangerousFile, TooLarge
from vanban.files import oldfonts
from vanban.files.amount import DEEP, PARAGRAPH
from vanban.files.blocks import Block, Content, Paragraph, Table, text_of
from vanban.files.cells import squared
from vanban.files.docxfonts import Fonts, names_old_font
from vanban.files.lines import folded, lines_of, symbol, words_of
from vanban.files.numbering import VAL, Numbering, W, read_numbering, whole

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DROPPED = {f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sectPr")}
_HEX = re.compile("[0-9A-Fa-f]{1,8}")
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_NOTES = re.compile(r"word/(?:footnotes|endnotes)\.xml")
_TEXT, _TAB, _BR, _RUN, _BOX = f"{W}t", f"{W}tab", f"{W}br", f"{W}r", f"{W}txbxContent"
_SIGNS = {_TAB: "\t", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "\u00ad", f"{W}cr": "\n", f"{W}ptab": "\t"}
_TABLE, _STYLE, _RENDERED = f"{W}tbl", f"{W}pStyle", f"{W}lastRenderedPageBreak"
_TR, _TC = f"{W}tr", f"{W}tc"
_WRAPS = (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml")
_CELL, _SPAN, _MERGE = f"{W}tcPr", f"{W}gridSpan", f"{W}vMerge"
_BOLD, _HIDDEN = f"{W}b", f"{W}vanish"
_P, _ALTERNATE = f"{W}p", f"{_MC}AlternateContent"

_RICH = (
    *_SIGNS, _BR, _BOX, _ALTERNATE, _RENDERED,
    *(f"{W}{name}" for name in ("sym", "vanish", "del", "moveFrom", "numPr")),
    *(f"{W}{name}" for name in ("instrText", "fldData", "drawing", "pict", "object")),
)  # fmt: skip
"""What makes a paragraph more than the words of its runs."""
LEFT_OUT = "part-left-out"


def read_docx(data: bytes) -> Content:
    """The blocks of a .docx, which has passed the guard. Raises BrokenFile where its parts are unsound."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            content = _Reader(package).read()
            if oldfonts.is_doubtful(text_of(content.blocks)):
                content = _in_old_fonts(package) or content
            return content
    except RecursionError as error:
        raise DangerousFile(DEEP) from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        NotImplementedError,
        ValueError,
    ) as error:
        raise BrokenFile from error


def parse_part(data: bytes, *, blanks: bool = False) -> _Element:
    """The root of a part, without entities, comments or anything fetched; without what is only blanks between
    elements, unless ``blanks`` says that they may part words."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_blank_text=not blanks,
        remove_pis=True,
        collect_ids=False,  # two that are alike are no reason to refuse a file
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _unsound(error) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DangerousFile
    return root


def _in_old_fonts(package: zipfile.ZipFile) -> Content | None:
    """The blocks of a file that names old fonts; None of any other."""
    names = [name for name in ("word/document.xml", "word/styles.xml") if name in package.namelist()]
    if not names_old_font(map(package.read, names)):
        return None
    styles = parse_part(package.read("word/styles.xml")) if "word/styles.xml" in names else None
    fonts = Fonts(styles)
    content = _Reader(package, fonts=fonts).read()
    return replace(content, remarks=(*content.remarks, oldfonts.REMARK)) if fonts.turned else content


def _unsound(error: etree.XMLSyntaxError) -> Exception:
    """Why a part cannot be parsed: it is too large, too deep, takes too much memory, or is no XML."""
    said = str(error)
    if "too long" in said:
        return TooLarge(PARAGRAPH)
    if "depth" in said:
        return DangerousFile(DEEP)
    if "ERR_NO_MEMORY" in str(error.error_log):
        return MemoryError()
    return BrokenFile()


class _Reader:
    def __init__(self, package: zipfile.ZipFile, *, fonts: Fonts | None = None) -> None:
        self.package = package
        self.fonts = fonts
        self.names = set(package.namelist())
        self.numbering = Numbering()
        self.rich: set[_Element] = set()
        self.page = self.start = 0
        self.bold = False
        self.boxes: list[_Element] = []
        self.carried: list[str] = []
        self.special: dict[str, Callable[[_Element, list[str]], None]] = {
            _RUN: self._run,
            _BR: self._break,
            _BOX: self._box,
            f"{W}sym": self._symbol,
            _RENDERED: self._next_page,
            _ALTERNATE: self._alternate,
        }

    def read(self) -> Content:
        document = self._xml("word/document.xml")
        body = document.find(f"{W}body") if document is not None else None
        if body is None:
            raise BrokenFile
        self.page = 0 if next(body.iter(_RENDERED), None) is None else 1
        self.bold = next(body.iter(_BOLD), None) is not None
        self._look_over(body)
        blocks = list(self._blocks(body))
        pages = self.page
        margins = [Paragraph(text, margin=True) for text in self._parts(_MARGIN)]
        notes = [Paragraph(text, note=True) for text in self._parts(_NOTES)]
        remarks = () if next(body.iter(f"{W}altChunk"), None) is None else (LEFT_OUT,)
        return Content("docx", (*margins, *blocks, *notes), pages, remarks=remarks)

    def _xml(self, name: str) -> _Element | None:
        data = self._bytes(name)
        return self._part(data) if data else None

    def _part(self, data: bytes) -> _Element:
        part = parse_part(data)
        if self.fonts is not None:
            self.fonts.turn(part)
        return part

    def _bytes(self, name: str) -> bytes:
        return self.package.read(name) if name in self.names else b""

    def _look_over(self, body: _Element) -> None:
        """Which paragraphs hold more than plain words, and the lists that number them.

        Styles are long and most files number nothing by them: they are parsed only where they may.
        """
        used = {style.get(VAL, "") for style in body.iter(_STYLE)}
        listed = next(body.iter(f"{W}numPr"), None) is not None
        lists = self._bytes("word/numbering.xml") if used or listed else b""
        styles = self._bytes("word/styles.xml") if used or b"numStyleLink" in lists else b""
        if b"numPr" not in styles and b"\x00" not in styles[:4]:
            styles = b""
        if lists and (listed or styles):
            parsed = parse_part(styles) if styles else None
            numbers = parse_part(lists)
            if self.fonts is not None:
                self.fonts.turn_numbers(numbers)
            self.numbering = read_numbering(numbers, styles=parsed)
        numbered = {name for name in used if self.numbering.is_numbered(name)}
        self._find_rich(body)
        for style in body.iter(_STYLE) if numbered else ():
            if style.get(VAL) in numbered:
                self.rich.update(style.iterancestors(_P))

    def _find_rich(self, part: _Element) -> None:
        self.rich = set()
        for element in part.iter(*_RICH):
            parent = element.getparent()
            if parent is not None and parent.tag != f"{W}tabs":
                self.rich.update(element.iterancestors(_P))

    def _parts(self, names: re.Pattern[str]) -> Iterator[str]:
        """The words of the parts beside the body."""
        for name in sorted(filter(names.fullmatch, self.names)):
            part = self._part(self.package.read(name))
            self.numbering.recount()
            self._find_rich(part)
            for story in part if names is _NOTES else (part,):
                if story.get(f"{W}type") in (None, "normal"):
                    yield from words_of(self._blocks(story))

    def _blocks(self, parent: _Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == _P and child not in self.rich and not self.carried:
                if len(child) and (text := _plain(child)):
                    yield Paragraph(
                        text, self.page, strong=_strong(child) if self.bold and ":" in text else 0
                    )
            else:
                yield from self._block(child)

    def _block(self, element: _Element) -> Iterator[Block]:
        tag = element.tag
        if tag == _P:
            yield from self._paragraph(element)
        elif tag == _TABLE:
            yield from self._table(element)
        elif tag == _ALTERNATE:
            first = element.find(f"{_MC}Choice")
            yield from self._blocks(first if first is not None else element)
        elif tag not in _DROPPED and isinstance(tag, str):
            yield from self._blocks(element)

    def _paragraph(self, element: _Element) -> Iterator[Block]:
        parts, self.carried = self.carried, []
        self.start = self.page
        self._gather(element, parts)
        if _is_merged(element):
            self.carried = parts
            return
        label = self.numbering.label(element)
        lines = lines_of("".join(parts))
        strong = _strong(element) if self.bold and len(lines) == 1 and ":" in lines[0] else 0
        if lines and label:
            lines[0] = f"{label} {lines[0]}"
            strong += len(label) + 1 if strong else 0
        for line in lines:
            yield Paragraph(line, page=self.start, strong=strong)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            yield from self._blocks(box)

    def _gather(self, element: _Element, parts: list[str]) -> None:
        for child in element:
            tag = child.tag
            if tag == _TEXT:
                parts.append(child.text or "")
            elif tag in _SIGNS:
                parts.append(_SIGNS[tag])
            elif tag in self.special:
                self.special[tag](child, parts)
            elif tag not in _DROPPED and isinstance(tag, str):
                self._gather(child, parts)

    def _run(self, element: _Element, parts: list[str]) -> None:
        if not _is_set(element, _HIDDEN):
            self._gather(element, parts)

    def _next_page(self, element: _Element, parts: list[str]) -> None:
        self.page += 1
        if not any(part.strip() for part in parts):
            self.start = self.page

    def _box(self, element: _Element, parts: list[str]) -> None:
        self.boxes.append(element)

    def _alternate(self, element: _Element, parts: list[str]) -> None:
        """Of two forms of the same content the first: else a text box would be read twice."""
        first = element.find(f"{_MC}Choice")
        self._gather(first if first is not None else element, parts)

    def _break(self, element: _Element, parts: list[str]) -> None:
        if element.get(f"{W}type") != "page":
            parts.append("\n")

    def _cell(self, cell: _Element) -> Iterator[str]:
        for child in cell:
            if child.tag == _P and child not in self.rich and not self.carried:
                if text := _plain(child):
                    yield text
            elif child.tag != _CELL:
                yield from words_of(self._block(child))

    def _symbol(self, element: _Element, parts: list[str]) -> None:
        said = element.get(f"{W}char", "")
        parts.append(symbol(int(said, 16)) if _HEX.fullmatch(said) else "")

    def _table(self, element: _Element) -> Iterator[Block]:
        page = self.page
        rows = [list(_children(row, _TC)) for row in _children(element, _TR)]
        if len(rows) == 1 and len(rows[0]) == 1:
            yield from self._blocks(rows[0][0])
            return
        made: list[list[tuple[str, ...]]] = []
        for row in rows:
            cells: list[tuple[str, ...]] = [() for _ in range(_skipped(row))]
            for cell in row:
                wide, covered = _spans(cell)
                words = tuple(self._cell(cell))
                cells.append(() if covered else words)
                cells.extend(() for _ in range(wide - 1))
            made.append(cells)
        if any(made):
            yield Table(squared(made), page=page)


def _plain(paragraph: _Element) -> str:
    """The words of a paragraph that holds nothing else. This way is five times faster than any other."""
    return folded(etree.tostring(paragraph, method="text", encoding="unicode", with_tail=False))


def _strong(paragraph: _Element) -> int:
    """How many of its signs, from the first, are set in bold."""
    first = paragraph.find(_RUN)
    if first is None or not _is_set(first, _BOLD):
        return 0
    words: list[str] = []
    for run in paragraph.iter(_RUN):
        text = "".join(part.text or "" for part in run.iter(_TEXT))
        if text.strip() and not _is_set(run, _BOLD):
            break
        words.append(text)
    return len(folded("".join(words)))


def _is_merged(paragraph: _Element) -> bool:
    """True where the end of the paragraph was deleted as a tracked change: the next one goes on."""
    properties = paragraph.find(f"{W}pPr")
    marks = properties.find(f"{W}rPr") if properties is not None else None
    return marks is not None and marks.find(f"{W}del") is not None


def _skipped(row: list[_Element]) -> int:
    """How many columns a row leaves out at its start."""
    parent = row[0].getparent() if row else None
    while parent is not None and parent.tag != f"{W}tr":
        parent = parent.getparent()
    before = parent.find(f"{W}trPr/{W}gridBefore") if parent is not None else None
    return min(whole(before.get(VAL), otherwise=0), 60) if before is not None else 0


def _children(element: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or cells of a row, also those inside content controls."""
    for child in element.iterchildren(name, *_WRAPS):
        if child.tag == name:
            yield child
        else:
            yield from _children(child, name)


def _spans(cell: _Element) -> tuple[int, bool]:
    """How many columns a cell covers, and whether it is covered by the one above."""
    properties = cell[0] if len(cell) else None
    if properties is None or properties.tag != _CELL:
        return 1, False
    columns, covered = 1, False
    for one in properties:
        if one.tag == _SPAN:
            columns = whole(one.get(VAL), otherwise=1)
        elif one.tag == _MERGE:
            covered = one.get(VAL, "continue") == "continue"
    return max(1, min(columns, 60)), covered


def _is_set(run: _Element, name: str) -> bool:
    """Whether a property of the run is switched on."""
    properties = run.find(f"{W}rPr")
    switch = properties.find(name) if properties is not None else None
    return switch is not None and switch.get(VAL, "1") not in ("0", "false")
