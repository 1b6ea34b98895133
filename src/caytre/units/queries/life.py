"""What is kept of one unit beside its names and links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from caytre.units.models import Handover, Post, Succession, UnitEvent, UnitLink, UnitState
from caytre.units.queries.scope import not_over
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
    key = UUID(uid)
    states = list(UnitState.objects.filter(unit=key).select_related("opened_by", "closed_by"))
    links = list(UnitLink.objects.filter(child=key).select_related("opened_by", "closed_by"))
    rows = list(
        Succession.objects.filter(Q(predecessor=key) | Q(successor=key))
        .select_related("event")
        .order_by("id")
    )
    before = [str(row.predecessor_id) for row in rows if str(row.successor_id) == uid]
    marks = [(one.opened_by, one.closed_by) for one in states]
    marks += [(one.opened_by, one.closed_by) for one in links]
    events = {event.pk: event for pair in marks for event in pair if event}
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
    rows = Post.objects.filter(not_over(on), unit=unit)
    return list(rows.select_related("user").order_by("role", "valid_from", "pk"))


def handed_over(unit: UUID) -> list[Handover]:
    """What of a unit had to be decided when it ended: the open first."""
    rows = Handover.objects.filter(unit=unit).select_related("event", "heir", "decided_by")
    return sorted(rows, key=lambda row: (row.decided_at is not None, row.pk))


def _seats(seat: str) -> list[str]:
    """The place of a body, and those that this place took over from; "" for a central body."""
    if not seat:
        return [""]
    before = Succession.objects.filter(successor=UUID(seat)).values_list("predecessor_id", flat=True)
    return list(dict.fromkeys([seat, *map(str, before)]))
