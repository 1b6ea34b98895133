"""What is kept of one unit beside its names and links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from caytre.units.models import Handover, Post, Succession, UnitEvent, UnitLink, UnitState
from caytre.units.rules import life
from caytre.units.rules.life import Above, Kin
from vanban.units.directory import Directory


@dataclass(frozen=True, slots=True)
class Named:
    """What a unit was called during ``[since, until)``, and by which act."""

    name: str
    kind: str
    since: date | None
    until: date | None
    legal_basis: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """``open_since`` are the days of events at which nobody took over; ``before`` are those it took over from."""

    names: tuple[Named, ...]
    parents: tuple[Above, ...]
    before: tuple[Kin, ...]
    open_since: tuple[date, ...]
    events: tuple[UnitEvent, ...]


def life_of(uid: str, *, among: Directory) -> Life:
    """Everything about a unit that is in the directory."""
    record = among.get(uid)
    assert record is not None
    states = list(UnitState.objects.filter(unit=uid).select_related("opened_by", "closed_by"))
    links = list(UnitLink.objects.filter(child=uid).select_related("opened_by", "closed_by"))
    rows = list(
        Succession.objects.filter(Q(predecessor=uid) | Q(successor=uid))
        .select_related("event")
        .order_by("id")
    )
    before = [str(row.predecessor_id) for row in rows if str(row.successor_id) == uid]
    events = {
        event.pk: event for row in (*states, *links) for event in (row.opened_by, row.closed_by) if event
    }
    events |= {row.event.pk: row.event for row in rows}
    return Life(
        names=tuple(Named(s.name, s.kind, s.valid_from, s.valid_to, s.legal_basis) for s in states)
        or tuple(Named(s.name, s.kind, s.since, s.until) for s in record.states),
        parents=life.parents(among, of=uid),
        before=life.predecessors(among, of=uid, before=before, seats=_seats(record.seat)),
        open_since=tuple(row.event.effective for row in rows if row.successor_id is None),
        events=tuple(sorted(events.values(), key=lambda event: (event.effective, event.pk))),
    )


def holders(unit: UUID, *, on: date) -> list[Post]:
    """Who holds a post in a unit on a day, or will."""
    rows = Post.objects.filter(Q(valid_to=None) | Q(valid_to__gt=on), unit=unit)
    return list(rows.select_related("user").order_by("role", "valid_from", "pk"))


def handed_over(unit: UUID) -> list[Handover]:
    """What of a unit had to be decided when it ended: the open first."""
    rows = Handover.objects.filter(unit=unit).select_related("event", "heir", "decided_by")
    return sorted(rows, key=lambda row: (row.decided_at is not None, row.pk))


def _seats(seat: str) -> list[str]:
    """The place of a body, and those that this place took over from; "" for a central body."""
    if not seat:
        return [""]
    before = Succession.objects.filter(successor=seat).values_list("predecessor_id", flat=True)
    return list(dict.fromkeys([seat, *map(str, before)]))


def bodies_of(places: Iterable[UUID], *, on: date) -> list[UUID]:
    """The bodies of some places that are kept and exist on a day."""
    states = UnitState.objects.as_of(on).filter(unit__seat__in=list(places))
    return list(states.order_by("unit").values_list("unit_id", flat=True))
