"""Records of units, and the usual agencies that are made from templates when somebody asks for them.

A usual agency always has the same uid. A given record with that uid, or with the same seat and template, stands in
its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from vanban.units import agencies
from vanban.units.bodynames import body_forms, is_place
from vanban.units.forms import Forms, Target
from vanban.units.gazetteer import Gazetteer
from vanban.units.model import Level, Link, Record, State, Unit, agency_uid
from vanban.units.templates import Template
from vanban.units.usual import UsualUids

_MOST_KEPT = 20_000
_MOST_UNITS = 100_000


def covers(span: State | Link, *, on: date) -> bool:
    """Whether a span of time holds a day."""
    return (span.since is None or span.since <= on) and (span.until is None or on < span.until)


class Store:
    """Units by their uid, and bodies by their place."""

    def __init__(self, records: Iterable[Record], templates: Iterable[Template]) -> None:
        self.templates = {one.key: one for one in templates}
        self._keys: dict[Level, list[str]] = defaultdict(list)
        for key, template in self.templates.items():
            self._keys[template.level].append(key)
        self._records = {one.uid: one for one in records}
        self._given = {(one.seat, one.template): one for one in self._records.values() if one.template}
        self._by_seat: dict[str, list[Record]] = defaultdict(list)
        for one in self._records.values():
            if one.seat:
                self._by_seat[one.seat].append(one)
        self._central = [one for one in self._records.values() if one.level == "central"]
        self._of_kind: dict[tuple[str, str, date], tuple[Unit, ...]] = {}
        self._virtual: dict[str, Record] = {}
        self._waiting: dict[str, tuple[str, str]] = {}
        self._named: set[tuple[str, str]] = set()
        self._made: dict[tuple[str, str], Record | None] = {}
        self._units: dict[tuple[str, int], Unit] = {}

    def get(self, uid: str) -> Record | None:
        """All that is known of a unit."""
        return self._records.get(uid) or self._virtual.get(uid) or (self._search(uid) if uid else None)

    def unit(self, uid: str, *, on: date) -> Unit | None:
        """A unit as of a day, None where it did not exist."""
        record = self.get(uid)
        return self.as_of(record, on=on) if record else None

    def as_of(self, record: Record, *, on: date) -> Unit | None:
        """A record as a unit of a day, None where it did not exist."""
        for at, state in enumerate(record.states):
            # as covers() says, without its call: this is asked most often of all
            if (state.since is None or state.since <= on) and (state.until is None or on < state.until):
                known = self._units.get((record.uid, at))
                if known is None:
                    if len(self._units) >= _MOST_UNITS:
                        self._units.clear()
                    known = self._units[record.uid, at] = _unit(record, state)
                return known
        return None

    def ever(self, uid: str) -> Unit | None:
        """A unit as it was last called."""
        record = self.get(uid)
        return _unit(record, record.states[-1]) if record and record.states else None

    def bodies(self, seat: str, *, on: date) -> tuple[Unit, ...]:
        """Every body of an administrative unit on a day, usual or given."""
        found = {one.uid: one for one in self._by_seat.get(seat, ())}
        place = self.get(seat)
        for key in self._keys.get(place.level, ()) if place and is_place(place) else ():
            if made := self._make(seat, key):
                found.setdefault(made.uid, made)
        return tuple(unit for one in found.values() if (unit := self.as_of(one, on=on)))

    def bodies_of_kind(self, seat: str, kind: str, *, on: date) -> tuple[Unit, ...]:
        """The bodies of one kind that a place surely has on a day; those of the country where it is none."""
        key = seat, kind, on
        if key not in self._of_kind:
            if len(self._of_kind) >= _MOST_KEPT:
                self._of_kind.clear()
            found = self._bodies_of(seat, kind) if seat else iter(self._central)
            units = (self.as_of(one, on=on) for one in found if self.is_certain(one.uid))
            self._of_kind[key] = tuple(unit for unit in units if unit and unit.kind == kind)
        return self._of_kind[key]

    def _bodies_of(self, seat: str, kind: str) -> Iterator[Record]:
        """Bodies of a place that may be of a kind: usual ones by their templates, and all given ones."""
        place, given = self.get(seat), self._by_seat.get(seat, [])
        replaced = {one.template for one in given}
        for key in self._keys.get(place.level, ()) if place else ():
            made = self._make(seat, key) if self.templates[key].kind == kind and key not in replaced else None
            if made and made not in given:
                yield made
        yield from given

    def body(self, seat: str, key: str, *, on: date) -> Unit | None:
        """The body of a place that a template describes, None where it had none on that day."""
        pair = seat, key
        if pair in self._named or pair in self._made or key not in self.templates or pair in self._given:
            record = self.body_record(seat, key=key)
            return self.as_of(record, on=on) if record else None
        self._named.add(pair)
        return self._usual_body(seat, key, on)

    def _usual_body(self, seat: str, key: str, on: date) -> Unit | None:
        """The same without its record, which is made when more is asked: most bodies are named once."""
        uid, place = agency_uid(key, seat=seat), self._records.get(seat)
        if uid in self._records or place is None:
            given = self._records.get(uid)
            return self.as_of(given, on=on) if given else None
        unit, at = agencies.unit(self.templates[key], uid=uid, place=place, on=on)
        if unit is None:
            return None
        self._waiting[uid] = seat, key
        return self._units.setdefault((uid, at), unit)

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

    def central(self, *, on: date) -> Iterator[Unit]:
        """The central bodies of a day."""
        found = (self.as_of(one, on=on) for one in self._central)
        return (unit for unit in found if unit)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The names of all places."""
        return Gazetteer(filter(is_place, self._records.values()))

    @cached_property
    def forms(self) -> Forms[Target]:
        """Names of bodies without their place."""
        return body_forms(self._records, templates=self.templates.values())

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
        """A usual agency that nobody has asked for yet."""
        found = self._waiting.get(uid) or self._usual.owner(uid)
        made = self._make(*found) if found else None
        return made if made and made.uid == uid else None

    @cached_property
    def _usual(self) -> UsualUids:
        return UsualUids(filter(is_place, self._records.values()), self.templates.values())


def _unit(record: Record, state: State) -> Unit:
    return Unit(
        uid=record.uid,
        name=state.name,
        kind=state.kind,
        level=record.level,
        since=record.states[0].since,
        until=record.states[-1].until,
    )
