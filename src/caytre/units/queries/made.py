"""Whether a change was made already: a form that was sent twice makes it once."""

from __future__ import annotations

from caytre.units.models import Succession, UnitEvent, UnitLink, UnitState
from caytre.units.rules.change import Change


def event_of(change: Change) -> UnitEvent | None:
    """The event that made this change, with what followed from it; None where there is none."""
    basis = change.basis
    alike = UnitEvent.objects.filter(
        kind=change.kind, effective=basis.effective, legal_basis=basis.legal_basis[:300], why=basis.why[:500],
        is_shipped=False,
    )  # fmt: skip
    return next((event for event in alike.order_by("-pk") if _did(event, change)), None)


def _did(event: UnitEvent, change: Change) -> bool:
    named = {(one.unit, one.name) for one in change.named} | {(one.id, one.name) for one in change.founded}
    heirs = {(one.predecessor, one.successor, one.scope) for one in change.heirs}
    moved = {(one.unit, one.parent) for one in change.moved}
    opened = set(UnitState.objects.filter(opened_by=event).values_list("unit_id", "name"))
    closed = set(UnitState.objects.filter(closed_by=event).values_list("unit_id", flat=True))
    taken = set(Succession.objects.filter(event=event).values_list("predecessor_id", "successor_id", "scope"))
    links = set(UnitLink.objects.filter(opened_by=event).values_list("child_id", "parent_id"))
    ended = closed - {unit for unit, _ in opened}
    return named <= opened and heirs <= taken and set(change.ended) <= ended and moved <= links
