"""The directory of the library, made of the units in the database: names of documents are resolved in it."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import cast
from uuid import UUID

from caytre.units.models import Structure, Unit, UnitAlias, UnitLink, UnitState
from caytre.units.models import Succession as SuccessionRow
from vanban.units import Directory, agencies
from vanban.units.model import Level, Link, Record, State, Succession, Tree


def directory() -> Directory:
    """All units of the database, and the usual agencies of its places, as they are now."""
    return _directory(Structure.objects.values_list("meaning", flat=True).first())


@lru_cache(maxsize=2)
def _directory(mark: UUID | None) -> Directory:
    return Directory(_records(), _successions(), agencies.templates().values())


def _records() -> list[Record]:
    states: dict[UUID, list[State]] = defaultdict(list)
    rows = UnitState.objects.order_by("id").values_list(
        "unit_id", "name", "kind", "short", "valid_from", "valid_to"
    )
    for unit, name, kind, short, since, until in rows.iterator():
        states[unit].append(State(name, kind, short, since, until))
    links: dict[UUID, list[Link]] = defaultdict(list)
    for unit, parent, tree, since, until in UnitLink.objects.order_by("id").values_list(
        "child_id", "parent_id", "tree", "valid_from", "valid_to"
    ):
        links[unit].append(Link(str(parent), cast("Tree", tree), since, until))
    aliases: dict[UUID, list[str]] = defaultdict(list)
    for unit, text in UnitAlias.objects.order_by("id").values_list("unit_id", "text"):
        aliases[unit].append(text)
    columns = ("pk", "level", "code", "code_is_verified", "seat_id", "template")
    return [
        Record(
            uid=str(pk), level=cast("Level", level), states=tuple(states[pk]), links=tuple(links[pk]), code=code,
            code_is_verified=verified, seat=str(seat) if seat else "", template=template, aliases=tuple(aliases[pk]),
        )
        for pk, level, code, verified, seat, template in Unit.objects.order_by("pk").values_list(*columns)
    ]  # fmt: skip


def _successions() -> list[Succession]:
    columns = (
        "predecessor_id", "successor_id", "event__effective", "scope", "share", "is_default", "source", "is_verified",
    )  # fmt: skip
    return [
        Succession(str(before), str(after or ""), on, scope, share or None, is_default, source, is_verified)
        for before, after, on, scope, share, is_default, source, is_verified in SuccessionRow.objects.order_by(
            "id"
        ).values_list(*columns)
    ]
