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
from caytre.units.queries.planning import known, plan_of
from caytre.units.rules.change import Basis, rename
from caytre.units.rules.official import Compared, Kept, Listed


def import_list(rows: Iterable[Listed], *, on: date, source: str, by: User, at: datetime) -> Compared:
    """Lay a list of the day ``on`` over the units; returns what it said before anything was changed.

    Codes that it confirms are verified from then on, wrong ones are put right; names and kinds that it spells
    otherwise are so from ``on``, by the list as their source. What is doubtful or unknown is left alone.
    """
    with changing():
        found = compared(rows, on=on)
        sure = [unit.id for unit in found.confirmed if not unit.is_verified]
        Unit.objects.filter(pk__in=sure).update(code_is_verified=True)
        for pk in sure:
            history.record("units.code.verified", about=pk, by=by, at=at)
        for unit, row in found.recoded:
            Unit.objects.filter(pk=unit.id).update(code=row.code, code_is_verified=True)
            history.record("units.code.corrected", about=unit.id, by=by, at=at, old=unit.code, new=row.code)
        for unit, row in found.respelled:
            Unit.objects.filter(pk=unit.id).update(code_is_verified=True)
            _respell(unit, row, on=on, source=source, by=by, at=at)
    return found


def _respell(unit: Kept, row: Listed, *, on: date, source: str, by: User, at: datetime) -> None:
    kind = row.kind.lower()
    bare = row.name[len(kind) :].strip() if row.name.lower().startswith(kind) else row.name.strip()
    name = f"{kind.capitalize()} {bare}"
    state = known(unit.id).state(on)
    if state is None or (state.name, state.kind) == (name, kind):
        return
    change = rename(
        unit.id, name=name, kind=kind, short=bare, basis=Basis(on, legal_basis=source, is_verified=True)
    )
    events.apply(plan_of(change), by=by, at=at)
