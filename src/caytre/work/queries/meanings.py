"""What the names of a document mean: as units of its day, and who stands for them today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from caytre.units.queries.directory import directory
from caytre.work.models import Plan
from caytre.work.rules.suggesting import Meaning, Named
from vanban.units import Directory, resolve
from vanban.units.model import Unit


def meanings(plan: Plan, *, today: date) -> Meaning:
    """How names are understood in the document of a plan: as of the plan's day, near the unit that issued it; where
    that one is not known, near the unit that has the plan, to be confirmed by a person."""
    issuer = plan.document.issuer if plan.document else ""
    return _meanings(directory(), issuer, str(plan.unit_id), plan.on, today)


@lru_cache(maxsize=16)
def _meanings(among: Directory, issuer: str, office: str, on: date, today: date) -> Meaning:
    """The same names are asked again with every key that somebody presses on the page."""
    meant = resolve(issuer, among=among, on=on)
    within = meant.unit.uid if meant.unit else None

    @lru_cache(maxsize=4096)
    def meaning(name: str) -> Named:
        found = _named(name, among, on, within, today)
        if within or found.is_settled:
            return found
        near = _named(name, among, on, office, today)
        return replace(near, is_offered=True) if near.is_settled else found

    return meaning


def _named(name: str, among: Directory, on: date, within: str | None, today: date) -> Named:
    found = resolve(name, among=among, on=on, within=within, today=today)
    units = found.members if found.is_set else (found.unit,) if found.unit else ()
    now = dict.fromkeys(heir for unit in units for heir in _today(unit, among, today))
    return Named(name, found, tuple(now))


def _today(unit: Unit, among: Directory, today: date) -> Iterator[Unit]:
    """The unit itself while it exists, else those that took over from it."""
    if unit.until is None or unit.until > today:
        yield unit
    else:
        yield from (heir.unit for heir in among.heirs(unit.uid, today=today))
