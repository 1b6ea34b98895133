"""An official list of administrative units is laid over what is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from caytre.core import history
from caytre.core.models import User
from caytre.units.actions import events
from caytre.units.actions.structure import changing
from caytre.units.models import Unit
from caytre.units.queries.official import compared
from caytre.units.queries.planning import plan_of
from caytre.units.rules.change import Basis, Change
from caytre.units.rules.official import Compared, Listed, respellings


def import_list(rows: Iterable[Listed], *, on: date, source: str, by: User, at: datetime) -> Compared:
    """Lay a list of the day ``on`` over the units; returns what it said before anything was changed.

    Codes that it confirms are verified from then on, wrong ones are put right; names and kinds that it spells
    otherwise are so from ``on``, by the list as their source. What is doubtful or unknown is left alone.
    """
    with changing():
        found = compared(rows, on=on)
        sure = [unit.id for unit in found.confirmed if not unit.is_verified]
        Unit.objects.filter(pk__in=[*sure, *(unit.id for unit, _ in found.respelled)]).update(
            code_is_verified=True
        )
        for unit, row in found.recoded:
            Unit.objects.filter(pk=unit.id).update(code=row.code, code_is_verified=True)
        if named := respellings(found):
            basis = Basis(on, legal_basis=source, is_verified=True)
            events.apply(plan_of(Change("rename", basis, named=named)), by=by, at=at)
        for pk in sure:
            history.record("units.code.verified", about=pk, by=by, at=at)
        for unit, row in found.recoded:
            history.record("units.code.corrected", about=unit.id, by=by, at=at, old=unit.code, new=row.code)
    return found
