"""The administrative units of the country over time: ``places.tsv``, ``place_heirs.tsv`` and ``place_acts.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Literal, NamedTuple, cast

from vanban.units.model import Level, Link, Record, State, Succession, agency_uid, place_uid

ROOT = agency_uid("chinh-phu", seat="")
"""The Government, to which provinces belong in the state tree."""
LEVELS: dict[int, Level] = {2: "province", 3: "district", 5: "commune"}
"""How many digits a national code has."""


class Line(NamedTuple):
    """A span of a unit's life: what it was called and whose it was; dates as written, "" for none."""

    unit: str
    kind: str
    name: str
    parent: str
    since: str
    until: str
    mark: str


class Act(NamedTuple):
    """The act on which a change rests, and the day of the change."""

    number: str
    effective: date
    is_verified: bool


@cache
def records() -> tuple[Record, ...]:
    """Provinces, districts and communes of June 2025 and since 1 July 2025."""
    lines = (Line(*fields) for fields in _rows("places.tsv"))
    return tuple(_record(unit, lines=list(group)) for unit, group in groupby(lines, key=lambda line: line.unit))


@cache
def successions() -> tuple[Succession, ...]:
    """Which units took over the territory of those that ended. All of a unit's duties fall to an heir only where it
    is the only one."""
    known = acts()
    found = []
    for unit, heir, share, number in _rows("place_heirs.tsv"):
        act = known[number]
        found.append(
            Succession(
                predecessor=uid(unit),
                successor=uid(heir) if heir else "",
                on=act.effective,
                share=cast(Literal["whole", "part"] | None, share or None),
                is_default=share == "whole",
                source=number,
                is_verified=act.is_verified,
            )
        )
    return tuple(found)


@cache
def acts() -> dict[str, Act]:
    """The acts by their numbers."""
    table = tomllib.loads(files("vanban.data").joinpath("place_acts.toml").read_text(encoding="utf-8"))
    return {row["number"]: Act(row["number"], row["effective"], row["verified"]) for row in table["act"]}


@cache
def uid(unit: str) -> str:
    """The uid of a unit as the files write it: "03390", or "03390@2025-07-01" where it began on that day."""
    code, _, since = unit.partition("@")
    return place_uid(code, level=LEVELS[len(code)], since=_day(since))


def _rows(name: str) -> Iterator[list[str]]:
    """The fields of each line after the comment and the heading."""
    text = files("vanban.data").joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    next(lines)
    return (line.split("\t") for line in lines)


def _record(unit: str, *, lines: list[Line]) -> Record:
    code, _, began = unit.partition("@")
    return Record(
        uid=uid(unit),
        level=LEVELS[len(code)],
        states=tuple(
            State(
                name=f"{kind.capitalize()} {name}",
                kind=kind,
                short=f"{kind.capitalize()} {name}" if name.isdigit() else name,
                since=_day(same[0].since or began),
                until=_day(same[-1].until),
            )
            for (kind, name), same in _spans(lines, key=("kind", "name"))
        ),
        links=tuple(
            Link(
                parent=uid(parent) if parent else ROOT,
                since=_day(same[0].since or began),
                until=_day(same[-1].until),
            )
            for (parent,), same in _spans(lines, key=("parent",))
        ),
        code=code,
        code_is_verified=not any(line.mark for line in lines),
    )


def _spans(lines: list[Line], *, key: tuple[str, ...]) -> list[tuple[tuple[str, ...], list[Line]]]:
    """Lines that follow each other and have the same values, as one span."""
    groups = groupby(lines, key=lambda line: tuple(getattr(line, name) for name in key))
    return [(values, list(same)) for values, same in groups]


@cache
def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
