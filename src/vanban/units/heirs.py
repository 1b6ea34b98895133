"""Who took over, at last, from a unit that has ended: step by step until units that exist today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from vanban.units.model import ALL, Heir, Record

if TYPE_CHECKING:
    from vanban.units.directory import Directory
    from vanban.units.templates import HeirRule, Template

Share = Literal["whole", "part"] | None


class Step(NamedTuple):
    """What one unit took over from another."""

    successor: str
    scope: str = ALL
    share: Share = None
    is_verified: bool = False
    source: str = ""


def heirs_of(uid: str, *, among: Directory, today: date) -> tuple[Heir, ...]:
    """The heirs of today of a unit that has ended. One that nothing is said of has none: an open question."""
    if among.get(uid) is None or among.unit(uid, on=today):
        return ()
    found: dict[tuple[str, str], Heir] = {}
    for step in _followed(Step(uid, is_verified=True), among=among, today=today, seen=frozenset((uid,))):
        unit = among.unit(step.successor, on=today)
        if unit:
            heir = Heir(unit, step.scope, step.share, step.is_verified, step.source)
            known = found.get((unit.uid, step.scope))
            found[unit.uid, step.scope] = _together(known, heir) if known else heir
    return tuple(found.values())


def _followed(step: Step, *, among: Directory, today: date, seen: frozenset[str]) -> Iterator[Step]:
    """The steps on from one, until units that exist today; none is gone twice."""
    for onward in _next(step.successor, among=among):
        scope = _scope(step.scope, onward.scope)
        if scope is None or not onward.successor or onward.successor in seen:
            continue
        joined = Step(
            onward.successor,
            scope,
            _share(step, onward, is_first=len(seen) == 1),
            step.is_verified and onward.is_verified,
            "; ".join(dict.fromkeys(filter(None, (step.source, onward.source)))),
        )
        if among.unit(onward.successor, on=today):
            yield joined
        else:
            yield from _followed(joined, among=among, today=today, seen=seen | {onward.successor})


def _scope(outer: str, inner: str) -> str | None:
    """The field that goes all the way, None where two fields have nothing in common."""
    if ALL in (outer, inner):
        return inner if outer == ALL else outer
    return outer if outer == inner else None


def _share(outer: Step, inner: Step, *, is_first: bool) -> Share:
    """Whether all of a territory went all the way."""
    if is_first or outer.share == inner.share:
        return inner.share
    return "part" if "part" in (outer.share, inner.share) else None


def _together(one: Heir, other: Heir) -> Heir:
    """The same heir on two ways: surely a part where either way is."""
    share = one.share if one.share == other.share else "part"
    return Heir(one.unit, one.scope, share, one.is_verified and other.is_verified, one.source)


def _next(uid: str, *, among: Directory) -> Iterator[Step]:
    """The first steps from a unit: as given, else by the rules of its template."""
    given = among.successions(uid)
    for row in given:
        yield Step(row.successor, row.scope, row.share, row.is_verified, row.source)
    record = among.get(uid)
    template = among.templates.get(record.template) if record else None
    end = record.states[-1].until if record and record.states else None
    if given or record is None or template is None or end is None:
        return
    if template.until == end:
        for rule in template.heirs:
            if rule.key:
                yield from _by_rule(record, rule, among=among)
    else:
        yield from _passed_on(record, template, among=among, end=end)


def _by_rule(record: Record, rule: HeirRule, *, among: Directory) -> Iterator[Step]:
    """Where a kind of body ended: who does its work, at its place or another."""
    for seat, share in _seats(record, rule.at, among=among, end=rule.on):
        body = among.body(seat, rule.key, on=rule.on) if among.is_sure(seat, key=rule.key) else None
        if body and body.uid != record.uid:
            yield Step(body.uid, rule.scope, share, rule.is_verified, rule.source)


def _passed_on(record: Record, template: Template, *, among: Directory, end: date) -> Iterator[Step]:
    """Where only the place of a body ended: the same body at the places that took over."""
    for row in among.successions(record.seat):
        is_sure = row.successor and among.is_sure(row.successor, key=template.key)
        body = among.body(row.successor, template.key, on=end) if is_sure else None
        if body and body.uid != record.uid:
            yield Step(body.uid, row.scope, row.share, row.is_verified, row.source)


def _seats(record: Record, at: str, *, among: Directory, end: date) -> Iterator[tuple[str, Share]]:
    """The places that a rule means, and what share of the body's own place they have."""
    if not record.seat:
        yield "", None
    elif at == "province":
        before = end - timedelta(days=1)
        province = next(
            (one.uid for one in among.chain(record.seat, on=before) if one.level == "province"), ""
        )
        yield from _going_on(province, among=among, end=end)
    elif at == "communes":
        yield from ((row.successor, row.share) for row in among.successions(record.seat) if row.successor)
    elif at == "successor":
        yield from _going_on(record.seat, among=among, end=end)
    else:
        yield record.seat, None


def _going_on(place: str, *, among: Directory, end: date) -> Iterator[tuple[str, Share]]:
    """A place if it goes on, else those that took over from it."""
    if among.unit(place, on=end):
        yield place, None
    else:
        yield from ((row.successor, row.share) for row in among.successions(place) if row.successor)
