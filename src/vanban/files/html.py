"""Saved web pages: the part that holds the document, without the site around it; pages saved by Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import html as lxml_html
from lxml.etree import ParserError, XMLSyntaxError, _Element

from vanban.errors import BrokenFile, DangerousFile, NoWords, TooLarge
from vanban.files import htmlfonts, oldfonts
from vanban.files.amount import DEEP, PARAGRAPH
from vanban.files.blocks import Block, Content, Paragraph, Table, text_of
from vanban.files.cells import MOST, squared
from vanban.files.plain import decode
from vanban.files.site import bare
from vanban.grammar.markers import starts_item

_DROPPED = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "select", "button", "input", "textarea", "svg",
    "video", "audio", "head", "nav", "footer", "figcaption",
))  # fmt: skip
_BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "header", "li", "ul", "ol", "dl", "dd", "dt", "h1", "h2", "h3", "h4",
    "h5", "h6", "blockquote", "pre", "center", "figure", "address", "body", "form", "hr", "td", "th", "tr", "tbody",
    "thead", "caption", "aside", "fieldset",
))  # fmt: skip
_BLANKS = re.compile(r"\s+")
_LONG = re.compile(r"<[a-zA-Z][^<>]{4000,}")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_APART = re.compile(r"[\s/=]+")
_MARKS = 2_000  # no element says so much of itself
_BOLD, _PLAIN = "\ue000", "\ue001"  # where bold begins and ends, until the words are put together
_UNMARKED = dict.fromkeys(map(ord, _BOLD + _PLAIN))
_TOUCHING = re.compile(f"{_PLAIN}(\\s*){_BOLD}")
_ENDS = (";", ".", ":", ",", "/")


def read_html(data: bytes) -> Content:
    """The blocks of a page. Raises BrokenFile where there is no text in it."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(data))
    content = _content(_parsed(text))
    if oldfonts.is_doubtful(text_of(content.blocks)):
        root = _parsed(text)
        if htmlfonts.turn(root, ends=_BLOCKS):
            content = replace(_content(root), remarks=(oldfonts.REMARK,))
    return content


def _parsed(text: str) -> _Element:
    if any(map(_is_crowded, _LONG.findall(text))):
        raise DangerousFile
    parser = lxml_html.HTMLParser()
    try:
        root: _Element = lxml_html.document_fromstring(text, parser=parser)
    except (ParserError, XMLSyntaxError, ValueError) as error:
        if not text.strip() or "empty" in str(error):
            raise NoWords from error
        raise (MemoryError if "ERR_NO_MEMORY" in str(parser.error_log) else BrokenFile) from error
    stopped = str(parser.error_log.filter_from_fatals())
    if "ERR_RESOURCE_LIMIT" in stopped:  # what stands behind that place is not in the tree
        raise DangerousFile(DEEP) if "depth" in stopped else TooLarge(PARAGRAPH)
    return root


def _is_crowded(tag: str) -> bool:
    """Whether it has so many attributes that the parser, which compares each with all others, would not end."""
    return len(_APART.findall(_QUOTED.sub("", tag))) > _MARKS


def _content(root: _Element) -> Content:
    body = root.find("body")
    page = body if body is not None else root
    try:
        notes = _notes(page)
        blocks = bare(_written(_main(page)))
    except RecursionError as error:
        raise DangerousFile(DEEP) from error
    return Content(kind="html", blocks=(*blocks, *notes))


def _notes(page: _Element) -> list[Block]:
    """The footnotes that Word wrote behind the page; they are taken out of it."""
    notes: list[Block] = []
    for element in [*page.iter("div")]:
        parent = element.getparent()
        if parent is not None and "mso-element:footnote-list" in _style(element):
            notes += (
                block._replace(note=True) for block in _written(element) if isinstance(block, Paragraph)
            )
            parent.remove(element)
    return notes


def _written(element: _Element) -> list[Block]:
    writer = _Writer()
    writer.element(element)
    writer.flush()
    return writer.blocks


def _main(body: _Element) -> _Element:
    """The smallest element that still holds nearly all text that is no link."""
    sizes: dict[_Element, int] = {}
    total = _measure(body, sizes)
    part = body
    while True:
        inner = max((child for child in part if child in sizes), key=lambda child: sizes[child], default=None)
        if (
            inner is None
            or sizes[inner] < 0.7 * total
            or inner.tag in ("p", "table", "tbody", "tr", "ul", "ol")
        ):
            return part
        part = inner


def _measure(element: _Element, sizes: dict[_Element, int]) -> int:
    own: dict[_Element, int] = {}
    for node in reversed(list(element.iter())):
        if not isinstance(node.tag, str) or node.tag in _DROPPED or node.tag == "a":
            own[node] = 0
            continue
        own[node] = len((node.text or "").strip()) + sum(
            own.get(child, 0) + len((child.tail or "").strip()) for child in node
        )
    sizes.update({node: size for node, size in own.items() if isinstance(node.tag, str)})
    return own[element]


class _Writer:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.words: list[str] = []
        self.kept = False
        self.items: dict[_Element, int] = {}

    def element(self, element: _Element) -> None:
        """Write an element and what it holds. The depth is bounded by the parser."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _DROPPED or _is_hidden(element):
            return
        if tag == "br":
            self.words.append("\n")
        elif tag == "table":
            self.flush()
            self.table(element)
        else:
            self._inside(element, block=tag in _BLOCKS)

    def _inside(self, element: _Element, *, block: bool) -> None:
        if block:
            self.flush()
        if element.tag == "li":
            self.words.append(self.item_mark(element))
        kept, self.kept = self.kept, self.kept or element.tag == "pre"
        bold = element.tag in ("b", "strong") or "font-weight:bold" in _style(element)
        self.words.append(_BOLD if bold else "")
        self._say(element.text)
        for child in element:
            self.element(child)
            self._say(child.tail)
        self.words.append(_PLAIN if bold else "")
        self.kept = kept
        if block:
            self.flush()

    def item_mark(self, element: _Element) -> str:
        """The number of an item, counted on from the one before it; a dash where its list has none."""
        parent = element.getparent()
        if parent is None or parent.tag != "ol":
            return "- "
        said = element.get("value") or (parent.get("start") if parent not in self.items else None)
        otherwise = self.items.get(parent, 0) + 1
        self.items[parent] = int(said) if said and said.isdecimal() and len(said) < 6 else otherwise
        return f"{self.items[parent]}. "

    def _say(self, text: str | None) -> None:
        if text:
            self.words.append(text if self.kept else _BLANKS.sub(" ", text))

    def flush(self) -> None:
        self.blocks.extend(_paragraph(line) for line in _lines("".join(self.words)))
        self.words = []

    def table(self, element: _Element) -> None:
        rows = list(_rows(element))
        if len(rows) == 1 and len(rows[0]) == 1 or _is_frame(rows):
            for row in rows:
                for cell in row:
                    self._inside(cell, block=True)
            return
        grid = _grid(rows)
        if any(cell for row in grid for cell in row):
            self.blocks.append(Table(grid))


def _lines(text: str) -> list[str]:
    """A typed break counts where the next line begins something of its own. Bold is still marked."""
    lines: list[list[str]] = []
    last = ""
    for raw in text.split("\n"):
        line = _BLANKS.sub(" ", raw).strip()
        words = line.translate(_UNMARKED).strip()
        if not words:
            if lines:
                lines[-1].append(line)
            continue
        if last and not (starts_item(words) or last.endswith(_ENDS) or words[:1].isupper()):
            lines[-1] += (" ", line)
        else:
            lines.append([line])
        last = words
    return ["".join(parts) for parts in lines]


def _paragraph(line: str) -> Paragraph:
    """Its words, and how far the bold it begins with goes."""
    if _BOLD not in line and _PLAIN not in line:
        return Paragraph(line)
    words = _BLANKS.sub(" ", line.translate(_UNMARKED)).strip()
    marked = _TOUCHING.sub(r"\1", line).lstrip()
    if not marked.startswith(_BOLD):
        return Paragraph(words)
    bold = marked.split(_PLAIN, 1)[0].translate(_UNMARKED)
    return Paragraph(words, strong=min(len(_BLANKS.sub(" ", bold).strip()), len(words)))


def _rows(table: _Element) -> Iterator[list[_Element]]:
    for child in table:
        if child.tag == "tr":
            yield [cell for cell in child if cell.tag in ("td", "th")]
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from _rows(child)


def _is_frame(rows: list[list[_Element]]) -> bool:
    """A table that only places the page: one of its cells holds tables or many paragraphs."""
    cells = [cell for row in rows for cell in row]
    return any(cell.find(".//table") is not None or len(cell.findall(".//p")) > 40 for cell in cells)


def _grid(rows: list[list[_Element]]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Columns aligned: a cell that covers others stands once, in its first place."""
    covered: dict[tuple[int, int], bool] = {}
    grid: list[list[tuple[str, ...]]] = []
    for r, row in enumerate(rows):
        line: list[tuple[str, ...]] = []
        for cell in row:
            while (r, len(line)) in covered:
                line.append(())
            across, down = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(rows) - r)
            at = len(line)
            line.append(_cell(cell))
            line.extend(() for _ in range(across - 1))
            covered.update({(r + d, at + a): True for d in range(1, down) for a in range(across)})
        while (r, len(line)) in covered:
            line.append(())
        grid.append(line)
        if len(covered) > MOST:
            raise TooLarge
    return squared(grid)


def _cell(cell: _Element) -> tuple[str, ...]:
    inner = _Writer()
    inner._inside(cell, block=True)
    return tuple(block.text for block in inner.blocks if isinstance(block, Paragraph))


def _span(cell: _Element, name: str) -> int:
    said = (cell.get(name) or "1").strip()
    return max(1, min(int(said), 60)) if said.isdecimal() and len(said) < 9 else 1


def _style(element: _Element) -> str:
    return (element.get("style") or "").replace(" ", "").lower()


def _is_hidden(element: _Element) -> bool:
    style = _style(element)
    return "display:none" in style or "mso-hide:all" in style or element.get("hidden") is not None
