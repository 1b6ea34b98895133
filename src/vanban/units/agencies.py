"""The usual agencies of each level over time: with a place, a template makes one body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import get_args

from vanban.grammar.lexicon import table
from vanban.units.model import Level, Link, Record, State, Unit, agency_uid
from vanban.units.spans import Span, meet
from vanban.units.templates import Template, listed


@cache
def scopes() -> Mapping[str, str]:
    """The fields of work that a succession may name, with what they are in Vietnamese."""
    return MappingProxyType(table("agencies")["scopes"])


@cache
def templates() -> Mapping[str, Template]:
    """All templates by their keys."""
    return MappingProxyType({one.key: one for level in get_args(Level) for one in listed(level)})


def name_of(template: Template, *, place: State | None = None) -> str:
    """The full name of the template's body at a place ("Ban Tuyên giáo Tỉnh ủy Bến Mây"); a central one needs none."""
    return _filled(template.name, template, place)


def spellings(template: Template, *, place: State | None = None) -> tuple[str, ...]:
    """What the body is called where the place goes without saying: the name without it, then the other spellings.

    Without ``place``, for places of every kind ("Văn phòng Tỉnh ủy", "Văn phòng Thành ủy").
    """
    patterns = (template.bare, *template.aliases)
    if place is None:
        words = dict.fromkeys(_committees(template).values()) or ("",)
        return tuple(dict.fromkeys(one.replace("{committee}", word) for one in patterns for word in words))
    return tuple(dict.fromkeys(_filled(one, template, place) for one in patterns))


def record(template: Template, *, place: Record) -> Record | None:
    """The template's body at a place, or None where there is none or never at the same time.

    A body of which only some places have one is made as well: whoever asks has seen its name.
    """
    states = tuple(_states(template, place)) if _is_possible(template, place) else ()
    if not states:
        return None
    life = Span(states[0].since, states[-1].until)
    return Record(
        uid=agency_uid(template.key, seat=place.uid),
        level=template.level,
        states=states,
        links=(*_links_up(template, place, life), *_links_at_place(template, place, life)),
        seat=place.uid,
        template=template.key,
        aliases=spellings(template, place=place.states[-1]),
    )


def unit(template: Template, *, uid: str, place: Record, on: date) -> tuple[Unit | None, int]:
    """What ``record`` makes, on one day only and without the rest; and the number of its state."""
    spans = list(_spans(template, place)) if _is_possible(template, place) else []
    for at, (of_place, span) in enumerate(spans):
        if span.holds(on):
            return Unit(
                uid=uid,
                name=_filled(template.name, template, of_place),
                kind=template.kind,
                level=template.level,
                since=spans[0][1].since,
                until=spans[-1][1].until,
            ), at
    return None, 0


@cache
def central() -> tuple[Record, ...]:
    """The central bodies: records without a seat."""
    return tuple(_central(one) for one in templates().values() if one.level == "central")


def _central(template: Template) -> Record:
    over = templates().get(template.above)
    span = meet(template.life, over.life, Span(template.above_since)) if over else None
    return Record(
        uid=agency_uid(template.key, seat=""),
        level="central",
        states=(State(template.name, template.kind, template.name, *template.life),),
        links=(Link(agency_uid(template.above, seat=""), template.tree, *span),) if span else (),
        template=template.key,
        aliases=spellings(template),
    )


def _is_possible(template: Template, place: Record) -> bool:
    if template.level != place.level or place.code in template.without:
        return False
    return not template.places or place.code in template.places


def _states(template: Template, place: Record) -> Iterator[State]:
    """The names of the body while the place has its own; ``short`` is the name without the place."""
    for of_place, span in _spans(template, place):
        name, short = (_filled(one, template, of_place) for one in (template.name, template.bare))
        yield State(name, template.kind, short, *span)


def _spans(template: Template, place: Record) -> Iterator[tuple[State, Span]]:
    """When the place has the body, with what the place is called then."""
    for of_place in place.states:
        if not template.of_kinds or of_place.kind in template.of_kinds:
            span = meet(template.life, Span(of_place.since, of_place.until))
            if span:
                yield of_place, span


def _links_up(template: Template, place: Record, life: Span) -> Iterator[Link]:
    """To the body at the place above, until the body at the same place takes it in."""
    own = meet(life, Span(until=template.above_since))
    for up in place.links:
        for key in template.higher if up.tree == "state" else ():
            over = templates()[key]
            span = meet(own, Span(up.since, up.until), over.life)
            if span:
                seat = "" if over.level == "central" else up.parent
                yield Link(agency_uid(key, seat=seat), template.tree, *span)
                break


def _links_at_place(template: Template, place: Record, life: Span) -> Iterator[Link]:
    """To the body above it at the same place; in the state tree else to the administrative unit itself."""
    if template.above:
        over = templates()[template.above]
        span = meet(life, over.life, Span(template.above_since))
        if span and _is_possible(over, place):
            yield Link(agency_uid(over.key, seat=place.uid), template.tree, *span)
    elif template.tree == "state":
        yield Link(place.uid, "state", *life)


def _committees(template: Template) -> dict[str, str]:
    """What the Party committee is called, by kind of place, at the template's level."""
    found: dict[str, str] = table("agencies")["committees"].get(template.level, {})
    return found


def _filled(pattern: str, template: Template, place: State | None) -> str:
    if place is None or "{" not in pattern:
        return pattern
    is_whole = place.name in table("agencies")["whole"]["names"]
    return pattern.format(
        place=place.name if is_whole else place.name[:1].lower() + place.name[1:],
        short=place.name if is_whole or place.short.isdecimal() else place.short,
        committee=_committees(template).get(place.kind, ""),
    )
