"""Word files: paragraphs with the numbers that Word shows, tables, notes, margins; never macros."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree
from lxml.etree import _Element

from vanban.errors import BrokenFile
from vanban.files.blocks import Block, Content, Paragraph, Table
from vanban.files.numbering import VAL, Numbering, W, read_numbering
from vanban.grammar.markers import starts_item

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DROPPED = {f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sectPr")}
_BREAK_ENDS = (";", ".", ":", ",", "/")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_TEXT, _TAB, _BR, _RUN, _BOX = f"{W}t", f"{W}tab", f"{W}br", f"{W}r", f"{W}txbxContent"


def read_docx(data: bytes) -> Content:
    """The blocks of a .docx, which has passed the guard. Raises BrokenFile where its parts are unsound."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _Reader(package).read()
    except (
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        KeyError,
        EOFError,
        ValueError,
        RecursionError,
    ) as error:
        raise BrokenFile from error


def _xml(package: zipfile.ZipFile, name: str) -> _Element | None:
    if name not in package.namelist():
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    return etree.fromstring(package.read(name), parser)


class _Reader:
    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package
        self.numbering: Numbering = read_numbering(
            _xml(package, "word/numbering.xml"), _xml(package, "word/styles.xml")
        )
        self.page = 1
        self.paged = False
        self.boxes: list[_Element] = []
        self.special: dict[str, Callable[[_Element, list[str]], None]] = {
            _RUN: self._run,
            _BR: self._break,
            _BOX: self._box,
            f"{W}lastRenderedPageBreak": self._next_page,
            f"{_MC}AlternateContent": self._alternate,
        }

    def read(self) -> Content:
        document = _xml(self.package, "word/document.xml")
        body = document.find(f"{W}body") if document is not None else None
        if body is None:
            raise BrokenFile
        blocks: list[Block] = [*self._margins(), *self._blocks(body)]
        if not self.paged:
            blocks = [_unpaged(block) for block in blocks]
        blocks += self._notes()
        return Content(kind="docx", blocks=tuple(blocks), pages=self.page if self.paged else 0)

    def _margins(self) -> Iterator[Paragraph]:
        for name in sorted(self.package.namelist()):
            if (
                re.fullmatch(r"word/(?:header|footer)\d*\.xml", name)
                and (part := _xml(self.package, name)) is not None
            ):
                for paragraph in part.iter(f"{W}p"):
                    for line in self._lines(paragraph):
                        yield Paragraph(line, margin=True)

    def _notes(self) -> Iterator[Paragraph]:
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            part = _xml(self.package, name)
            for note in part if part is not None else ():
                if note.get(f"{W}type") in (None, "normal"):
                    for paragraph in note.iter(f"{W}p"):
                        for line in self._lines(paragraph):
                            yield Paragraph(line, note=True)

    def _blocks(self, parent: _Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield self._table(child)
            elif child.tag not in _DROPPED and isinstance(child.tag, str):
                yield from self._blocks(child)

    def _paragraph(self, element: _Element) -> Iterator[Block]:
        label = self.numbering.label(element)
        lines = self._lines(element)
        if lines and label:
            lines[0] = f"{label} {lines[0]}"
        for line in lines:
            yield Paragraph(line, page=self.page)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            yield from self._blocks(box)

    def _lines(self, element: _Element) -> list[str]:
        """The lines of a paragraph: a typed break counts where the next line begins something of its own."""
        parts: list[str] = []
        self._gather(element, parts)
        lines: list[str] = []
        for raw in "".join(parts).split("\n"):
            line = _BLANKS.sub(" ", raw) if "\t" not in raw else raw.replace("\u00a0", " ")
            line = line.strip()
            if not line:
                continue
            if lines and not (starts_item(line) or lines[-1].endswith(_BREAK_ENDS) or line[:1].isupper()):
                lines[-1] = f"{lines[-1]} {line}"
            else:
                lines.append(line)
        return lines

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
        if not _is_hidden(element):
            self._gather(element, parts)

    def _next_page(self, element: _Element, parts: list[str]) -> None:
        self.page, self.paged = self.page + 1, True

    def _box(self, element: _Element, parts: list[str]) -> None:
        self.boxes.append(element)

    def _alternate(self, element: _Element, parts: list[str]) -> None:
        """Of two forms of the same content the first: else a text box would be read twice."""
        first = element.find(f"{_MC}Choice")
        self._gather(first if first is not None else element, parts)

    def _break(self, element: _Element, parts: list[str]) -> None:
        if element.get(f"{W}type") != "page":
            parts.append("\n")

    def _table(self, element: _Element) -> Table:
        page = self.page
        rows: list[list[tuple[str, ...]]] = []
        for row in _children(element, "tr"):
            cells: list[tuple[str, ...]] = []
            for cell in _children(row, "tc"):
                wide, covered = _spans(cell)
                cells.append(() if covered else tuple(self._cell(cell)))
                cells.extend(() for _ in range(wide - 1))
            rows.append(cells)
        width = max((len(row) for row in rows), default=0)
        filled = tuple(tuple(row + [()] * (width - len(row))) for row in rows)
        return Table(filled, page=page)

    def _cell(self, cell: _Element) -> Iterator[str]:
        for block in self._blocks(cell):
            if isinstance(block, Paragraph):
                yield block.text
            else:
                yield from (
                    " ".join(text for inner in row for text in inner) for row in block.rows if any(row)
                )


_SIGNS = {_TAB: "\t", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "", f"{W}cr": "\n", f"{W}ptab": "\t"}


def _children(element: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or cells of a row, also those inside content controls."""
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _children(child, name)


def _spans(cell: _Element) -> tuple[int, bool]:
    """How many columns a cell covers, and whether it is covered by the one above."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return 1, False
    wide, merged = properties.find(f"{W}gridSpan"), properties.find(f"{W}vMerge")
    columns = wide.get(VAL, "1") if wide is not None else "1"
    covered = merged is not None and merged.get(VAL, "continue") == "continue"
    return (min(int(columns), 60) if columns.isdigit() else 1), covered


def _is_hidden(run: _Element) -> bool:
    properties = run.find(f"{W}rPr")
    hidden = properties.find(f"{W}vanish") if properties is not None else None
    return hidden is not None and hidden.get(VAL, "1") not in ("0", "false")


def _unpaged(block: Block) -> Block:
    return (
        Table(block.rows)
        if isinstance(block, Table)
        else Paragraph(block.text, note=block.note, margin=block.margin)
    )
