"""The components of a document against the ranges of a style."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml.etree import _Element

from vanban.errors import BrokenFile, UnknownKind
from vanban.files import guard, kinds
from vanban.files.docx import parse_part
from vanban.files.numbering import W
from vanban.writing.checking.looks import Line, Looks, lines_of
from vanban.writing.checking.pages import judge_pages
from vanban.writing.checking.recognising import NATION, Known, recognise
from vanban.writing.checking.said import Finding, finding, number, said, within, wording
from vanban.writing.styles import Component, Style

Fault = tuple[str, str, str]
"""A code, what was found, what is asked."""

_PARTS = re.compile(r"word/(?:document|styles|header\d*|footer\d*|theme/theme1)\.xml")
_WEIGHED = frozenset({
    "body", "article", "clause", "point", "annex_cell", "addressee", "recipients", "heading", "chapter_title",
})  # fmt: skip
"""In these a word may be set off, or two kinds of text are not told apart."""
_CENTRED = ("type", "title", "annex_label", "annex_title", "chapter")
_LONG = 90  # signs; a line so long fills more than a line of the page
_NEAR = 0.3  # mm; programs round lengths
_BLACK = ("auto", "000000")
_NUMBERED = re.compile(r"(?P<label>Số\s*:?)\s*[^-/–]*(?P<joint>[-/–])", re.IGNORECASE)
_DATED = re.compile(r"ngày\s*(?P<d>\d{1,2})?\s*tháng\s*(?P<m>\d{1,2})?", re.IGNORECASE)
_MARKED = re.compile(r"(?:TM|KT|TL|TUQ|Q)\s*\.|[TK]/[MLT]\.?")


def check(data: bytes, *, style: Style) -> tuple[Finding, ...]:
    """What in a .docx is not as the style asks; each fault once, with the first words that have it.

    Only components that can be recognised are judged: no finding means that none of them has a fault. Raises a
    :class:`vanban.Refused` for what is no sound .docx.
    """
    if kinds.kind_of(data) != "docx":
        raise UnknownKind
    guard.check(data, kind="docx")
    parts = _parts(data)
    document = parts.get("word/document.xml")
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise BrokenFile
    looks = Looks(parts.get("word/styles.xml"), parts.get("word/theme/theme1.xml"))
    known = recognise(lines_of(body, looks=looks), style=style)
    found = [*judge_pages(body, parts=parts, looks=looks, style=style), *_missing(known, style)]
    for key, line in known:
        if key in style.components:
            found += _judge(style[key], line, style)
    first: dict[tuple[str, str, str], Finding] = {}
    for one in found:
        first.setdefault((one.component, one.code, one.found), one)
    return tuple(first.values())


def _parts(data: bytes) -> dict[str, _Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if _PARTS.fullmatch(name)]
        return {name: parse_part(package.read(name)) for name in names}


def _missing(known: list[Known], style: Style) -> Iterator[Finding]:
    """The components that every document has; an annex alone has none of them."""
    keys = {key for key, _ in known}
    if keys <= {"annex_label", "annex_title", "annex_carried", "annex_head", "annex_cell"}:
        return
    nation: tuple[str, ...] = ("party",) if style.is_party else ("country", "motto")
    if NATION in keys:
        nation = ()
    for key in (*nation, "issuer", "number", "place_date"):
        if key not in keys:
            yield finding(key, code="missing", found=said("absent"), allowed=said("present"), style=style)


def _judge(component: Component, line: Line, style: Style) -> Iterator[Finding]:
    for code, found, allowed in (
        *_letters(component, line, style),
        *_weights(component, line),
        *_stands(component, line, style),
        *_forms(component, line, style),
    ):
        yield finding(component.key, code=code, found=found, allowed=allowed, style=style, words=line.text)


def _letters(component: Component, line: Line, style: Style) -> Iterator[Fault]:
    for look in line.looks:
        if look.font and look.font.casefold() != style.font.casefold():
            yield "font", look.font, style.font
        if component.size and not component.size.holds(look.size):
            yield "size", f"{number(look.size)} pt", within(component.size, unit="pt")
        if component.colour is None and look.colour not in _BLACK:
            yield "colour", look.colour, said("black")
        if component.colour and look.colour != component.colour:
            yield "colour", look.colour, said("red")
    if component.letters == "upper" and not line.text.isupper():
        yield "letters", said("normal"), said("upper")
    if component.letters == "normal" and component.key in ("motto", "title") and line.text.isupper():
        yield "letters", said("upper"), said("normal")


def _weights(component: Component, line: Line) -> Iterator[Fault]:
    if component.key == "article" and not line.start_bold:
        yield "bold", said("not_bold"), said("bold")
    if component.key in _WEIGHED:
        return
    for look in line.looks:
        for code, has, asked in (
            ("bold", look.bold, component.bold),
            ("italic", look.italic, component.italic),
        ):
            if has != asked:
                yield code, said(code if has else f"not_{code}"), said(code if asked else f"not_{code}")


def _stands(component: Component, line: Line, style: Style) -> Iterator[Fault]:
    filled = component.key in ("body", "basis") and len(line.text) > _LONG
    if (filled or component.key in _CENTRED) and line.stand.align != component.align:
        yield "align", wording()["said"].get(line.stand.align, line.stand.align), said(component.align)
    if filled:
        yield from _paragraph(line, style)


def _paragraph(line: Line, style: Style) -> Iterator[Fault]:
    stand, text = line.stand, style.text
    if stand.indent and all(abs(stand.indent - lawful) > _NEAR for lawful in text.indents):
        asked = said("or").join(map(number, text.indents))
        yield "indent", f"{number(round(stand.indent, 1))} mm", f"{asked} mm"
    if (stand.space or 0) < text.before.least:
        asked = said("least").format(value=f"{number(text.before.least)} pt")
        yield "spacing", f"{number(stand.space or 0)} pt", asked
    if stand.line is not None and not text.line.least - 0.01 <= stand.line <= text.line.most + 0.01:
        yield "line", number(stand.line), within(text.line, unit="")


def _forms(component: Component, line: Line, style: Style) -> Iterator[Fault]:
    if component.key == "number":
        found = _NUMBERED.match(line.text)
        label = re.sub(r"\s", "", found["label"]) if found else ""
        if found and (label != style.number.label or found["joint"].replace("–", "-") != style.number.joint):
            yield "number-form", line.text, f"“{style.number.label} …{style.number.joint}…”"
    elif component.key == "place_date":
        found = _DATED.search(line.text)
        if found and not _two_digits(found["d"], found["m"]):
            yield "date-form", found.group(), said("two_digits")
    elif component.key == "authority":
        found = _MARKED.match(line.text)
        if found and re.sub(r"\s", "", found.group()) not in style.marks:
            yield "sign-mark", found.group(), ", ".join(style.marks)


def _two_digits(day: str | None, month: str | None) -> bool:
    """Days below 10 and months below 3 have two digits, other months no zero before them."""
    if day and int(day) < 10 and len(day) < 2:
        return False
    return not month or (len(month) == 2) == (int(month) < 3 or int(month) > 9)
