"""What the unit does that gave the work: answer objections, verify, return, withdraw, pass on to another unit."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.units.models import Unit
from caytre.work.actions.stepping import Word, take, why
from caytre.work.models import Entry, Occurrence, Step
from caytre.work.queries.rollup import parts_of
from caytre.work.rules.permissions import can_steer, can_verify
from caytre.work.rules.progress import PartsAreOpen


class HasItAlready(Refused):
    status = 409
    sentence = gettext_noop("Đơn vị được chọn đã có chính việc này trong kỳ này. Hãy chọn đơn vị khác.")


def uphold(occurrence: Occurrence, *, text: str, seen: int, by: User, at: datetime) -> Entry:
    """Answer an objection: the unit has to do it. Raises MayNotDirect, NotNow, ChangedMeanwhile, WhyIsMissing, as do
    the other steps here."""
    return take(occurrence, word=Word(Step.UPHELD, text=why(text)), can=can_steer, seen=seen, by=by, at=at)[0]


def verify(occurrence: Occurrence, *, text: str = "", seen: int, by: User, at: datetime) -> Entry:
    """Confirm a claim: it is done. Raises OwnClaim, ``PartsAreOpen`` too."""

    def change(now: Occurrence, by: User) -> None:
        if not parts_of(now).is_complete:
            raise PartsAreOpen
        now.verified_at = at

    word = Word(Step.VERIFIED, text=text.strip())
    return take(occurrence, word=word, can=can_verify, seen=seen, by=by, at=at, change=change)[0]


def give_back(occurrence: Occurrence, *, text: str, seen: int, by: User, at: datetime) -> Entry:
    """Return a claim, saying what is missing: the unit goes on."""

    def change(now: Occurrence, by: User) -> None:
        now.claimed_at = now.claimed_by = None

    word = Word(Step.RETURNED, text=why(text))
    return take(occurrence, word=word, can=can_steer, seen=seen, by=by, at=at, change=change)[0]


def withdraw(occurrence: Occurrence, *, text: str, seen: int, by: User, at: datetime) -> Entry:
    """Nobody has to do it any more. What was shown stays."""
    return take(
        occurrence, word=Word(Step.WITHDRAWN, text=why(text)), can=can_steer, seen=seen, by=by, at=at
    )[0]


def pass_to(
    occurrence: Occurrence, *, unit: Unit, text: str, seen: int, by: User, at: datetime
) -> Occurrence:
    """Another unit does it from now on, and this one what is to come of the task too; returns what that unit has to
    do. Raises :class:`HasItAlready` too."""
    with transaction.atomic():
        word = Word(Step.PASSED_ON, text=why(text), unit=unit.pk)
        entry, is_new = take(occurrence, word=word, can=can_steer, seen=seen, by=by, at=at)
        if not is_new:
            return Occurrence.objects.get(after=occurrence.pk)
        return opened_after(entry.occurrence, unit=unit, at=at)


def opened_after(before: Occurrence, *, unit: Unit, at: datetime) -> Occurrence:
    """Open for a unit what another one does no longer. Raises :class:`HasItAlready`."""
    new, is_new = Occurrence.objects.get_or_create(
        task_id=before.task_id, unit=unit, key=before.key,
        defaults={
            "giver_id": before.giver_id, "starts": before.starts, "ends": before.ends, "due_on": before.due_on,
            "made_at": at, "after": before,
        },
    )  # fmt: skip
    if not is_new:
        raise HasItAlready
    return new
