"""The pages of a .docx: their size, margins, and where their number stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from vanban.files.numbering import W
from vanban.writing.checking.looks import Looks
from vanban.writing.checking.said import Finding, finding, number, said, within
from vanban.writing.styles import Range, Style

_MM_OF_TWIP = 25.4 / 1440
_NEAR = 0.5  # mm; programs round lengths to inches and points
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def judge_pages(
    body: _Element, *, parts: Mapping[str, _Element], looks: Looks, style: Style
) -> Iterator[Finding]:
    """What is wrong with the pages of each section."""
    for section in body.iter(f"{W}sectPr"):
        yield from _size(section, style)
        yield from _margins(section, style)
    sections = list(body.iter(f"{W}sectPr"))
    yield from _numbers(sections, parts, looks, style)


def _mm(node: _Element | None, key: str) -> float | None:
    value = node.get(f"{W}{key}") if node is not None else None
    try:
        return float(value) * _MM_OF_TWIP if value else None
    except ValueError:
        return None


def _size(section: _Element, style: Style) -> Iterator[Finding]:
    node = section.find(f"{W}pgSz")
    width, height = _mm(node, "w"), _mm(node, "h")
    if width is None or height is None:
        return
    short, long = sorted((width, height))
    if abs(short - style.width) > _NEAR or abs(long - style.height) > _NEAR:
        asked = f"{number(style.width)} x {number(style.height)} mm"
        found = f"{number(round(width))} x {number(round(height))} mm"
        yield finding("page", code="page-size", found=found, allowed=asked, style=style)


def _margins(section: _Element, style: Style) -> Iterator[Finding]:
    node = section.find(f"{W}pgMar")
    for side, limits in zip(("top", "bottom", "left", "right"), style.margins, strict=True):
        value = _mm(node, side)
        wide = Range(limits.least - _NEAR, limits.most + _NEAR, limits.usual)
        if value is not None and not wide.holds(abs(value)):
            found, asked = f"{number(round(abs(value), 1))} mm", within(limits, unit="mm")
            yield finding(f"margin_{side}", code="margin", found=found, allowed=asked, style=style)


def _numbers(
    sections: list[_Element], parts: Mapping[str, _Element], looks: Looks, style: Style
) -> Iterator[Finding]:
    """The number of the page: a field in the header, in the middle, not on the first page, in its letters."""
    numbered = [
        paragraph
        for name, part in parts.items()
        if name.startswith(("word/header", "word/footer"))
        for paragraph in part.iter(f"{W}p")
        if _has_page(paragraph)
    ]
    if not numbered:
        return
    for paragraph in numbered:
        fault = _place_fault(paragraph, looks)
        if fault:
            yield _said_of_number(fault, said("in_header"), style)
        for run in paragraph.iter(f"{W}r"):
            size = looks.look(run, paragraph=paragraph).size
            limits = style["page_number"].size
            if limits and run.find(f"{W}t") is not None and not limits.holds(size):
                found, asked = f"{number(size)} pt", within(limits, unit="pt")
                yield finding("page_number", code="size", found=found, allowed=asked, style=style)
    if sections and sections[0].find(f"{W}titlePg") is None:
        yield _said_of_number(said("on_first"), said("not_on_first"), style)


def _said_of_number(found: str, asked: str, style: Style) -> Finding:
    return finding("page_number", code="page-number", found=found, allowed=asked, style=style)


def _has_page(paragraph: _Element) -> bool:
    codes = [node.text or "" for node in paragraph.iter(f"{W}instrText")]
    codes += [node.get(f"{W}instr", "") for node in paragraph.iter(f"{W}fldSimple")]
    return any("PAGE" in code.upper().split() for code in codes)


def _place_fault(paragraph: _Element, looks: Looks) -> str | None:
    if paragraph.getroottree().getroot().tag != f"{W}hdr":
        return said("not_in_header")
    return None if looks.stand(paragraph).align == "center" else said("not_centred")
