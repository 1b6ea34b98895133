"""The usual agencies of each level over time, as templates: with a place, a template makes one body.

The lists are ``agencies-LEVEL.toml`` in ``vanban/data``; what their fields mean stands at the top of ``agencies.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from vanban.grammar.lexicon import table
from vanban.units.model import ALL, Level, Link, Record, State, Tree, agency_uid

At = Literal["same", "successor", "province", "communes"]
_HOLES = (" {place}", " {short}")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@dataclass(frozen=True, slots=True)
class HeirRule:
    """Who takes over from a template's body on ``on``; ``key`` "" is an open question.

    ``at`` says where: "same" place; "successor" the same place if it goes on, else those of its level that took over;
    "province" the one above it that day; "communes" those that took over a district. ``scope`` is one of
    :func:`scopes` or "*".
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
    above, in the order to try. Not ``is_everywhere``: only some places have one, ``places`` and ``without`` are the
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


class _Span(NamedTuple):
    since: date | None
    until: date | None


@cache
def scopes() -> Mapping[str, str]:
    """The fields of work that a succession may name, with what they are in Vietnamese."""
    return MappingProxyType(table("agencies")["scopes"])


@cache
def templates() -> Mapping[str, Template]:
    """All templates by their keys; a series ("khu vực I" …) gives one for each number."""
    found = {one.key: one for level in get_args(Level) for one in _listed(level)}
    return MappingProxyType(found)


def passing(template: Template, *, on: date) -> HeirRule:
    """The rule for a body whose place is taken over by others of its level on ``on``: the same body there."""
    rule = table("agencies")["passing"]
    return HeirRule(template.key, on, rule["at"], ALL, True, rule["source"], rule["verified"])


def name_of(template: Template, *, place: State | None = None) -> str:
    """The full name of the template's body at a place ("Ban Tuyên giáo Tỉnh ủy Bến Mây"); a central one needs none."""
    return _filled(template.name, place)


def spellings(template: Template, *, place: State | None = None) -> tuple[str, ...]:
    """What the body is called where the place goes without saying: the name without it, then the other spellings."""
    patterns = (template.name, *template.aliases)
    for hole in _HOLES:
        patterns = tuple(pattern.removesuffix(hole) for pattern in patterns)
    return tuple(dict.fromkeys(_filled(pattern, place) for pattern in patterns))


def record(template: Template, *, place: Record) -> Record | None:
    """The template's body at a place, or None where there is none or never at the same time.

    A body of which only some places have one is made as well: whoever asks has seen its name.
    """
    if not _is_possible(template, place):
        return None
    states = tuple(_states(template, place))
    if not states:
        return None
    life = _Span(states[0].since, states[-1].until)
    return Record(
        uid=agency_uid(template.key, seat=place.uid),
        level=template.level,
        states=states,
        links=(*_links_up(template, place, life), *_links_at_place(template, place, life)),
        seat=place.uid,
        template=template.key,
        aliases=spellings(template, place=place.states[-1]),
    )


@cache
def central() -> tuple[Record, ...]:
    """The central bodies: records without a seat."""
    return tuple(_central(one) for one in templates().values() if one.level == "central")


def _central(template: Template) -> Record:
    life = _Span(template.since, template.until)
    name = name_of(template)
    links = []
    if template.above:
        over = templates()[template.above]
        span = _meet(life, _Span(over.since, over.until), _Span(template.above_since, None))
        if span:
            links.append(Link(agency_uid(over.key, seat=""), template.tree, *span))
    return Record(
        uid=agency_uid(template.key, seat=""),
        level="central",
        states=(State(name, template.kind, name, *life),),
        links=tuple(links),
        template=template.key,
        aliases=spellings(template),
    )


def _is_possible(template: Template, place: Record) -> bool:
    if template.level != place.level or place.code in template.without:
        return False
    return not template.places or place.code in template.places


def _states(template: Template, place: Record) -> Iterator[State]:
    """The names of the body while the place has its own; ``short`` is the name without the place."""
    for of_place in place.states:
        span = _meet(_Span(template.since, template.until), _Span(of_place.since, of_place.until))
        if span and (not template.of_kinds or of_place.kind in template.of_kinds):
            short = spellings(template, place=of_place)[0]
            yield State(name_of(template, place=of_place), template.kind, short, *span)


def _links_up(template: Template, place: Record, life: _Span) -> Iterator[Link]:
    """To the body at the place above, until the body at the same place takes it in."""
    own = _meet(life, _Span(None, template.above_since if template.above else None))
    for up in place.links:
        for key in template.higher if own and up.tree == "state" else ():
            over = templates()[key]
            span = _meet(own, _Span(up.since, up.until), _Span(over.since, over.until))
            if span:
                seat = "" if over.level == "central" else up.parent
                yield Link(agency_uid(key, seat=seat), template.tree, *span)
                break


def _links_at_place(template: Template, place: Record, life: _Span) -> Iterator[Link]:
    """To the body above it at the same place; in the state tree else to the administrative unit itself."""
    if not template.above:
        if template.tree == "state":
            yield Link(place.uid, "state", *life)
        return
    over = templates()[template.above]
    span = _meet(life, _Span(over.since, over.until), _Span(template.above_since, None))
    if span and _is_possible(over, place):
        yield Link(agency_uid(over.key, seat=place.uid), template.tree, *span)


def _meet(*spans: _Span | None) -> _Span | None:
    """What half-open spans have in common, None where that is nothing."""
    if None in spans:
        return None
    since = max((span.since for span in spans if span and span.since), default=None)
    until = min((span.until for span in spans if span and span.until), default=None)
    return None if since and until and since >= until else _Span(since, until)


def _filled(pattern: str, place: State | None) -> str:
    if place is None or "{" not in pattern:
        return pattern
    words = table("agencies")
    is_whole = place.name in words["whole"]["names"]
    return pattern.format(
        place=place.name if is_whole else place.name[:1].lower() + place.name[1:],
        short=place.name if is_whole or place.short.isdecimal() else place.short,
        committee=words["committees"].get(place.kind, ""),
    )


def _listed(level: Level) -> Iterator[Template]:
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
    if not number:
        return pattern
    roman = "X" * (number // 10) + _ONES[number % 10]
    return pattern.replace("{n}", roman).replace("{d}", str(number))
