"""What an official list would change: the dry run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Subquery

from caytre.core.validity import holds
from caytre.units.models import Level, TreeName, UnitLink, UnitState
from caytre.units.rules.official import Compared, Kept, Listed, compare


def compared(rows: Iterable[Listed], *, on: date) -> Compared:
    """The list beside the administrative units of its day."""
    return compare(rows, kept=places(on))


def places(on: date) -> list[Kept]:
    """The administrative units of a day, each with the code of the one above it."""
    above = UnitLink.objects.filter(holds(on), tree=TreeName.STATE, child=OuterRef("unit"))
    states = (
        UnitState.objects.as_of(on)
        .filter(unit__seat=None, unit__template="")
        .exclude(unit__level=Level.CENTRAL)
    )
    rows = states.annotate(above=Subquery(above.values("parent__code")[:1])).order_by("unit__code", "id")
    columns = ("unit_id", "unit__code", "unit__code_is_verified", "name", "kind", "above")
    return [
        Kept(pk, code, is_verified, name, kind, above or "")
        for pk, code, is_verified, name, kind, above in rows.values_list(*columns)
    ]
