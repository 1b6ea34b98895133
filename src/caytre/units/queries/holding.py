"""Who holds which roles at units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from caytre.units.models import Post
from caytre.units.queries.scope import going_on

Holding = Mapping[UUID, Mapping[str, Sequence[int]]]


def holding(units: Iterable[UUID], *, on: date) -> Holding:
    """Of each unit the people with an account that is open, by the roles that they hold there on a day, who has it
    longest first; of a unit that ended those at the unit that goes on in its place."""
    heirs = going_on(on)
    asked = {unit: heirs.get(unit, unit) for unit in units}
    rows = Post.objects.as_of(on).filter(unit__in=set(asked.values()), user__is_active=True).order_by("id")
    at: dict[UUID, dict[str, list[int]]] = {unit: {} for unit in asked.values()}
    for unit, role, user in rows.values_list("unit_id", "role", "user_id"):
        at[unit].setdefault(role, []).append(user)
    return {unit: at[heir] for unit, heir in asked.items()}
