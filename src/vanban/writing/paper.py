"""What a document to be written is made of: frozen values, all words plain text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from vanban.model import Signatory

Kind = Literal[
    "text", "basis", "heading", "chapter", "chapter_title", "article", "clause", "point", "centred"
]


class Day(NamedTuple):
    """A date that is not all known; what is None is printed blank, to be filled by hand."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the body. ``label`` stands before its words ("I.", "Điều 1.", "a)")."""

    words: str
    kind: Kind = "text"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A small table in the body; ``shares`` are the widths of its columns in parts of the whole."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One task of an annex. ``section`` is the path of the heading it stands under ("II.1"), as in a reading;
    dates and units are words as they are to be printed. What is not known yet is blank."""

    words: str
    lead: str = ""
    coordinators: str = ""
    time: str = ""
    product: str = ""
    leader: str = ""
    basis: str = ""
    note: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading that crosses the table of an annex."""

    label: str
    title: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Carrier:
    """The document that an annex belongs to: "(Kèm theo Kế hoạch số 12/KH-UBND ngày … của …)"."""

    type: str
    issuer: str
    symbol: str
    number: str | None = None
    date: date | Day = Day()


@dataclass(frozen=True, slots=True)
class Annex:
    """The annex that assigns tasks; ``extra`` names columns shown beside the usual ones."""

    rows: tuple[Row | Group, ...]
    title: str = "Phân công nhiệm vụ"
    label: str = "Phụ lục"
    carrier: Carrier | None = None
    extra: tuple[Literal["leader", "basis", "note"], ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be written.

    ``issuer`` and ``parent`` may hold line breaks where a name is to be parted. ``number`` None is left blank,
    ``symbol`` is what follows it ("KH-UBND", "KH/ĐU"). ``type`` None is a letter (công văn), whose ``title`` stands
    under the number. A ``draft`` says so at the head of every page.
    """

    style: str
    issuer: str
    symbol: str
    title: str
    body: tuple[Block | Chart, ...]
    signatory: Signatory
    type: str | None = None
    parent: str | None = None
    number: str | None = None
    place: str = ""
    date: date | Day = Day()
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    urgency: str | None = None
    circulation: str | None = None
    drafter: str | None = None
    address: str | None = None
    annexes: tuple[Annex, ...] = ()
    draft: bool = False
