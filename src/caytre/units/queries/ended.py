"""Units that have ended, and who goes on with everything of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from caytre.core.validity import DatedQuerySet
from caytre.units.models import Succession, Unit, UnitState


def heirs_of_everything(on: date) -> dict[UUID, UUID]:
    """Who goes on with all of a unit that has ended by this day; of those without such an heir nothing is said."""
    rows = Succession.objects.filter(
        ~Exists(_lasting(on, "predecessor_id")), is_default=True, scope="*", successor__isnull=False,
        event__effective__lte=on,
    )  # fmt: skip
    return {before: heir for before, heir in rows.values_list("predecessor_id", "successor_id") if heir}


def ended(units: Iterable[UUID], *, on: date) -> frozenset[UUID]:
    """Those of the units that have ended by this day."""
    over = UnitState.objects.filter(unit=OuterRef("pk"), valid_to__lte=on)
    rows = Unit.objects.filter(Exists(over), ~Exists(_lasting(on, "pk")), pk__in=list(units))
    return frozenset(rows.values_list("pk", flat=True))


def _lasting(on: date, unit: str) -> DatedQuerySet[UnitState]:
    return UnitState.objects.as_of(on).filter(unit=OuterRef(unit))
