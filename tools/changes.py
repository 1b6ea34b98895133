"""What the lists of June and July 2025 do not hold, put into the lines."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from lines import Heir, Span

Change = dict[str, Any]


@dataclass(frozen=True)
class Changes:
    """What the lists of June and July 2025 do not hold, as in ``place_changes.toml``; ``also`` are other names by unit.

    ``days`` are those of the acts.
    """

    days: dict[str, str]
    ended: list[Change] = field(default_factory=list)
    divided: list[Change] = field(default_factory=list)
    moved: list[Change] = field(default_factory=list)
    restyled: list[Change] = field(default_factory=list)
    also: dict[str, str] = field(default_factory=dict)

    @property
    def begun(self) -> dict[str, str]:
        """Code → unit, of those units of June 2025 that began on a day: an heir names the day."""
        heirs = {heir for change in self.ended + self.divided for heir in change["heirs"]}
        return {heir.partition("@")[0]: heir for heir in heirs if "@" in heir}

    def to_spans(self, spans: list[Span]) -> list[Span]:
        begun = self.begun
        lines = [
            replace(
                span,
                unit=begun.get(span.unit, span.unit),
                parent=begun.get(span.parent, span.parent),
                also=self.also.get(span.unit, ""),
            )
            for span in spans
        ]
        for change in self.ended + self.divided + self.moved:
            for code in change.get("communes", []):
                self._split(begun.get(code, code), change, lines=lines, was={"parent": change["unit"]})
        for change in self.ended:
            style = (change["kind"], change["name"], change["parent"])
            lines.append(Span(change["unit"], *style, until=self.days[change["act"]]))
        for change in self.restyled:
            for unit in change["units"]:
                self._split(unit, change, lines=lines, was=change.get("was", {}), now=change.get("now", {}))
        return lines

    def to_heirs(self, heirs: list[Heir]) -> list[Heir]:
        begun = self.begun
        lines = [
            replace(line, unit=begun.get(line.unit, line.unit), heir=begun.get(line.heir, line.heir))
            for line in heirs
        ]
        for change in self.ended + self.divided:
            share = "whole" if change in self.ended and len(change["heirs"]) == 1 else "part"
            found = [
                Heir(change["unit"], heir, change.get("share", share), change["act"])
                for heir in change["heirs"]
            ]
            lines += found or [Heir(change["unit"], "", "", change["act"])]
        return lines

    def _split(
        self,
        unit: str,
        change: Change,
        *,
        lines: list[Span],
        was: dict[str, str],
        now: dict[str, str] | None = None,
    ) -> None:
        """The span of a unit that holds the day becomes two; a unit that began that day has only what is since."""
        day = self.days[change["act"]]
        if unit.endswith(f"@{day}"):
            return
        [place] = [
            place
            for place, span in enumerate(lines)
            if span.unit == unit and span.since < day and (not span.until or day < span.until)
        ]
        old = lines[place]
        lines[place : place + 1] = [
            replace(old, until=day, **was),
            replace(old, since=day, also="", **(now or {})),
        ]
