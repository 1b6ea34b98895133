"""Who existed when: places and bodies, to whom they belonged, who took over. The shipped national set and the rows
of a database give the same kind of directory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from vanban.units.bodynames import KINDS, is_place
from vanban.units.heirs import heirs_of
from vanban.units.model import Heir, Level, Link, Record, Succession, Tree, Unit
from vanban.units.store import Store, covers
from vanban.units.templates import Template

if TYPE_CHECKING:
    from vanban.units.resolving import Resolver

__all__ = ["KINDS", "Directory", "covers", "is_place"]
_MOST_SEEN = 4_000


class Directory(Store):
    """All units that are known, as of any date. It never changes."""

    def __init__(
        self,
        records: Iterable[Record],
        successions: Iterable[Succession] = (),
        templates: Iterable[Template] = (),
    ) -> None:
        super().__init__(records, templates)
        self._seen: dict[tuple[str, Level, date], tuple[Unit, ...]] = {}
        self._provinces = [one for one in self._records.values() if one.level == "province" and is_place(one)]
        self._below: dict[tuple[Tree, str], list[tuple[str, Link]]] = defaultdict(list)
        for one in self._records.values():
            for link in one.links:
                self._below[link.tree, link.parent].append((one.uid, link))
        self._successions: dict[str, list[Succession]] = defaultdict(list)
        for succession in successions:
            self._successions[succession.predecessor].append(succession)

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
        keys = [
            one.key for one in self.templates.values() if record.template in one.higher and one.tree == tree
        ]
        if not record.template or not keys:
            return
        for place in self.children(record.seat, on=on) if record.seat else self.provinces(on=on):
            for key in keys:
                body = self.body(place.uid, key, on=on)
                if body and self.above(body.uid, on=on, tree=tree) == record.uid:
                    yield body

    def of_level(self, level: Level, *, on: date) -> Iterator[Record]:
        """The administrative units of a level on a day."""
        records = self._provinces if level == "province" else self._records.values()
        return (one for one in records if one.level == level and is_place(one) and self.as_of(one, on=on))

    def provinces(self, *, on: date) -> Iterator[Record]:
        """The provinces and cities directly under the Government on a day."""
        return (one for one in self._provinces if self.as_of(one, on=on))

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

    def places_below(self, uid: str, *, level: Level, on: date) -> tuple[Unit, ...]:
        """The administrative units of a level below one on a day; "" is the country, whose provinces are known."""
        key = uid, level, on
        if key not in self._seen:
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            found = self.territory(uid, on=on) if uid else self._provinces
            units = (self.as_of(one, on=on) for one in found if one.level == level)
            self._seen[key] = tuple(unit for unit in units if unit)
        return self._seen[key]

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
