"""One unit over time: what it was called, to whom it belonged, from whom it took over and who took over from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from caytre.units.rules.outline import TREES, Node, lies_in, node_of
from vanban.units.directory import Directory
from vanban.units.model import Heir, Record, Tree


@dataclass(frozen=True, slots=True)
class Above:
    """To whom a unit belonged in one tree during ``[since, until)``; ``unit`` as it was called then."""

    tree: Tree
    unit: Node
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Kin:
    """A unit that took over, or from which was taken over; ``lies_in`` says where it lay.

    ``scope`` is a field of work, "*" everything; ``share`` "whole" or "part" of a territory, "" where nothing says.
    ``now`` are the units of today that have it, where the map of today was asked for.
    """

    unit: Node
    lies_in: str
    scope: str = "*"
    share: str = ""
    is_verified: bool = False
    source: str = ""
    on: date | None = None


def parents(directory: Directory, *, of: str) -> tuple[Above, ...]:
    """Everybody to whom a unit ever belonged, tree by tree, the last first."""
    record = directory.get(of)
    links = sorted(
        record.links if record else (), key=lambda link: (TREES.index(link.tree), _backward(link.since))
    )
    found = []
    for link in links:
        parent = directory.get(link.parent)
        if parent:
            on = link.until - timedelta(days=1) if link.until else date.max
            found.append(Above(link.tree, node_of(parent, on=on), link.since, link.until))
    return tuple(found)


def heirs(directory: Directory, *, of: str, on: date) -> tuple[Kin, ...]:
    """Who of the day ``on`` took over from a unit that ended by then."""
    return tuple(_kin(heir, directory, on) for heir in directory.heirs(of, today=on))


def predecessors(
    directory: Directory, *, of: str, before: Iterable[str], seats: Iterable[str]
) -> tuple[Kin, ...]:
    """From whom a unit took over, as they were on their last day.

    ``before`` are those of whom a row says so. The usual agencies say it by their templates: looked at are those of
    the ``seats``, the place of the unit and those that this took over from.
    """
    record = directory.get(of)
    usual = _ended(directory, seats) if record and record.template else ()
    found = (directory.get(uid) for uid in dict.fromkeys([*before, *usual]) if uid != of)
    return tuple(kin for one in found if one for kin in _taken(one, of, directory))


def _taken(record: Record, heir: str, directory: Directory) -> Iterator[Kin]:
    """What ``heir`` got of a unit when that ended."""
    end = record.states[-1].until
    for one in directory.heirs(record.uid, today=end) if end else ():
        if one.unit.uid == heir and end:
            last = end - timedelta(days=1)
            yield Kin(
                node_of(record, on=last), lies_in(directory, unit=record.uid, on=last), one.scope, one.share or "",
                one.is_verified, one.source, end,
            )  # fmt: skip


def _ended(directory: Directory, seats: Iterable[str]) -> Iterator[str]:
    """The usual agencies of some places that ended."""
    for seat in seats:
        for key in directory.templates:
            body = directory.body_record(seat, key=key)
            if body and body.states[-1].until is not None:
                yield body.uid


def _kin(heir: Heir, directory: Directory, on: date) -> Kin:
    record = directory.get(heir.unit.uid)
    assert record is not None
    where = lies_in(directory, unit=record.uid, on=on)
    return Kin(
        node_of(record, on=on), where, heir.scope, heir.share or "", heir.is_verified, heir.source,
        record.states[0].since,
    )  # fmt: skip


def _backward(since: date | None) -> int:
    return -(since.toordinal() if since else 0)
