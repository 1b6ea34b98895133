"""Which units somebody means, by words of their names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from caytre.units.models import Unit
from caytre.units.queries.spans import span
from caytre.units.rules import finding
from caytre.units.rules.outline import Node, lies_in, node_of
from vanban.units import resolve
from vanban.units.directory import Directory

MOST = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit that was found, and where it lies in words."""

    node: Node
    lies_in: str


@dataclass(frozen=True, slots=True)
class Found:
    """The best of what was found, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


def find(asked: str, *, among: Directory, on: date, within: str = "", most: int = MOST) -> Found:
    """The units of a day that hold these words, and the usual agencies that are called so.

    ``within`` is the unit from which a name without its place is seen.
    """
    meant = resolve(asked, among=among, on=on, within=within or None) if finding.words(asked) else None
    named = [unit.uid for unit in (meant.unit, *meant.members, *meant.candidates) if unit] if meant else []
    uids = dict.fromkeys([entry.uid for entry in finding.search(_index(among, on), asked=asked)])
    sure = [meant.unit.uid] if meant and meant.unit else []
    uids = dict.fromkeys([*sure, *uids, *named])
    return Found(tuple(hit_of(uid, among=among, on=on) for uid in list(uids)[:most]), len(uids))


def hit_of(uid: str, *, among: Directory, on: date) -> Hit:
    """A unit that is known, as a row of what was found."""
    record = among.get(uid)
    assert record is not None
    return Hit(node_of(record, on=on), lies_in(among, unit=uid, on=on))


def _index(among: Directory, on: date) -> tuple[finding.Entry, ...]:
    mark, since = span(on)
    return _entries(mark, among, since)


@lru_cache(maxsize=6)
def _entries(mark: UUID | None, among: Directory, since: date) -> tuple[finding.Entry, ...]:
    uids = map(str, Unit.objects.values_list("pk", flat=True).iterator())
    return finding.index(among, uids=uids, on=since)
