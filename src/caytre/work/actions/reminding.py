"""Telling people of work, each thing once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from caytre.core.models import User
from caytre.core.validity import day_of
from caytre.units.queries.holding import holding
from caytre.work.models import Entry, Muted, Notice, Plan
from caytre.work.queries import reminding
from caytre.work.queries.reminding import Due, Known
from caytre.work.rules.ladder import Given, Posts, Reached, furthest, ladder_of, people, told
from vanban.calendar import working_days


def remind(*, on: date, at: datetime) -> int:
    """Tell everybody what the ladder says for a day; returns how many notices that made.

    It may run twice, twice at once, or after days on which it did not: of an occurrence a person is told the rung that
    has come now, once, and none of those that were missed.
    """
    ladder = ladder_of(on)
    if ladder is None:
        return 0
    reached = Reached(ladder, on=on, working=working_days())
    until, mutes, made = furthest(ladder, on=on, working=working_days()), reminding.muted(), 0
    for some in reminding.due(on=on, until=until):
        notices = list(_new(some, reached=reached, on=on, at=at, mutes=mutes))
        _write(notices)
        made += len(notices)
    return made


def tell(entry: Entry, *, at: datetime) -> None:
    """Tell at once what the ladder says of such a step; to be called in the transaction of the step.

    Whoever took the step is not told of it.
    """
    on = day_of(at)
    ladder = ladder_of(on)
    audiences = ladder.at_once.get(entry.step, ()) if ladder else ()
    about = entry.occurrence
    given = Given(about.unit_id, about.giver_id, holder=about.holder_id)
    posts = holding({given.unit, given.giver}, on=on) if audiences else {}
    to = {person for audience in audiences for person in people(audience, given=given, posts=posts)}
    _write(
        Notice(kind=entry.step, about=about, recipient_id=person, slot=f"entry {entry.pk}", on=on, at=at)
        for person in sorted(to - {entry.by_id})
    )


def see(notices: Iterable[int], *, by: User, at: datetime) -> None:
    """The person has seen these of their notices."""
    Notice.objects.filter(pk__in=list(notices), recipient=by, seen_at=None).update(seen_at=at)


def mute(plan: Plan | None, *, by: User, at: datetime) -> None:
    """The person wants no digest of this plan any more; None is of any."""
    Muted.objects.get_or_create(user=by, plan=plan, defaults={"at": at})


def unmute(plan: Plan | None, *, by: User) -> None:
    """The person wants the digest again: from the next day on, of what holds then."""
    Muted.objects.filter(user=by, plan=plan).delete()


def _new(
    some: Sequence[Due], *, reached: Reached, on: date, at: datetime, mutes: set[tuple[int, UUID | None]]
) -> Iterator[Notice]:
    """The notices about some occurrences that are not there yet."""
    posts: Posts = holding({unit for one in some for unit in one.units()}, on=on)
    known = Known((one.key for one in some), on=on)
    for one in some:
        said = told(one.given, reached=reached, posts=posts)
        for person, what in said.items():
            if (person, None) in mutes or (one.plan is not None and (person, one.plan) in mutes):
                continue
            if not known.holds(one.key, person=person, told=what):
                yield Notice(
                    kind=what.kind, about_id=one.key, recipient_id=person, slot=what.slot, on=on, at=at
                )


def _write(notices: Iterable[Notice]) -> None:
    """Those that somebody else has written meanwhile stay as they are."""
    with transaction.atomic():
        Notice.objects.bulk_create(notices, ignore_conflicts=True)
