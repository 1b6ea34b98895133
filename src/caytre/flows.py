"""Stories that cross rooms. Start reading here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from django.db import transaction
from django.utils.timezone import get_current_timezone

from caytre.accounts.actions.sessions import end_sessions
from caytre.core.models import User
from caytre.documents.actions import giving
from caytre.units.actions import events, posts, setup
from caytre.units.actions.structure import alone
from caytre.units.models import Post, Role, Unit, UnitEvent
from caytre.units.queries.made import event_of
from caytre.units.queries.planning import known
from caytre.units.queries.scope import posts_of, reach
from caytre.units.rules.permissions import can_change, can_set_up
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
    "documents.Document.unit": Treatment.STAYS,
    "documents.Removal.unit": Treatment.STAYS,
}
"""Every foreign key to a unit; a test fails where one is missing."""


@dataclass(frozen=True, slots=True)
class Opened:
    """How many agencies were made, and how many documents the office got."""

    made: int
    documents: int


def reorganise(plan: Plan, *, by: User, at: datetime) -> UnitEvent:
    """Change units as the plan says, if this person may; what was done already is not done again.

    Raises what :func:`can_change` and ``apply`` refuse.

    All that is bound to units that end stays as it was or lies in the units' own room, so no other room has to act.
    """
    on = at.astimezone(get_current_timezone()).date()
    can_change(by, reach=reach(by, on=on), change=plan.wanted).or_raise()
    with alone():
        done = event_of(plan.wanted)
        if done is not None:
            return done
        event = events.apply(plan, by=by, at=at)
        for person in User.objects.filter(posts__ended_by=event).distinct():
            end_sessions(person)  # they may do other things now
        return event


@transaction.atomic
def give_post(
    user: User, *, unit: Unit, role: Role, since: date, until: date | None = None, by: User | None, at: datetime
) -> Post:  # fmt: skip
    """Give somebody a post. They may do other things now, so their sessions are over: they sign in as what they are.

    Raises what :func:`caytre.units.actions.posts.give` refuses.
    """
    post = posts.give(user, unit=unit, role=role, since=since, until=until, by=by, at=at)
    end_sessions(user)
    return post


@transaction.atomic
def end_post(post: Post, *, on: date, by: User | None, at: datetime) -> None:
    """End a post, and the sessions of who held it. Raises what :func:`caytre.units.actions.posts.end` refuses."""
    posts.end(post, on=on, by=by, at=at)
    end_sessions(post.user)


def open_office(place: Unit, *, bodies: Collection[str], is_own: bool, by: User, at: datetime) -> Opened:
    """Make these usual agencies of a place; ``is_own``: whoever administers the system works there from now on, and
    what came in before there was an office is given to it. Raises what the rules of both rooms refuse.
    """
    on = at.astimezone(get_current_timezone()).date()
    with transaction.atomic():
        can_set_up(by, reach=reach(by, on=on), place=known(place.pk)).or_raise()
        made = setup.set_up(place, on=on, only=bodies, by=by, at=at)
        if not is_own or not by.is_superuser:
            return Opened(len(made), 0)
        if not any(
            post.role == Role.ADMINISTRATOR and post.unit_id == place.pk for post in posts_of(by, on=on)
        ):
            posts.give(by, unit=place, role=Role.ADMINISTRATOR, since=on, by=by, at=at)
        return Opened(len(made), giving.give_to(place.pk, by=by, at=at).given)
