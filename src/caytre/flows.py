"""Stories that cross rooms. Start reading here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum

from django.utils.timezone import get_current_timezone

from caytre.core.models import User
from caytre.units.actions import events
from caytre.units.models import UnitEvent
from caytre.units.queries.scope import reach
from caytre.units.rules.permissions import can_change
from caytre.units.rules.plan import Plan


class Treatment(Enum):
    """What becomes of a row that points to a unit when the unit is merged, split or dissolved."""

    STAYS = "it says who it was then; whoever goes on for the unit sees it"
    GIVEN_ANEW = "it is closed, and a new row is opened at the heir"
    ASKED = "it is given anew at the single heir of everything, else it is closed and a person is asked"


TREATMENTS: Mapping[str, Treatment] = {
    "units.Unit.seat": Treatment.STAYS,
    "units.UnitState.unit": Treatment.STAYS,
    "units.UnitLink.child": Treatment.STAYS,
    "units.UnitLink.parent": Treatment.GIVEN_ANEW,
    "units.UnitAlias.unit": Treatment.STAYS,
    "units.Succession.predecessor": Treatment.STAYS,
    "units.Succession.successor": Treatment.STAYS,
    "units.Post.unit": Treatment.ASKED,
    "units.Handover.unit": Treatment.STAYS,
    "units.Handover.heir": Treatment.STAYS,
}
"""Every foreign key to a unit; a test fails where one is missing."""


def reorganise(plan: Plan, *, by: User, at: datetime) -> UnitEvent:
    """Change units as the plan says, if this person may. Raises what :func:`can_change` and ``apply`` refuse.

    All that is bound to units that end stays as it was or lies in the units' own room, so no other room has to act.
    """
    on = at.astimezone(get_current_timezone()).date()
    can_change(by, reach=reach(by, on=on), change=plan.change).or_raise()
    return events.apply(plan, by=by, at=at)
