"""What a change of units would do, as things stand now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Max

from caytre.units.models import Post, Succession, TreeName, Unit, UnitLink, UnitState
from caytre.units.queries.bodies import completed
from caytre.units.queries.directory import directory
from caytre.units.queries.scope import not_over
from caytre.units.queries.tree import change_dates, tree, version
from caytre.units.rules.change import Change
from caytre.units.rules.known import Facts, Known, PostRow, StateRow
from caytre.units.rules.plan import Plan
from caytre.units.rules.planning import plan
from caytre.units.rules.tree import LinkRow, Tree
from vanban.units.model import Record

_STATE = ("name", "kind", "short", "valid_from", "valid_to")
_LINK = ("child_id", "parent_id", "valid_from", "valid_to")


def plan_of(change: Change) -> Plan:
    """The plan of the change. Raises a refusal where it cannot be made."""
    complete = completed(change)
    return plan(complete, wanted=change, facts=facts_for(complete))


def facts_for(change: Change) -> Facts:
    """What planning must know, read afresh."""
    named = {*change.units(), *(new.id for new in change.founded)}
    on = change.basis.effective
    lower = _lower(change.ended)
    above = UnitLink.objects.as_of(on).filter(child__in=change.ended).values_list("parent_id", flat=True)
    near = named | {link.child for links in lower.values() for link in links} | set(above)
    holders = set(named) & {heir.successor for heir in change.heirs} | set(change.ended)
    kept = _known(near)
    return Facts(
        units={**_usual(set(change.units()) - kept.keys()), **kept},
        lower=lower,
        posts=_posts(holders, on),
        inherits=_inherits(change.ended),
        codes=_codes({new.code for new in change.founded if new.code}),
        trees={name: _trees(name, on) for name in TreeName.values},
    )


def known(unit: UUID) -> Known:
    """All rows of one unit."""
    return _known([unit])[unit]


def _known(ids: Collection[UUID]) -> dict[UUID, Known]:
    states: dict[UUID, list[StateRow]] = defaultdict(list)
    for unit, *row in UnitState.objects.filter(unit__in=ids).values_list("unit_id", *_STATE):
        states[unit].append(StateRow(*row))
    links: dict[UUID, dict[str, list[LinkRow]]] = defaultdict(lambda: defaultdict(list))
    for name, *row in UnitLink.objects.filter(child__in=ids).order_by("id").values_list("tree", *_LINK):
        links[row[0]][name].append(LinkRow(*row))
    return {
        unit: Known(
            unit,
            level,
            tuple(sorted(states[unit], key=lambda state: state.since or date.min)),
            {name: tuple(rows) for name, rows in links[unit].items()},
        )
        for unit, level in Unit.objects.filter(pk__in=ids).values_list("pk", "level")
    }


def _usual(ids: Collection[UUID]) -> dict[UUID, Known]:
    """Usual agencies that are no rows yet."""
    if not ids:
        return {}
    among = directory()
    found = ((unit, among.get(str(unit))) for unit in ids)
    return {unit: _known_of(record) for unit, record in found if record is not None}


def _known_of(record: Record) -> Known:
    unit = UUID(record.uid)
    links: dict[str, list[LinkRow]] = defaultdict(list)
    for link in record.links:
        links[link.tree].append(LinkRow(unit, UUID(link.parent), link.since, link.until))
    states = tuple(StateRow(one.name, one.kind, one.short, one.since, one.until) for one in record.states)
    return Known(unit, record.level, states, {tree: tuple(rows) for tree, rows in links.items()})


def _lower(parents: Collection[UUID]) -> dict[tuple[str, UUID], tuple[LinkRow, ...]]:
    found: dict[tuple[str, UUID], list[LinkRow]] = defaultdict(list)
    for name, *row in UnitLink.objects.filter(parent__in=parents).order_by("id").values_list("tree", *_LINK):
        found[name, row[1]].append(LinkRow(*row))
    return {key: tuple(rows) for key, rows in found.items()}


def _posts(units: Collection[UUID | None], on: date) -> tuple[PostRow, ...]:
    rows = Post.objects.filter(not_over(on), unit__in=[one for one in units if one])
    columns = ("id", "user_id", "unit_id", "role", "valid_from", "valid_to")
    return tuple(PostRow(*row) for row in rows.order_by("id").values_list(*columns))


def _inherits(units: Collection[UUID]) -> dict[UUID, date]:
    rows = Succession.objects.filter(successor__in=units).order_by().values_list("successor_id")
    return dict(rows.annotate(last=Max("event__effective")))


def _codes(codes: Collection[str]) -> dict[tuple[str, str], UUID]:
    rows = UnitState.objects.open().filter(unit__code__in=codes)
    return {
        (level, code): unit for level, code, unit in rows.values_list("unit__level", "unit__code", "unit_id")
    }


def _trees(name: str, on: date) -> tuple[Tree, ...]:
    later = [day for day in change_dates(version(), name=name) if day > on]
    return tuple(tree(name, on=day) for day in (on, *later))
