"""What the lists of usual agencies are made of, and how a row of them is read.

The lists are ``agencies-LEVEL.toml`` in ``vanban/data``; what their fields mean stands at the top of ``agencies.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from vanban.grammar.lexicon import table
from vanban.units.model import ALL, Level, Tree
from vanban.units.spans import Span

At = Literal["same", "successor", "province", "communes"]
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@dataclass(frozen=True, slots=True)
class HeirRule:
    """Who takes over from a template's body on ``on``; ``key`` "" is an open question.

    ``at`` says where: "same" place; "successor" the same place if it goes on, else those of its level that took over;
    "province" the one above it that day; "communes" those that took over a district. ``on`` is the template's end,
    but earlier where the body goes on without the field ``scope``, and later where others did the work in between.
    """

    key: str
    on: date
    at: At = "same"
    scope: str = ALL
    is_default: bool = False
    source: str = ""
    is_verified: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A usual agency of a level. ``name`` and ``aliases`` are patterns; aliases stand without the place.

    ``above`` is the body above it at the same place (from ``above_since``), ``higher`` those above it at the place
    above, in the order to try. Not ``is_everywhere``: only some places have one; ``places`` and ``without`` are the
    codes of provinces known to have one or none.
    """

    key: str
    level: Level
    kind: str
    name: str
    source: str
    tree: Tree = "state"
    aliases: tuple[str, ...] = ()
    above: str = ""
    above_since: date | None = None
    higher: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    is_everywhere: bool = True
    places: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    of_kinds: tuple[str, ...] = ()
    heirs: tuple[HeirRule, ...] = ()
    is_verified: bool = False
    note: str = ""

    @property
    def life(self) -> Span:
        return Span(self.since, self.until)

    @property
    def bare(self) -> str:
        """The pattern of the name without the place."""
        return self.name.removesuffix(" {place}").removesuffix(" {short}")


def listed(level: Level) -> Iterator[Template]:
    """The templates of a level as its list has them; a series ("khu vực I" …) gives one for each number."""
    for row in table(f"agencies-{level}")["agency"]:
        for number in range(1, row["count"] + 1) if "count" in row else (0,):
            yield _template(row, level=level, number=number)


def _template(row: dict[str, Any], *, level: Level, number: int) -> Template:
    aliases = (*row.get("aliases", ()), *row.get("ambiguous", ()))
    return Template(
        key=f"{row['key']}-{number:02}" if number else row["key"],
        level=level,
        kind=row["kind"],
        name=_numbered(row["name"], number),
        source=row["source"],
        tree=row.get("tree", "state"),
        aliases=tuple(_numbered(alias, number) for alias in aliases),
        above=row.get("above", ""),
        above_since=row.get("above_since"),
        higher=tuple(row.get("higher", ())),
        since=row.get("since"),
        until=row.get("until"),
        is_everywhere=row.get("everywhere", True) and not row.get("places"),
        places=tuple(row.get("places", ())),
        without=tuple(row.get("except", ())),
        of_kinds=tuple(row.get("of_kinds", ())),
        heirs=tuple(_rule(heir, row) for heir in row.get("heirs", ())),
        is_verified=row.get("verified", False),
        note=row.get("note", ""),
    )


def _rule(heir: dict[str, Any], row: dict[str, Any]) -> HeirRule:
    return HeirRule(
        key=heir["key"],
        on=heir.get("on") or row["until"],
        at=heir.get("at", "same"),
        scope=heir.get("scope", ALL),
        is_default=heir.get("default", False),
        source=heir.get("source", row["source"]),
        is_verified=heir.get("verified", False),
    )


def _numbered(pattern: str, number: int) -> str:
    """{n} and {d} filled with a number below 40, in Roman and in Arabic."""
    if not number:
        return pattern
    roman = "X" * (number // 10) + _ONES[number % 10]
    return pattern.replace("{n}", roman).replace("{d}", str(number))
