"""The administrative units of the country over time: ``places.tsv``, ``place_heirs.tsv`` and ``place_acts.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple, TypeVar, cast

from vanban.grammar.lexicon import table
from vanban.units.model import Level, Link, Record, State, Succession, agency_uid, place_uid

ROOT = agency_uid("chinh-phu", seat="")
"""The Government, to which provinces belong in the state tree."""
LEVELS: dict[int, Level] = {2: "province", 3: "district", 5: "commune"}
"""How many digits a national code has."""


Span = TypeVar("Span", State, Link)


class Act(NamedTuple):
    """The act on which a change rests, the day of the change, and the province whose communes it concerns."""

    number: str
    effective: date
    is_verified: bool
    province: str = ""


@cache
def records() -> tuple[Record, ...]:
    """The provinces, districts and communes from 2023 to today."""
    lines = _rows("places.tsv")
    return tuple(_record(unit, lines=list(spans)) for unit, spans in groupby(lines, key=itemgetter(0)))


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
                share=cast("Literal['whole', 'part'] | None", share or None),
                is_default=share == "whole",
                source=number,
                is_verified=act.is_verified,
            )
        )
    return tuple(found)


@cache
def acts() -> dict[str, Act]:
    """The acts by their numbers."""
    rows = (
        Act(row["number"], row["effective"], row["verified"], row.get("province", ""))
        for row in table("place_acts")["act"]
    )
    return {act.number: act for act in rows}


@cache
def uid(unit: str) -> str:
    """The uid of a unit as the files write it: "03390", or "03390@2025-07-01" where it began on that day."""
    code, _, since = unit.partition("@")
    return place_uid(code, level=LEVELS[len(code)], since=_day(since))


def _rows(name: str) -> Iterator[list[str]]:
    """The fields of each line after the comment and the heading."""
    text = files("vanban.data").joinpath(name).read_text(encoding="utf-8")
    heading = text.index("\nunit\t") + 1
    return (line.split("\t") for line in text[heading:].splitlines()[1:])


def _record(unit: str, *, lines: list[list[str]]) -> Record:
    """A unit from its lines, each a span of its life."""
    code, _, began = unit.partition("@")
    states, links = [], []
    for _unit, kind, name, parent, since, until, _mark, _also in lines:
        states.append(_state(kind, name=name, since=since or began, until=until))
        links.append(_link(parent, since=since or began, until=until))
    if len(lines) > 1:
        states, links = _joined(states), _joined(links)
    aliases = (lines[0][-1],) if lines[0][-1] else ()
    verified = not any(line[-2] for line in lines)
    level = LEVELS[len(code)]
    return Record(uid(unit), level, tuple(states), tuple(links), code, verified, aliases=aliases)


def _state(kind: str, *, name: str, since: str, until: str) -> State:
    full = f"{kind.capitalize()} {name}"
    # Nobody says "1" for "Phường 1".
    return State(full, kind, full if name.isdigit() else name, _day(since), _day(until))


def _joined(spans: list[Span]) -> list[Span]:
    """Spans that follow each other and say the same, as one."""
    found = spans[:1]
    for span in spans[1:]:
        if replace(span, since=found[-1].since, until=found[-1].until) == found[-1]:
            found[-1] = replace(found[-1], until=span.until)
        else:
            found.append(span)
    return found


@cache
def _link(parent: str, *, since: str, until: str) -> Link:
    """One value for all communes of a district: thousands are equal."""
    return Link(uid(parent) if parent else ROOT, "state", _day(since), _day(until))


@cache
def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
