"""Rows of lists, made ready so that a template has nothing left to do but to print them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.web.seeing.wording import age, going
from caytre.work.queries.listing import Row
from vanban.units import Directory

LONGEST = 220
_NONE = UUID(int=0)


class Shown(NamedTuple):
    """One occurrence in words. ``colour`` names how it stands, which ``standing`` says."""

    address: str
    text: str
    unit: str
    unit_id: UUID
    giver: str
    due: str
    colour: str
    standing: str
    percent: int
    age: str
    holder: str
    kind: str


def shown(rows: Iterable[Row], *, on: date) -> list[Shown]:
    """The rows as a page lists them on a day."""
    named, before, after = names(on), *occurrence_address()
    return [
        Shown(
            f"{before}{row.id}{after}" if before else "",
            row.text if len(row.text) <= LONGEST else row.text[:LONGEST].rsplit(" ", 1)[0] + " …",
            named(row.unit), row.unit, named(row.giver) if row.giver != row.unit else "",
            f"{row.due_on:%d/%m/%Y}" if row.due_on else "", *going(row, on=on), row.percent, age(row, on=on),
            row.holder_name, row.kind,
        )
        for row in rows
    ]  # fmt: skip


def names(on: date) -> Callable[[UUID], str]:
    """What units are called on a day."""
    among = directory()
    return lambda unit: _name(unit, among, on)


@lru_cache(maxsize=65_536)
def _name(unit: UUID, among: Directory, on: date) -> str:
    return name_of(str(unit), among=among, on=on)


@cache
def occurrence_address() -> tuple[str, str]:
    """What stands before and after the key in the address of an occurrence."""
    try:
        before, _, after = reverse("occurrence", kwargs={"key": _NONE}).partition(str(_NONE))
    except NoReverseMatch:
        return "", ""
    return before, after
