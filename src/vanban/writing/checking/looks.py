"""How the words of a .docx look: what is said of a run, else by its styles, else by the defaults of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from vanban.errors import TooLarge
from vanban.files.numbering import VAL, W

_THEME = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PLAIN_SIZE = 10.0  # pt, where a file says nothing
_OFF = ("0", "false", "off", "none")
_DEEPEST = 50  # a style that rests on more others is made to waste time
_MOST = 100_000  # paragraphs and runs; they take five seconds
_TOO_MANY = "Tệp có quá nhiều đoạn để kiểm tra thể thức."
_MM_OF_TWIP = 25.4 / 1440


@dataclass(frozen=True, slots=True)
class Look:
    """The letters of a run; ``size`` in pt, ``colour`` as "FF0000" or "auto"."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: str


@dataclass(frozen=True, slots=True)
class Stand:
    """How a paragraph stands: ``indent`` of its first line in mm, ``space`` around it in pt, ``line`` in lines.

    None where nothing is said, or where lines have a fixed height.
    """

    align: str
    indent: float | None
    space: float | None
    line: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line that its writer ended: its words, their looks, the cell and the row it stands in."""

    text: str
    looks: tuple[Look, ...]
    stand: Stand
    cell: _Element | None
    first_row: bool
    start_bold: bool


class Looks:
    """The styles of one file."""

    def __init__(self, styles: _Element | None, theme: _Element | None) -> None:
        self.styles: dict[str, _Element] = {}
        self.usual: list[_Element] = []
        self.themed = _themed(theme)
        self.normal: str | None = None
        for style in styles.iter(f"{W}style") if styles is not None else ():
            name = style.get(f"{W}styleId", "")
            self.styles[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self.normal = name
        defaults = styles.find(f"{W}docDefaults") if styles is not None else None
        if defaults is not None:
            self.usual = list(defaults.iter(f"{W}rPr", f"{W}pPr"))

    def look(self, run: _Element, *, paragraph: _Element) -> Look:
        """The letters of a run."""
        nodes = list(self._of_run(run, paragraph))
        size = _value(nodes, "sz")
        return Look(
            font=self._font(nodes),
            size=float(size) / 2 if size and size.isdecimal() else _PLAIN_SIZE,
            bold=_is_on(nodes, "b"),
            italic=_is_on(nodes, "i"),
            colour=(_value(nodes, "color") or "auto").upper().replace("AUTO", "auto"),
        )

    def stand(self, paragraph: _Element) -> Stand:
        """How a paragraph stands."""
        nodes = list(self._of_paragraph(paragraph, "pPr"))
        before, after = (_twips(nodes, "spacing", side) for side in ("before", "after"))
        line, rule = _said(nodes, "spacing", "line"), _said(nodes, "spacing", "lineRule")
        indent = _twips(nodes, "ind", "firstLine")
        align = _value(nodes, "jc") or "left"
        return Stand(
            align={"both": "justify", "start": "left", "end": "right"}.get(align, align),
            indent=None if indent is None else indent * _MM_OF_TWIP,
            space=None if before is None and after is None else ((before or 0) + (after or 0)) / 20,
            line=float(line) / 240 if line and line.isdecimal() and rule in (None, "auto") else None,
        )

    def _of_run(self, run: _Element, paragraph: _Element) -> Iterator[_Element]:
        own = run.find(f"{W}rPr")
        if own is not None:
            yield own
            named = own.find(f"{W}rStyle")
            if named is not None:
                yield from self._chain(named.get(VAL), "rPr")
        yield from self._of_paragraph(paragraph, "rPr")

    def _of_paragraph(self, paragraph: _Element, part: str) -> Iterator[_Element]:
        own = paragraph.find(f"{W}pPr")
        named = own.find(f"{W}pStyle") if own is not None else None
        if own is not None and part == "pPr":
            yield own
        yield from self._chain(named.get(VAL) if named is not None else self.normal, part)
        yield from (node for node in self.usual if node.tag == f"{W}{part}")

    def _chain(self, name: str | None, part: str) -> Iterator[_Element]:
        seen: set[str] = set()
        while name and name in self.styles and name not in seen and len(seen) < _DEEPEST:
            seen.add(name)
            style = self.styles[name]
            found = style.find(f"{W}{part}")
            if found is not None:
                yield found
            base = style.find(f"{W}basedOn")
            name = base.get(VAL) if base is not None else None

    def _font(self, nodes: list[_Element]) -> str:
        for node in nodes:
            fonts = node.find(f"{W}rFonts")
            if fonts is None:
                continue
            theme = fonts.get(f"{W}hAnsiTheme") or fonts.get(f"{W}asciiTheme")
            named = fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")
            if theme:
                return self.themed.get("minor" if theme.startswith("minor") else "major", "")
            if named:
                return named
        return ""


def _themed(theme: _Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in ("minor", "major"):
        latin = theme.find(f".//{_THEME}{kind}Font/{_THEME}latin") if theme is not None else None
        if latin is not None:
            found[kind] = latin.get("typeface", "")
    return found


def _said(nodes: list[_Element], name: str, key: str) -> str | None:
    for node in nodes:
        found = node.find(f"{W}{name}")
        value = found.get(f"{W}{key}") if found is not None else None
        if value is not None:
            return value
    return None


def _value(nodes: list[_Element], name: str) -> str | None:
    return _said(nodes, name, "val")


def _twips(nodes: list[_Element], name: str, key: str) -> float | None:
    value = _said(nodes, name, key)
    return float(value) if value and value.isdecimal() else None


def _is_on(nodes: list[_Element], name: str) -> bool:
    for node in nodes:
        found = node.find(f"{W}{name}")
        if found is not None:
            return found.get(VAL, "1") not in _OFF
    return False


def lines_of(body: _Element, *, looks: Looks) -> list[Line]:
    """The lines with words, in the order of the file; those of text boxes too."""
    if sum(1 for _ in body.iter(f"{W}p", f"{W}r")) > _MOST:
        raise TooLarge(_TOO_MANY)
    found: list[Line] = []
    for paragraph in body.iter(f"{W}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            found += _lines(paragraph, looks)
    return found


def _lines(paragraph: _Element, looks: Looks) -> Iterator[Line]:
    stand = looks.stand(paragraph)
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    first = row is not None and next(row.itersiblings(f"{W}tr", preceding=True), None) is None
    for pieces in _pieces(paragraph):
        text = " ".join("".join(words for words, _ in pieces).split())
        if text:
            own = [looks.look(run, paragraph=paragraph) for words, run in pieces if words.strip()]
            yield Line(text, tuple(dict.fromkeys(own)), stand, cell, first, own[0].bold)


def _pieces(paragraph: _Element) -> Iterator[list[tuple[str, _Element]]]:
    """The runs of each line of a paragraph, with their words; what was deleted is no word."""
    line: list[tuple[str, _Element]] = []
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p")) is not paragraph:
            continue
        if next(run.iterancestors(f"{W}del", f"{W}moveFrom"), None) is not None:
            continue
        for node in run:
            if node.tag in (f"{W}br", f"{W}cr"):
                yield line
                line = []
            elif node.tag == f"{W}tab":
                line.append((" ", run))
            elif node.tag == f"{W}t":
                line.append((node.text or "", run))
    yield line
