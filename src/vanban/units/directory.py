"""Who existed when: records of units, indexed, with the usual agencies of every place answered from templates.

A usual agency is no record: it is made when it is asked for, always with the same uid. A given record with that
uid, or with the same seat and template, stands in its place.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple
from uuid import UUID

from vanban.grammar.lexicon import table
from vanban.units import agencies, spelling
from vanban.units.forms import Forms
from vanban.units.heirs import heirs_of
from vanban.units.model import Heir, Level, Link, Record, State, Succession, Tree, Unit, agency_uid
from vanban.units.spelling import Atoms
from vanban.units.templates import Template

if TYPE_CHECKING:
    from vanban.units.resolving import Resolver

KINDS = {
    "province": ("tỉnh", "thành phố"),
    "district": ("huyện", "quận", "thị xã", "thành phố"),
    "commune": ("xã", "phường", "thị trấn", "đặc khu"),
}
"""The kinds of administrative units of each level."""


class Target(NamedTuple):
    """What a name without a place means: ("template", its key, the kind of place or "" for any), ("unit", its uid)
    or ("seat", ""), the administrative unit itself."""

    what: Literal["template", "unit", "seat"]
    key: str = ""
    kind: str = ""


def covers(span: State | Link, *, on: date) -> bool:
    """Whether a span of time holds a day."""
    return (span.since is None or span.since <= on) and (span.until is None or on < span.until)


class Directory:
    """All units that are known, as of any date. It never changes."""

    def __init__(
        self,
        records: Iterable[Record],
        successions: Iterable[Succession] = (),
        templates: Iterable[Template] = (),
    ) -> None:
        self.templates = {one.key: one for one in templates}
        self._records = {one.uid: one for one in records}
        self._virtual: dict[str, Record] = {}
        self._made: dict[tuple[str, str], Record | None] = {}
        self._given = {(one.seat, one.template): one for one in self._records.values() if one.template}
        self._by_seat: dict[str, list[Record]] = defaultdict(list)
        self._below: dict[tuple[Tree, str], list[tuple[str, Link]]] = defaultdict(list)
        for one in self._records.values():
            if one.seat:
                self._by_seat[one.seat].append(one)
            for link in one.links:
                self._below[link.tree, link.parent].append((one.uid, link))
        self._successions: dict[str, list[Succession]] = defaultdict(list)
        for succession in successions:
            self._successions[succession.predecessor].append(succession)

    def get(self, uid: str) -> Record | None:
        """All that is known of a unit."""
        return self._records.get(uid) or self._virtual.get(uid) or (self._search(uid) if uid else None)

    def unit(self, uid: str, *, on: date) -> Unit | None:
        """A unit as of a day, None where it did not exist."""
        record = self.get(uid)
        return as_of(record, on=on) if record else None

    def ever(self, uid: str) -> Unit | None:
        """A unit as it was last called."""
        record = self.get(uid)
        return _unit(record, record.states[-1]) if record and record.states else None

    def above(self, uid: str, *, on: date, tree: Tree = "state") -> str:
        """The uid of the unit to which it belonged on a day, "" for none."""
        record = self.get(uid)
        links = record.links if record else ()
        return next((link.parent for link in links if link.tree == tree and covers(link, on=on)), "")

    def chain(self, uid: str, *, on: date) -> Iterator[Record]:
        """The administrative unit of a unit, and those above it, the nearest first."""
        record = self.get(uid)
        while record:
            if is_place(record):
                yield record
            parent = record.seat or self.above(record.uid, on=on)
            record = self.get(parent) if parent else None

    def below(self, uid: str, *, on: date, tree: Tree = "state") -> tuple[Unit, ...]:
        """What belonged directly to a unit on a day: its bodies, then the places below it."""
        record = self.get(uid)
        if record is None:
            return ()
        seat = record.seat or uid
        found = [one for one in self.bodies(seat, on=on) if self.above(one.uid, on=on, tree=tree) == uid]
        known = {one.uid for one in found}
        for child, link in self._below.get((tree, uid), ()):
            if child not in known and covers(link, on=on) and (unit := self.unit(child, on=on)):
                found.append(unit)
        known = {one.uid for one in found}
        committees = self._below_committee(record, on=on, tree=tree)
        return (*found, *(one for one in committees if one.uid not in known))

    def _below_committee(self, record: Record, *, on: date, tree: Tree) -> Iterator[Unit]:
        """Bodies of the places below that belong to this body: "Đảng ủy xã" to "Tỉnh ủy"."""
        keys = [one.key for one in self.templates.values() if record.template in one.higher and one.tree == tree]
        if not record.template or not keys:
            return
        places = self.children(record.seat, on=on) if record.seat else self.provinces(on=on)
        for place in places:
            for key in keys:
                body = self.body(place.uid, key, on=on)
                if body and self.above(body.uid, on=on, tree=tree) == record.uid:
                    yield body

    def bodies(self, seat: str, *, on: date) -> tuple[Unit, ...]:
        """Every body of an administrative unit on a day, usual or given."""
        found = {one.uid: one for one in self._by_seat.get(seat, ())}
        place = self.get(seat)
        for template in self.templates.values() if place and is_place(place) else ():
            if place and template.level == place.level and (made := self._make(seat, template.key)):
                found.setdefault(made.uid, made)
        return tuple(unit for one in found.values() if (unit := as_of(one, on=on)))

    def body(self, seat: str, key: str, *, on: date) -> Unit | None:
        """The body of a place that a template describes, None where it had none on that day."""
        record = self.body_record(seat, key=key)
        return as_of(record, on=on) if record else None

    def body_record(self, seat: str, *, key: str) -> Record | None:
        """All that is known of the body of a place that a template describes."""
        return self._make(seat, key) if key in self.templates else self._given.get((seat, key))

    def is_sure(self, seat: str, *, key: str) -> bool:
        """Whether a place has the body of a template, as far as is known: of some, only some places have one."""
        template, place = self.templates.get(key), self.get(seat)
        if template is None or (seat, key) in self._given:
            return True
        return template.is_everywhere or place is not None and place.code in template.places

    def is_certain(self, uid: str) -> bool:
        """Whether a body is there, as far as is known, and not only if somebody names it."""
        record = self.get(uid)
        return record is not None and (not record.template or self.is_sure(record.seat, key=record.template))

    def is_at(self, target: Target, *, level: Level) -> bool:
        """Whether a name means a body of places of this level."""
        template = self.templates.get(target.key) if target.what == "template" else None
        return template is None or template.level == level

    def provinces(self, *, on: date) -> Iterator[Record]:
        """The provinces and cities directly under the Government on a day."""
        return (
            one
            for one in self._records.values()
            if one.level == "province" and is_place(one) and as_of(one, on=on)
        )

    def central(self, *, on: date) -> Iterator[Unit]:
        """The central bodies of a day."""
        found = (as_of(one, on=on) for one in self._records.values() if one.level == "central")
        return (unit for unit in found if unit)

    def of_kind(self, kind: str, *, on: date, within: str = "") -> tuple[Unit, ...]:
        """Units of a kind on a day; bodies of the place ``within`` and places below it, or all records."""
        if not within:
            return tuple(
                unit for one in self._records.values() if (unit := as_of(one, on=on)) and unit.kind == kind
            )
        places = self.territory(within, on=on)
        found = [unit for one in places if (unit := as_of(one, on=on)) and unit.kind == kind]
        return tuple(found) or tuple(one for one in self.bodies(within, on=on) if one.kind == kind)

    def children(self, uid: str, *, on: date) -> Iterator[Record]:
        """The administrative units directly below one."""
        for child, link in self._below.get(("state", uid), ()):
            record = self._records[child]
            if is_place(record) and covers(link, on=on):
                yield record

    def territory(self, uid: str, *, on: date) -> Iterator[Record]:
        """The administrative units below one, at every depth."""
        for one in self.children(uid, on=on):
            yield one
            yield from self.territory(one.uid, on=on)

    def heirs(self, uid: str, *, today: date) -> tuple[Heir, ...]:
        """Who exists today and took over from a unit that has ended; none where that is an open question."""
        return heirs_of(uid, among=self, today=today)

    def successions(self, uid: str) -> tuple[Succession, ...]:
        """Who took over from a unit, as given: the next step only."""
        return tuple(self._successions.get(uid, ()))

    @cached_property
    def resolver(self) -> Resolver:
        """What resolves names with this directory; it keeps what it has taken apart."""
        from vanban.units.resolving import Resolver

        return Resolver(self)

    @cached_property
    def places(self) -> dict[str, list[Record]]:
        """Administrative units of any time by their names without kind, squeezed."""
        found: dict[str, list[Record]] = defaultdict(list)
        for words, record in self._place_names():
            found[spelling.squeezed(words)].append(record)
        return dict(found)

    @cached_property
    def unmarked(self) -> dict[str, list[Record]]:
        """The same by names without any marks."""
        found: dict[str, list[Record]] = defaultdict(list)
        for words, record in self._place_names():
            known = found[spelling.unmarked(words)]
            if record not in known:
                known.append(record)
        return dict(found)

    def near_places(self, atoms: Atoms) -> Iterator[str]:
        """The keys of names of places in which one letter is another."""
        if len(atoms) < 2 or not spelling.is_long(atoms):
            return
        for at, word in enumerate(atoms):
            before, behind = atoms[:at], atoms[at + 1 :]
            for whole in self._gaps.get((before, behind), ()):
                if whole != word and spelling.is_near(word, whole):
                    yield spelling.squeezed((*before, whole, *behind))

    @cached_property
    def _gaps(self) -> dict[tuple[Atoms, Atoms], set[str]]:
        """Names of places with one word left out: which words stand there."""
        found: dict[tuple[Atoms, Atoms], set[str]] = defaultdict(set)
        for words in {words for words, _ in self._place_names() if len(words) > 1}:
            for at, word in enumerate(words):
                found[words[:at], words[at + 1 :]].add(word)
        return found

    def _place_names(self) -> Iterator[tuple[Atoms, Record]]:
        for one in self._records.values():
            if is_place(one):
                names = dict.fromkeys((*(state.short for state in one.states), *one.aliases))
                yield from ((words, one) for words in {spelling.words(name) for name in names if name})

    @cached_property
    def forms(self) -> Forms[Target]:
        """Names of bodies without their place."""
        found: Forms[Target] = Forms()
        for template in self.templates.values():
            for kind in KINDS.get(template.level, ()):
                for name in agencies.spellings(template, place=State("", kind)):
                    found.add(name, target=Target("template", template.key, _kind_in(template, name, kind)))
        for one in self._records.values():
            if not is_place(one):
                for name in self._names(one):
                    found.add(name, target=Target("unit", one.uid))
        return found

    def _names(self, record: Record) -> Iterator[str]:
        """What a body is called, also without the place that its name ends in."""
        seat = self._records.get(record.seat)
        ends = [end for state in seat.states for end in (state.name, state.short)] if seat else []
        for name in [*(state.name for state in record.states), *record.aliases]:
            yield name
            yield from (name[: -len(end)] for end in ends if end and name.lower().endswith(f" {end.lower()}"))

    def _make(self, seat: str, key: str) -> Record | None:
        """The body that a template describes at a place, or the record given for it."""
        try:
            return self._made[seat, key]
        except KeyError:
            template, place = self.templates[key], self._records.get(seat)
            made = self._given.get((seat, key)) or self._records.get(agency_uid(key, seat=seat))
            if made is None and place:
                made = agencies.record(template, place=place)
                if made:
                    self._virtual[made.uid] = made
            self._made[seat, key] = made
            return made

    def _search(self, uid: str) -> Record | None:
        """A usual agency that nobody has asked for yet. The first time, every possible one is counted (a second)."""
        try:
            sign = UUID(uid).int >> 64
        except ValueError:
            return None
        signs, owners = self._possible
        at = bisect_left(signs, sign)
        if at == len(signs) or signs[at] != sign:
            return None
        place, key = divmod(owners[at], len(self.templates))
        seat = list(self._records)[place]
        made = self._make(seat, list(self.templates)[key])
        return made if made and made.uid == uid else None

    @cached_property
    def _possible(self) -> tuple[array[int], array[int]]:
        """The first half of the uid of every usual agency of every place, in order, and whose it is."""
        keys = {
            level: [(at, one.key) for at, one in enumerate(self.templates.values()) if one.level == level]
            for level in KINDS
        }
        found = sorted(
            (UUID(agency_uid(key, seat=uid)).int >> 64, place * len(self.templates) + at)
            for place, (uid, record) in enumerate(self._records.items())
            if is_place(record)
            for at, key in keys.get(record.level, ())
        )
        return array("Q", (sign for sign, _ in found)), array("L", (owner for _, owner in found))


def _kind_in(template: Template, name: str, kind: str) -> str:
    """The kind of place that a name of a body says: "Ban Tuyên giáo Thành ủy" is none of a tỉnh."""
    committee = table("agencies")["committees"].get(template.level, {}).get(kind, "")
    return kind if committee and committee in name and "{committee}" in template.name else ""


def is_place(record: Record) -> bool:
    """Whether a record is an administrative unit, and no body."""
    return record.level != "central" and not record.seat and not record.template


def as_of(record: Record, *, on: date) -> Unit | None:
    """A record as a unit of a day, None where it did not exist."""
    return next((_unit(record, state) for state in record.states if covers(state, on=on)), None)


def _unit(record: Record, state: State) -> Unit:
    return Unit(
        uid=record.uid,
        name=state.name,
        kind=state.kind,
        level=record.level,
        since=record.states[0].since,
        until=record.states[-1].until,
    )
