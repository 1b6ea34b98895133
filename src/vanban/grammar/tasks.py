"""Sections and tasks: the tree of provisions walked from the top, each task with its parties and its time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from vanban.grammar.casing import from_capitals
from vanban.grammar.doers import NOBODY, Parties, Units, charged, leaders, parties, partners, shift, subject
from vanban.grammar.headings import gives_work, is_closing, role_of, says_tasks, says_whose
from vanban.grammar.items import Item
from vanban.grammar.lexicon import letterhead
from vanban.grammar.rows import Heads, Row, rows_of
from vanban.grammar.times import binding, find_times, own_times
from vanban.model import Grid, Section, SectionRole, Span, Task, Time, Unit

Pieces = tuple[tuple[int, str], ...]
"""The lines of a value, each with the place where it starts."""

WORKING = ("tasks", "organisation", "annex")
_SHORT = 42
_LOOSE = ("", "dash", "plus", "dot")
_MANY = 500  # no line says something of more tasks
_SENTENCE = 60  # shorter lines of an annex that end without a stop are scraps of tables and forms
_CARRIED, _FORMAL = letterhead("carried"), letterhead("formal")
_LETTER = re.compile(r"[^\W\d_]")
_BRACKETED = re.compile(r"^\([^()]*\)[.;/]*$")
_ROMAN = re.compile("[IVX]+")
_NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


@dataclass(slots=True)
class Draft:
    """A task while its attributes are still being gathered."""

    text: str
    span: Span
    section: str
    role: str
    inherited: Parties = NOBODY
    lead: Units = ()
    helping: Units = ()
    time: Time | None = None
    time_line: bool = False
    product: str | None = None


class Place(NamedTuple):
    """Where the walk stands: the section's label and role, and who leads what stands there."""

    label: str = ""
    role: SectionRole | None = None
    level: int = 0
    leads: Units = ()
    partners: Units = ()
    title: str = ""


class Walk:
    """Gathers sections and drafts in reading order. ``year`` is what a month without one refers to."""

    def __init__(self, text: str, grids: list[Grid], *, year: int | None, default: SectionRole) -> None:
        self.text, self.grids, self.year, self.default = text, grids, year, default
        self.sections: list[Section] = []
        self.drafts: list[Draft] = []
        self.said: dict[int, Said | None] = {}
        self.heads: Heads = {}

    def walk(self, items: list[Item], place: Place, own: Draft | None = None) -> None:
        """Walk siblings; ``own`` is the task that they stand under."""
        begun = len(self.drafts)
        base = first = begun - (own is not None)
        ahead: list[Item] = []
        grouped = False
        for item in items:
            if item.attribute:
                if len(self.drafts) == begun:
                    ahead.append(item)
                self._apply(item, first)
                grouped = True
                continue
            if grouped:
                first, grouped = len(self.drafts), False
            self._item(item, place)
            if item.kind == "dash" and item.children:
                self._of_group(item, first)
        for item in ahead if len(self.drafts) > begun else ():
            self._apply(item, base)

    def _of_group(self, item: Item, first: int) -> None:
        """ "* Đơn vị chủ trì: …" below the last of several bullets is said of all of them."""
        for child in item.children:
            if child.attribute and child.kind == "dot":
                self._apply(child, first)

    def _item(self, item: Item, place: Place) -> None:
        if item.kind == "grid":
            self._grid(int(item.label), place)
        elif item.heading:
            self._heading(item, place)
        elif place.role in WORKING:
            self._provision(item, place)
        else:
            self.walk(item.children, place)

    def _heading(self, item: Item, place: Place) -> None:
        role = self._role(item, place)
        label = (
            item.label
            if item.kind.startswith("dotted") and not place.label
            else join_label(place.label, own=item.label)
        )
        leads, helping = (item.units, item.partners) if item.units else (place.leads, place.partners)
        if item.units:
            leads, helping = shift(leads, offset=item.start), shift(helping, offset=item.start)
        inner = Place(label, role, place.level + 1, leads, helping, item.title)
        end = item.start + (item.inline - 1 if item.inline else len(item.text))
        self.sections.append(Section(label, item.title, inner.level, role, (item.start, end)))
        if item.inline and role in WORKING:
            text = item.text[item.inline :]
            start = item.start + item.inline + len(text) - len(text.lstrip())
            own = self._draft(text.strip(), start, inner) if text.strip() and not text.endswith(":") else None
            self.walk(item.children, inner, own)
        else:
            self.walk(item.children, inner)

    def _role(self, item: Item, place: Place) -> SectionRole:
        said = None if item.units and not says_whose(item.title) else role_of(item.title)
        if place.level == 0:
            return said or place.role or ("organisation" if item.units else self.default)
        if place.role == "annex":
            return "annex"
        if place.role == "other" and item.units and gives_work(item.title) and role_of(place.title) is None:
            return "organisation"
        if said in ("purpose", "other") and place.role in ("tasks", "organisation") and len(item.title) < 70:
            return said or self.default
        if said == "other" and place.role == "purpose" and len(item.title) < 40:
            return said
        if said == "tasks" and place.role == "purpose" and says_tasks(place.title):
            return said
        return place.role or self.default

    def _provision(self, item: Item, place: Place) -> None:
        text = item.text
        if item.kind in ("", "dash") and is_closing(text) or not _LETTER.search(text):
            return
        if place.role == "annex" and len(text) < _SENTENCE and text[-1] not in ".;:":
            self.walk(item.children, place)
            return
        named = leaders(text)
        if named.lead and (item.children or text.endswith(":")):
            leads, helping = (
                shift(named.lead, offset=item.start),
                shift(named.coordinators, offset=item.start),
            )
            self.walk(item.children, place._replace(leads=leads, partners=helping))
            return
        if item.children and (below := charged(text)):
            self.walk(item.children, place._replace(leads=shift(below, offset=item.start), partners=()))
            return
        if (
            text.endswith(":")
            and len(text) < (_SHORT if item.children else _SHORT // 2)
            and item.kind in _LOOSE
        ):
            leads = shift(subject(text), offset=item.start)
            self.walk(item.children, place._replace(leads=leads, partners=()) if leads else place)
            return
        if named and not item.kind or _CARRIED.match(text) or _BRACKETED.match(text) or _FORMAL.match(text):
            return
        draft = self._draft(text, item.start, place)
        above = text.endswith(":") or any(not child.attribute for child in item.children)
        leads = shift(subject(text), offset=item.start) if above else ()
        self.walk(item.children, place._replace(leads=leads, partners=()) if leads else place, draft)

    def _draft(self, text: str, start: int, place: Place) -> Draft:
        bare = text.removesuffix("./.") + "." if text.endswith("./.") else text
        words = bare if "  " not in bare and bare.isprintable() else " ".join(bare.split())
        inherited = Parties(place.leads, place.partners) if place.leads else NOBODY
        draft = Draft(words, (start, start + len(text)), place.label, place.role or "", inherited)
        self.drafts.append(draft)
        return draft

    def _apply(self, item: Item, first: int) -> None:
        """Give what an attribute line says to the tasks from ``first`` on that do not have it yet."""
        inner = [child for child in item.children if child.attribute]
        for child in inner:
            self._apply(child, first)
        if inner:
            return
        if item.start not in self.said:
            self.said[item.start] = said_by(_pieces(item), name=item.attribute, year=self.year)
        if said := self.said[item.start]:
            for draft in self.drafts[max(first, len(self.drafts) - _MANY) :]:
                said.give(draft)

    def _grid(self, index: int, place: Place) -> None:
        if place.role not in WORKING:
            return
        leads = place.leads
        annex = place.role == "annex"
        start, level = "PL" if annex and not place.label else place.label, place.level + 1
        roman, unnumbered = "", 0
        for row in rows_of(self.text, grids=self.grids, index=index, annex=annex, heads=self.heads):
            if row.group:
                below = bool(roman) and row.label.isdecimal()  # "1" stands under "II"
                if level > 2 and _follows(start, row.label):
                    start, level = start.rpartition(".")[0], place.level
                unnumbered += not row.label
                label = join_label(roman if below else start, own=row.label or str(unnumbered))
                roman = roman if below else label if _ROMAN.fullmatch(row.label) else ""
                self.sections.append(Section(label, row.text, level + below, place.role, row.span))
                names = [row.text] if row.by_unit else [u.name for u in leaders(from_capitals(row.text)).lead]
                leads = tuple(Unit(from_capitals(name), row.span) for name in names) or place.leads
                continue
            self._row(row, leads, self.sections[-1].label if self.sections else place.label)

    def _row(self, row: Row, leads: Units, label: str) -> None:
        draft = Draft(row.text, row.span, label, "row", Parties(leads))
        for name, pieces in row.values.items():
            if said := said_by(pieces, name=name, year=self.year):
                said.give(draft)
        self.drafts.append(draft)


def _follows(label: str, own: str) -> bool:
    """A table torn after its group "II", which was read as a heading, goes on with the group "III"."""
    last = label.rpartition(".")[2]
    return last in _NUMERALS[:-1] and own == _NUMERALS[_NUMERALS.index(last) + 1]


def join_label(parent: str, *, own: str) -> str:
    if not parent or own.startswith(parent + "."):
        return own
    tail = parent.rsplit(".", own.count(".") + 1)
    if "." in own and len(tail) > 1 and own.startswith(tail[-1] + "."):
        return f"{parent.removesuffix(tail[-1])}{own}"
    return f"{parent}.{own}"


def _pieces(item: Item) -> Pieces:
    """The lines of an attribute: behind its colon, or the bullets below it."""
    inline = item.text[item.value :]
    if inline.strip(" .:;-"):
        start = item.start + item.value + len(inline) - len(inline.lstrip())
        return ((start, inline.strip()),)
    return tuple(
        (child.start, child.text.rstrip(" .;")) for child in item.children if not _BRACKETED.match(child.text)
    )


class Said(NamedTuple):
    """What an attribute line says; it is given to the tasks that do not have it yet."""

    name: str
    lead: Units = ()
    helping: Units = ()
    time: Time | None = None
    product: str | None = None

    def give(self, draft: Draft) -> None:
        """Set what is not set yet; the lines that say "both" may set two."""
        if self.name == "coordinators":
            draft.helping = draft.helping or self.helping or self.lead
        elif self.name in ("lead", "both"):
            draft.lead, draft.helping = draft.lead or self.lead, draft.helping or self.helping
        elif self.name == "time" and not draft.time_line:
            draft.time, draft.time_line = self.time, True
        elif self.name == "product" and draft.product is None:
            draft.product = self.product


def said_by(pieces: Pieces, *, name: str, year: int | None) -> Said | None:
    """Read the lines of an attribute; None where there are none."""
    if not pieces:
        return None
    if name in ("lead", "both", "coordinators"):
        lead, helping = _parties_of(pieces)
        return Said(name, lead, helping)
    if name == "time":
        times = [
            time for start, line in pieces for time in find_times(line, year=year, offset=start, line=True)
        ]
        return Said(name, time=binding(times))
    return Said(name, product=" ".join("; ".join(line.rstrip(" .;") for _, line in pieces).split()))


def _parties_of(pieces: Pieces) -> tuple[Units, Units]:
    lead: list[Unit] = []
    helping: list[Unit] = []
    for start, line in pieces:
        first, others = parties(line)
        lead += shift(first, offset=start)
        helping += shift(others, offset=start)
    return tuple(lead), tuple(helping)


def finish(draft: Draft, *, year: int | None) -> Task:
    """The task, with what its own words say where no line said it."""
    start = draft.span[0]
    own = draft.lead
    if not own and not (draft.role == "row" and draft.inherited.lead):
        own = shift(subject(draft.text), offset=start)
    lead = own or draft.inherited.lead
    helping = draft.helping or (() if own else draft.inherited.coordinators)
    if lead and not helping:
        named = {unit.name.lower() for unit in lead}
        helping = tuple(
            unit for unit in shift(partners(draft.text), offset=start) if unit.name.lower() not in named
        )
    time = draft.time if draft.time_line else binding(own_times(draft.text, year=year, offset=start))
    return Task(draft.text, draft.section, lead, helping if lead else (), time, draft.product, draft.span)
