"""What a sheet of units means, as things stand now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby
from uuid import UUID, uuid4

from caytre.core.models import User
from caytre.core.refusals import Refused
from caytre.units.queries.directory import directory
from caytre.units.queries.naming import finder
from caytre.units.queries.people import administered
from caytre.units.queries.planning import facts_for
from caytre.units.rules.change import Basis, Change, Newcomer, found
from caytre.units.rules.founding import Above, newcomer
from caytre.units.rules.outline import TREES
from caytre.units.rules.permissions import MayNotChange
from caytre.units.rules.planning import plan
from caytre.units.rules.sheets import Fault, Line, UnitLine, check_units, order
from vanban.units import Directory
from vanban.units.directory import is_place


@dataclass(frozen=True, slots=True)
class Checked:
    """The units of a sheet, in the order of its rows, and each wrong cell."""

    rows: tuple[UnitLine, ...]
    faults: tuple[Fault, ...]

    @property
    def mark(self) -> str:
        """The same for two checks that found the same: what a person confirms."""
        return sha256(repr(self).encode()).hexdigest()

    @property
    def new(self) -> tuple[UnitLine, ...]:
        return tuple(row for row in self.rows if not row.is_known)


def check(lines: Sequence[Line], *, by: User, on: date) -> Checked:
    """Look at every row, writing nothing. ``by`` is who would do it, as a door has loaded them."""
    among = directory()
    find = finder(by, among=among, on=on)
    rows, faults = check_units(lines, find=find, existing=_existing(among), on=on)
    theirs = administered(by.reach, among=among, on=on)
    places = {line.number: line.places for line in lines}
    for row in rows:
        if row.parent and not row.is_known and not theirs(row.parent):
            faults.append(Fault(places[row.row]["Cấp trên"], MayNotChange.sentence, {}))
    return Checked(tuple(rows), tuple(sorted(faults, key=lambda fault: order(fault.cell))))


def changes(rows: Sequence[UnitLine]) -> list[tuple[Change, dict[UUID, UnitLine]]]:
    """The events that found the new units, in the order in which they take effect, each with the rows of its units.

    Units of one day and one legal basis are one event.
    """
    among = directory()
    ordered = sorted((row for row in rows if not row.is_known), key=lambda row: (row.since, row.row))
    ids = {row.row: uuid4() for row in ordered}
    made: dict[int, Newcomer] = {}
    found_by = []
    for (since, basis), group in groupby(ordered, key=lambda row: (row.since, row.legal_basis)):
        new = {}
        for row in group:
            made[row.row] = newcomer(row, id=ids[row.row], above=_above(row, made, among))
            new[ids[row.row]] = row
        units = [made[row.row] for row in new.values()]
        found_by.append((found(*units, basis=Basis(since, legal_basis=basis)), new))
    return found_by


def why_not(change: Change, *, rows: dict[UUID, UnitLine]) -> list[tuple[UnitLine, Refused]]:
    """The units of an event that cannot be founded, and why; those that hang below such a one are not named."""
    facts = facts_for(change)
    sound: list[Newcomer] = []
    wrong = []
    out: set[UUID] = set()
    for new in change.founded:
        if any(parent in out for _, parent in new.parents):
            out.add(new.id)
            continue
        try:
            plan(found(*sound, new, basis=change.basis), facts=facts)
        except Refused as refusal:
            out.add(new.id)
            wrong.append((rows[new.id], refusal))
        else:
            sound.append(new)
    return wrong


def _above(row: UnitLine, made: dict[int, Newcomer], among: Directory) -> Above:
    """The parent of a row: a unit of the directory, or one of a row above."""
    if row.parent_row:
        return Above.of(made[row.parent_row])
    record = among.get(row.parent)
    assert record is not None
    tree = next((link.tree for link in record.links if link.until is None), "state")
    return Above(
        UUID(record.uid), record.level, tree, UUID(record.seat) if record.seat else None, is_place(record)
    )


def _existing(among: Directory) -> Callable[[str, str, date], str]:
    """The uid of a unit of that name under that parent on a day."""
    known: dict[tuple[str, date], dict[str, str]] = {}

    def existing(name: str, parent: str, on: date) -> str:
        if (parent, on) not in known:
            lower = [unit for tree in TREES for unit in among.below(parent, on=on, tree=tree)]
            known[parent, on] = {unit.name.casefold(): unit.uid for unit in reversed(lower)}
        return known[parent, on].get(name.casefold(), "")

    return existing
