"""Telling people of work, each thing once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain
from operator import itemgetter
from uuid import UUID

from django.db import transaction

from caytre.core.models import User
from caytre.core.validity import day_of
from caytre.units.queries.holding import holding
from caytre.work.models import Entry, Kind, Muted, Notice, Occurrence, Plan
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
    _tell_at_once(entry.step, [entry.occurrence], f"entry {entry.pk}", at, but=entry.by_id)


def warn(occurrences: Iterable[Occurrence], *, at: datetime) -> None:
    """Tell whoever does these things or gave them, each person once, that their document bears a stamp of secrecy."""
    _tell_at_once(Kind.WIPED, list({row.unit_id: row for row in occurrences}.values()), "stamp", at)


def tell_of(occurrences: Sequence[Occurrence], *, step: str, by: User, at: datetime) -> None:
    """Tell at once what the ladder says of a step that was taken of all of these: each person of one of them."""
    _tell_at_once(step, occurrences, step, at, but=by.pk)


def see(notices: Iterable[int], *, by: User, at: datetime) -> None:
    """The person has seen these of their notices."""
    Notice.objects.filter(pk__in=list(notices), recipient=by, seen_at=None).update(seen_at=at)


def mute(plan: Plan | None, *, by: User, at: datetime) -> None:
    """The person wants no digest of this plan any more; None is of any."""
    Muted.objects.get_or_create(user=by, plan=plan, defaults={"at": at})


def unmute(plan: Plan | None, *, by: User) -> None:
    """The person wants the digest again: from the next day on, of what holds then."""
    Muted.objects.filter(user=by, plan=plan).delete()


def _tell_at_once(
    kind: str, about: Sequence[Occurrence], slot: str, at: datetime, *, but: int | None = None
) -> None:
    """What the ladder says of such a thing, to each person of one occurrence."""
    on = day_of(at)
    ladder = ladder_of(on)
    audiences = ladder.at_once.get(kind, ()) if ladder else ()
    units = {unit for row in about for unit in (row.unit_id, row.giver_id)}
    posts = holding(units, on=on) if audiences else {}
    to: dict[int, Occurrence] = {}
    for row in about:
        given = Given(row.unit_id, row.giver_id, holder=row.holder_id)
        for person in chain.from_iterable(people(one, given=given, posts=posts) for one in audiences):
            to.setdefault(person, row)
    _write(
        Notice(kind=kind, about=row, recipient_id=person, slot=slot, on=on, at=at)
        for person, row in sorted(to.items(), key=itemgetter(0))
        if person != but
    )


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
