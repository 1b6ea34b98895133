"""The lines of both files, and what ``place_changes.toml`` changes in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

Change = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Span:
    """A line of ``places.tsv``; dates as text, "" where there is none."""

    unit: str
    kind: str
    name: str
    parent: str
    since: str = ""
    until: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Heir:
    """A line of ``place_heirs.tsv``."""

    unit: str
    heir: str
    share: str
    act: str


def apply(
    table: dict[str, list[Change]], *, days: dict[str, str], spans: list[Span], heirs: list[Heir]
) -> tuple[list[Span], list[Heir]]:
    """The lines with the changes before and after July 2025; ``days`` are those of the acts."""
    made = {heir for change in table["ended"] + table["divided"] for heir in change["heirs"] if "@" in heir}
    for unit in sorted(made):
        spans, heirs = _begun(unit, spans=spans, heirs=heirs)
    for change in table["ended"]:
        span = Span(
            change["unit"], change["kind"], change["name"], change["parent"], until=days[change["act"]]
        )
        spans = [*spans, span]
    for change in table["ended"] + table["divided"]:
        share = "whole" if change in table["ended"] and len(change["heirs"]) == 1 else "part"
        heirs = heirs + [Heir(change["unit"], heir, share, change["act"]) for heir in change["heirs"]]
    for change in table["ended"] + table["divided"] + table["moved"]:
        for unit in change.get("communes", []):
            spans = _split(unit, day=days[change["act"]], spans=spans, was={"parent": change["unit"]}, now={})
    for change in table["restyled"]:
        was, now = change.get("was", {}), change.get("now", {})
        for unit in change["units"]:
            spans = _split(unit, day=days[change["act"]], spans=spans, was=was, now=now)
    return spans, heirs


def _begun(unit: str, *, spans: list[Span], heirs: list[Heir]) -> tuple[list[Span], list[Heir]]:
    """The lines where the unit of June 2025 is one that began on the day that ``unit`` names."""
    code = unit.partition("@")[0]
    named = [replace(span, unit=unit) if span.unit == code else span for span in spans]
    placed = [replace(span, parent=unit) if span.parent == code else span for span in named]
    return placed, [replace(heir, unit=unit) if heir.unit == code else heir for heir in heirs]


def _split(unit: str, *, day: str, spans: list[Span], was: dict[str, str], now: dict[str, str]) -> list[Span]:
    """The span of a unit that holds ``day`` becomes two, with what was before and what is since."""
    [place] = [
        place
        for place, span in enumerate(spans)
        if span.unit == unit and span.since < day and (not span.until or day < span.until)
    ]
    old = spans[place]
    return [
        *spans[:place],
        replace(old, until=day, **was),
        replace(old, since=day, **now),
        *spans[place + 1 :],
    ]
