"""What a reading is made of: frozen values, every fact tied to its words.

A span is ``(start, end)``, half-open, in code points of :attr:`Document.text`. The JSON form is
written and read back by :mod:`vanban.jsonform`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Span = tuple[int, int]
SectionRole = Literal["purpose", "tasks", "organisation", "annex", "other"]
CitationRole = Literal["basis", "mention"]
TimeKind = Literal["deadline", "within", "recurring", "continuous", "ad_hoc"]
Every = Literal["year", "half", "quarter", "month", "week"]

FORMAT = 1


class Page(NamedTuple):
    """One page of the file: the part of the text that stands on it."""

    start: int
    end: int
    confidence: float = 1.0


class Unit(NamedTuple):
    """An agency, a post or a set of them ("các sở, ban, ngành"), as written."""

    name: str
    span: Span | None = None


class Time(NamedTuple):
    """When something is due: ``start`` and ``due`` as ISO dates, a yearly ``due`` as "MM-DD"."""

    kind: TimeKind
    raw: str | None = None
    every: Every | None = None
    start: str | None = None
    due: str | None = None
    span: Span | None = None


class Signatory(NamedTuple):
    """Who signed: ``authority`` holds the marks above the post ("TM. ỦY BAN NHÂN DÂN")."""

    name: str | None = None
    position: str | None = None
    authority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """The components of form; an absent one is None. ``spans`` says where each was read."""

    issuer: str | None = None
    code: str | None = None
    place: str | None = None
    date: str | None = None
    type: str | None = None
    title: str | None = None
    signatory: Signatory | None = None
    recipients: tuple[str, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)


class Citation(NamedTuple):
    """One act that the document cites, with every place where it does."""

    type: str | None
    number: str | None
    raw: str
    date: str | None
    issuer: str | None
    role: CitationRole
    span: Span
    mentions: tuple[Span, ...] = ()


class Section(NamedTuple):
    """A heading: ``label`` is the printed path ("II.1.2"), ``level`` counts from 1."""

    label: str
    title: str
    level: int
    role: SectionRole
    span: Span


class Task(NamedTuple):
    """The smallest provision that directs work; ``section`` is the label it stands under."""

    text: str
    section: str
    lead: tuple[Unit, ...]
    coordinators: tuple[Unit, ...]
    time: Time | None
    product: str | None
    span: Span


class Report(NamedTuple):
    """A duty to report: who, to whom, through whom, when."""

    who: tuple[Unit, ...]
    to: tuple[Unit, ...]
    via: Unit | None
    time: Time | None
    span: Span


class Attachment(NamedTuple):
    """What the document carries ("kèm theo"): an annex, a plan under a decision."""

    title: str
    kind: str
    span: Span


class Remark(NamedTuple):
    """What could not be found or is doubtful: a stable ``code`` and a sentence in Vietnamese."""

    code: str
    text: str
    span: Span | None = None


class Doubt(NamedTuple):
    """Words that were read from a picture and are not sure: ``box`` is their place on the page (from 1) in shares
    of its width and height (left, top, right, bottom), ``confidence`` how sure they are, 0 to 1.

    ``was``: what was recognised, where the words are a repair of it.
    """

    span: Span
    page: int
    box: tuple[float, float, float, float]
    confidence: float
    was: str | None = None


class Grid(NamedTuple):
    """A table: the span of each cell, row by row. A cell without words has an empty span."""

    span: Span
    rows: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One reading."""

    text: str
    header: Header
    pages: tuple[Page, ...] = ()
    citations: tuple[Citation, ...] = ()
    outline: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    reports: tuple[Report, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    tables: tuple[Grid, ...] = ()
    warnings: tuple[Remark, ...] = ()
    doubts: tuple[Doubt, ...] = ()
