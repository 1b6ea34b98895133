"""Which units a name can mean, seen from one unit on one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from vanban.grammar.lexicon import table
from vanban.units.directory import Directory, covers, is_place
from vanban.units.forms import Target
from vanban.units.model import Record, Unit
from vanban.units.reading import Named, Spot, Spots
from vanban.units.wording import HERE

if TYPE_CHECKING:
    from vanban.units.sets import SetName

_FAR = 99


class Sight:
    """The units around one: itself, those above it, those below it, then the rest of the country.

    ``within`` is the issuer of a document or its place; None sees the whole country alike.
    """

    def __init__(self, among: Directory, *, on: date, within: str | None) -> None:
        self.among = among
        self.on = on
        self.within = among.get(within) if within else None
        self.chain = list(among.chain(within, on=on)) if within else []
        self._steps = {record.uid: step for step, record in enumerate(self.chain)}
        self._places: dict[tuple[Spots, bool], list[Record]] = {}
        self._over: dict[str, tuple[str, ...]] = {}
        self._named: dict[Spot, frozenset[str]] = {}
        self._meant: dict[tuple[Target, Spots, bool], tuple[Unit, ...]] = {}
        self.held: dict[SetName, tuple[Unit, ...]] = {}

    def units(self, named: Iterable[Named], *, is_unmarked: bool = False) -> dict[str, tuple[Unit, Named]]:
        """What the readings of a name mean, by uid: those of the longest body, as near as any."""
        length, found = 0, dict[str, tuple[Unit, Named]]()
        for one in named:
            if found and one.length < length:
                break
            length = one.length
            for unit in self.meant(one, is_unmarked=is_unmarked):
                if unit.uid not in found or found[unit.uid][1].is_post:
                    found[unit.uid] = unit, one
        return self._at_hand(found) if len(found) > 1 else found

    def _at_hand(self, found: dict[str, tuple[Unit, Named]]) -> dict[str, tuple[Unit, Named]]:
        """Of several that are named without a place, those of the nearest place; all, where one name is vague."""
        if any(one.spots or one.is_vague for _, one in found.values()):
            return found
        steps = {uid: self._step_of_body(uid) for uid in found}
        least = min(steps.values())
        return {uid: row for uid, row in found.items() if steps[uid] == least}

    def _step_of_body(self, uid: str) -> int:
        record = self.among.get(uid)
        return self._steps.get(record.seat or uid, _FAR) if record else _FAR

    def meant(self, one: Named, *, is_unmarked: bool = False) -> tuple[Unit, ...]:
        """What one reading of a name can mean."""
        key = one.target, one.spots, is_unmarked
        known = self._meant.get(key)
        if known is None:
            known = self._meant[key] = tuple(self._look_for(one, is_unmarked=is_unmarked))
        return known

    def _look_for(self, one: Named, *, is_unmarked: bool) -> Iterator[Unit]:
        what, key, _ = one.target
        if what == "unit":
            yield from self._given(key, one, is_unmarked=is_unmarked)
            return
        places = self.places(one.spots, is_unmarked=is_unmarked)
        if what == "seat" and not one.spots:
            places = places[:1]
        for place in places:
            if unit := self.among.as_of(place, on=self.on):
                yield from self.body_of(unit, one.target)

    def body_of(self, place: Unit, target: Target) -> Iterator[Unit]:
        """The body of a place that a name without place means, or the place itself."""
        if target.what == "seat":
            yield place
        elif self.among.templates[target.key].level == place.level and target.kind in ("", place.kind):
            body = self.among.body(place.uid, target.key, on=self.on)
            yield from (body,) if body else ()

    def kind_of(self, place: Record) -> str:
        """What kind of place it was that day, "" where it was none."""
        unit = self.among.as_of(place, on=self.on)
        return unit.kind if unit else ""

    def _given(self, uid: str, one: Named, *, is_unmarked: bool) -> Iterator[Unit]:
        record, unit = self.among.get(uid), self.among.unit(uid, on=self.on)
        if record is None or unit is None:
            return
        if not record.seat:
            is_meant = not one.spots
        elif one.spots:
            is_meant = any(
                place.uid == record.seat for place in self.places(one.spots, is_unmarked=is_unmarked)
            )
        else:
            is_meant = record.seat in self._steps or not self.chain
        if is_meant:
            yield unit

    def places(self, spots: Spots, *, is_unmarked: bool = False) -> list[Record]:
        """The places that fit, as near as any: several where it cannot be told which. Without spots, the place of
        the document and those above it."""
        if not spots:
            return self.chain
        key = spots, is_unmarked
        if key not in self._places:
            self._places[key] = self._look(spots, is_unmarked=is_unmarked)
        return self._places[key]

    def _look(self, spots: Spots, *, is_unmarked: bool) -> list[Record]:
        first, *rest = [spot for spot in spots if spot.kind != HERE or spot.key] or spots[:1]
        if not first.key:
            return [one for one in self._relative(first) if self.lies_in_all(one, rest)]
        known = self.among.gazetteer.unmarked if is_unmarked else self.among.gazetteer.places
        found = [
            one
            for one in known.get(first.key, ())
            if self.is_kind(one, first.kind) and self.lies_in_all(one, rest)
        ]
        if not first.kind and len(found) > 1 and (own := [one for one in self.chain if one in found]):
            return own[:1]
        return self._nearest(found)

    def is_kind(self, record: Record, kind: str) -> bool:
        """Whether a place exists that day and is of a kind; "" is any."""
        on = self.on
        for state in record.states:  # without making a unit of each: many places have one name
            if (state.since is None or state.since <= on) and (state.until is None or on < state.until):
                return kind in ("", HERE, state.kind)
        return False

    def _relative(self, spot: Spot) -> list[Record]:
        """ "tỉnh", "thành phố" without a name: the place of the document or one above it, else the only one below."""
        if spot.kind == HERE:
            return self.chain[:1]
        found = [one for one in self.chain if self.is_kind(one, spot.kind)][:1]
        if found or not self.chain:
            return found
        below = [
            one for one in self.among.children(self.chain[0].uid, on=self.on) if self.is_kind(one, spot.kind)
        ]
        return below if len(below) == 1 else []

    def lies_in_all(self, record: Record, spots: Sequence[Spot]) -> bool:
        """Whether a place lay in all of these that day."""
        if not spots:
            return True
        over = self.over(record)
        return all(self._is_in(over, spot) for spot in spots)

    def over(self, place: Record) -> tuple[str, ...]:
        """The uids of the administrative units above one, the nearest first."""
        known = self._over.get(place.uid)
        if known is None:
            parent = self.among.get(self.among.above(place.uid, on=self.on))
            known = self._over[place.uid] = (parent.uid, *self.over(parent)) if parent else ()
        return known

    def _is_in(self, over: tuple[str, ...], spot: Spot) -> bool:
        if not spot.key:
            units = (self.among.get(uid) for uid in over)
            return any(spot.kind == HERE or one is not None and self.is_kind(one, spot.kind) for one in units)
        named = self._named.get(spot)
        if named is None:
            named = self._named[spot] = frozenset(self._named_by(spot))
        return not named.isdisjoint(over)

    def _named_by(self, spot: Spot) -> Iterator[str]:
        """The places of a name and a kind, wherever they lie, whether the name is written with its marks or not."""
        for known in (self.among.gazetteer.places, self.among.gazetteer.unmarked):
            yield from (one.uid for one in known.get(spot.key, ()) if self.is_kind(one, spot.kind))

    def is_above(self, over: str, below: str) -> bool:
        """Whether one unit belonged directly to another that day, in any tree."""
        record = self.among.get(below)
        return record is not None and any(
            link.parent == over and covers(link, on=self.on) for link in record.links
        )

    def is_place(self, uid: str) -> bool:
        """Whether a unit is an administrative unit, and no body."""
        record = self.among.get(uid)
        return record is not None and is_place(record)

    def owner(self) -> str:
        """What the body to which the document belongs is called where a part of it is named."""
        if self.within is None or not self.chain:
            return ""
        if any(link.tree == "party" for link in self.within.links):
            committees: dict[str, str] = table("agencies")["committees"].get(self.chain[0].level, {})
            return committees.get(self.kind_of(self.chain[0]), "")
        return str(table("unit_forms")["government"]["names"][0])

    def _nearest(self, found: list[Record]) -> list[Record]:
        if len(found) < 2 or not self.chain:
            return found
        steps = [self._step(one) for one in found]
        least = min(steps)
        return [one for one, step in zip(found, steps, strict=True) if step == least]

    def _step(self, record: Record) -> int:
        """How far up from the document's place one must go to see a unit at or below."""
        uids = (record.uid, *self.over(record))
        return min((self._steps[uid] for uid in uids if uid in self._steps), default=_FAR)
