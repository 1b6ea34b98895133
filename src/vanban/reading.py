"""The way of a reading: blocks → lines → head, zones, outline, tasks, reports, citations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.doubts import with_doubts
from vanban.errors import TooLarge
from vanban.files.amount import MAX_TASKS, TASKS, refuse_too_much
from vanban.files.blocks import Block, Content, Paragraph
from vanban.files.composing import composed
from vanban.grammar import foot as feet
from vanban.grammar.citations import collect, find_mentions
from vanban.grammar.doers import shift, told
from vanban.grammar.header import Head, from_text, read_head
from vanban.grammar.items import Item
from vanban.grammar.lexicon import letterhead
from vanban.grammar.markers import KINDS
from vanban.grammar.outline import build
from vanban.grammar.reports import reports_of
from vanban.grammar.tasks import Place, Walk, finish
from vanban.grammar.zones import Carried, Zones, divide
from vanban.layout.compose import Layout, Line, compose
from vanban.layout.plain import blocks_of_lines
from vanban.model import (
    Attachment,
    Citation,
    Document,
    Header,
    Page,
    Remark,
    Section,
    SectionRole,
    Span,
    Unit,
)
from vanban.remarks import remark

if TYPE_CHECKING:
    from vanban.files.scan import Keep

_DIRECTIVES = ("Chỉ thị", "Công điện", "Kết luận", "Thông báo", "Công văn", "Thông báo kết luận")
_RULES = (
    "Quy định",
    "Quy chế",
    "Hướng dẫn",
    "Luật",
    "Nghị định",
    "Thông tư",
    "Pháp lệnh",
    "Quy trình",
    "Điều lệ",
    "Nội quy",
)
_OF_LAW = re.compile(r"/(?:19|20)\d\d/")
# No date of an act ("ngày 22 tháng 12 năm 2024"), no far aim ("đến năm 2030").
_YEAR = re.compile(r"(?<!tháng \d )(?<!tháng \d\d )(?<!đến )(?<!từ )năm\s+((?:19|20)\d\d)\b")
_RANGE = re.compile(r"(?:19|20)\d\d\s*(?:[-–—]|đến(?: năm)?)\s*(?:năm\s+)?(?:19|20)\d\d")


def read(source: str | Path | bytes, *, name: str | None = None, keep: Keep | None = None) -> Document:
    """Read a file: a path, or its bytes.

    ``name`` is the file's name where ``source`` is bytes; it only serves to notice a wrong extension.
    ``keep`` keeps the pages of a scan as they are recognised (:class:`vanban.files.scan.Folder`).
    Raises a :class:`vanban.errors.Refused` that says why, for a file that cannot or must not be read.
    """
    from vanban.files import load
    from vanban.secrecy import refuse_secret

    content = load(Path(source) if isinstance(source, str) else source, name=name, keep=keep)
    refuse_secret(content)
    return read_content(content)


def read_text(text: str) -> Document:
    """Read a text, its lines wrapped or not. Spans point into the reading's own text, which is in NFC."""
    blocks = blocks_of_lines(composed(text).splitlines())
    refuse_too_much(blocks)
    return _read(compose(blocks), ())


def read_content(content: Content) -> Document:
    """Read what a file reader gave."""
    blocks: Iterable[Block] = content.blocks
    if content.wrapped:
        blocks = _unwrapped(content.blocks)
    refuse_too_much(blocks)
    layout = compose(blocks)
    warnings = tuple(remark(code) for code in content.remarks)
    if layout.pages:  # the last ones may hold only what went on from those before
        end = len(layout.text)
        layout.pages += [Page(end, end)] * (content.pages - len(layout.pages))
    document = _read(layout, warnings)
    return with_doubts(document, sheets=content.sheets) if content.sheets else document


def _unwrapped(blocks: Iterable[Block]) -> list[Block]:
    """Raw lines joined; tables that the reader already knows stay where they stand."""
    out: list[Block] = []
    run: list[Paragraph] = []
    for block in [*blocks, None]:
        if isinstance(block, Paragraph):
            run += [] if block.margin else [block]
            continue
        out += blocks_of_lines([line.text for line in run], pages=[line.page for line in run]) if run else []
        out += [block] if block else []
        run = []
    return out


def _read(layout: Layout, warnings: tuple[Remark, ...]) -> Document:
    lines = [line for line in layout.lines if line.text and not line.note]
    head = read_head(lines)
    from_text(head, lines=lines)
    zones = divide(lines, body_start=head.body)
    walk = _walk(layout, head, zones)
    if len(walk.drafts) > MAX_TASKS:
        raise TooLarge(TASKS)
    year = walk.year
    tasks = tuple(sorted((finish(draft, year=year) for draft in walk.drafts), key=lambda task: task.span))
    sections = tuple(walk.sections)
    citations = collect(
        find_mentions(layout.text), own=head.values.get("code"), bases=_bases(layout, zones, sections)
    )
    header = _header(head, zones)
    return Document(
        text=layout.text,
        header=header,
        pages=tuple(layout.pages),
        citations=citations,
        outline=sections,
        tasks=tasks,
        reports=reports_of(tasks, year=year),
        attachments=tuple(_attachment(part) for part in zones.carried),
        tables=tuple(layout.grids),
        warnings=warnings + (*_doubts(header, tasks=bool(tasks)), *_conflicts(citations)),
    )


def _walk(layout: Layout, head: Head, zones: Zones) -> Walk:
    kind = head.values.get("type", "")
    walk = Walk(
        layout.text,
        layout.grids,
        year=_plan_year(head),
        default=_default(kind, code=head.values.get("code", "")),
    )
    body = _decided(zones.body)
    start: SectionRole | None = walk.default if kind in _DIRECTIVES or body is not zones.body else None
    items = build(body)
    opening = _opening(items) if start else 0
    walk.walk(items[opening:], Place(role=start, leads=_told(items[:opening])))
    for part in zones.carried:
        if part.kind == "annex":
            label = f"PL.{part.label}" if part.label else "PL"
            title = " ".join(line.text for line in part.title)
            if title:
                span = (part.title[0].start, part.title[-1].end)
                walk.sections.append(Section(label, title, 1, "annex", span))
            walk.walk(build(part.body), Place(label=label, role="annex", level=int(bool(title))))
        else:
            walk.default = _default(part.kind.capitalize())
            walk.walk(build(part.body), Place())
    return walk


def _default(kind: str, *, code: str = "") -> SectionRole:
    """The role of a section whose title does not tell: rules are no tasks, plans are.

    A year in the number ("12/2030/QĐ-UBND") marks an act of law.
    """
    return "other" if kind in _RULES or _OF_LAW.search(code) else "tasks"


def _decided(body: list[Line]) -> list[Line]:
    """The articles of a decision, without the bases above the line that says that it decides."""
    at = next(
        (i for i, line in enumerate(body) if line.text[-1] == ":" and letterhead("decides").match(line.text)),
        None,
    )
    return body if at is None else body[at + 1 :]


def _opening(items: list[Item]) -> int:
    """How many items stand before the first provision of a directive: they only say why."""
    numbered = (i for i, item in enumerate(items) if item.kind in KINDS or item.kind.startswith("dotted"))
    first = next(numbered, None)
    if first is None:
        first = next((i for i, item in enumerate(items) if item.kind or item.children), 0)
    return first


def _told(opening: list[Item]) -> tuple[Unit, ...]:
    """ "… Thủ tướng Chính phủ chỉ thị Chủ tịch Ủy ban nhân dân các tỉnh:": who does what follows."""
    if not opening or not opening[-1].text.endswith(":"):
        return ()
    last = opening[-1]
    return shift(told(last.text), offset=last.start)


def _plan_year(head: Head) -> int | None:
    """What a month without a year refers to: the year that the title names as the plan's, else the document's."""
    title = _RANGE.sub("", head.values.get("title", "").lower())
    found = _YEAR.findall(title)
    if found:
        return int(found[-1])
    date = head.values.get("date", "")
    return int(date[:4]) if date[:4].isdigit() else None


def _bases(layout: Layout, zones: Zones, sections: tuple[Section, ...]) -> list[Span]:
    """The preamble and the sections of purpose."""
    first = next((section.span[0] for section in sections), None)
    if first is None:
        first = next((line.start for line in zones.body if letterhead("decides").match(line.text)), 0)
    spans = [(0, first)]
    for section, after in pairwise([*sections, None]):
        if section is not None and section.role == "purpose":
            spans.append((section.span[0], after.span[0] if after else len(layout.text)))
    return spans


def _header(head: Head, zones: Zones) -> Header:
    names, where = feet.recipients(zones.foot)
    signatory, signed = feet.signatory(zones.foot)
    spans = dict(head.spans)
    if where:
        spans["recipients"] = where
    if signed:
        spans["signatory"] = signed
    value = head.values.get
    return Header(
        issuer=value("issuer"),
        code=value("code"),
        place=value("place"),
        date=value("date"),
        type=value("type"),
        title=value("title"),
        signatory=signatory,
        recipients=names,
        spans=spans,
    )


def _attachment(part: Carried) -> Attachment:
    lines: list[Line] = part.title or part.body[:1]
    title = " ".join(line.text for line in part.title)
    span = (lines[0].start, (part.body or lines)[-1].end) if lines else (0, 0)
    return Attachment(title=title, kind=part.kind, span=span)


def _doubts(header: Header, *, tasks: bool) -> Iterable[Remark]:
    for name in ("issuer", "code", "type", "title", "date"):
        if getattr(header, name) is None:
            yield remark(f"no-{name}")
    if header.code and not header.code[0].isdigit():
        yield remark("blank-number", span=header.spans.get("code"))
    if not tasks:
        yield remark("no-tasks")


def _conflicts(citations: tuple[Citation, ...]) -> Iterable[Remark]:
    for one, other in pairwise(citations):
        if one.number != other.number:
            continue
        if one.date and other.date and one.date != other.date:
            first, second = ("/".join(reversed(date.split("-"))) for date in (one.date, other.date))
            yield remark("two-dates", span=other.span, number=str(one.number), first=first, second=second)
        elif one.issuer and other.issuer and one.issuer != other.issuer:
            yield remark(
                "two-issuers", span=other.span, number=str(one.number), first=one.issuer, second=other.issuer
            )
