"""Which bodies the facts of a document name, and what each name means on the day of the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vanban.units import Directory, resolve
from vanban.units.model import Resolution

LEAD, COORDINATE, REPORT = "lead", "coordinators", "who"


@dataclass(frozen=True, slots=True)
class Body:
    """A name as the document writes it, how many tasks and reports it stands in by role, and what it means."""

    name: str
    counts: Mapping[str, int]
    meaning: Resolution


@dataclass(frozen=True, slots=True)
class Bodies:
    """``on`` is the day as of which the names are understood, ``issuer`` what the issuer's own name means."""

    on: date
    issuer: Resolution
    found: tuple[Body, ...]


def bodies_of(content: Mapping[str, Any], *, among: Directory, received: date, today: date) -> Bodies:
    """The issuer, and every body that leads, takes part or reports, in the order in which they come.

    A document without a date counts as of the day on which it was ``received``.
    """
    header = content["header"]
    on = day_of(header["date"], default=received)
    issuer = resolve(header["issuer"] or "", among=among, on=on, today=today)
    within = issuer.unit.uid if issuer.unit else None
    counts: dict[str, dict[str, int]] = {}
    first: dict[
        str, str
    ] = {}  # how a name is written where it comes first, in large letters or in small ones
    for role, name in _names(content):
        here = counts.setdefault(first.setdefault(name.casefold(), name), {})
        here[role] = here.get(role, 0) + 1
    found = tuple(
        Body(name, roles, resolve(name, among=among, on=on, within=within, today=today))
        for name, roles in counts.items()
    )
    return Bodies(on, issuer, found)


def day_of(written: str | None, *, default: date) -> date:
    """The day of an ISO date; of a month or a year, whose day is blank, the first."""
    parts = [int(part) for part in (written or "").split("-") if part.isdigit()]
    if not parts:
        return default
    try:
        return date(*[*parts, 1, 1][:3])
    except ValueError:
        return default


def _names(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for part, roles in (("tasks", (LEAD, COORDINATE)), ("reports", (REPORT,))):
        for item in content[part]:
            for role in roles:
                yield from ((role, unit["name"]) for unit in item[role] or ())
