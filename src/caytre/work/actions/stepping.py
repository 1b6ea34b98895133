"""How every step is taken: under a lock, by who may at this moment, once, with an entry and an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Answer, Refused, gettext_noop
from caytre.units.queries.standing import permitted
from caytre.work.actions.reminding import tell
from caytre.work.models import ENDED, Entry, Occurrence, Step
from caytre.work.rules.steps import after, can_take

EVENTS: Mapping[Step, str] = {
    Step.RECEIVED: "work.occurrence.received",
    Step.OBJECTED: "work.occurrence.objected",
    Step.UPHELD: "work.occurrence.upheld",
    Step.HANDED: "work.occurrence.handed",
    Step.PROGRESS: "work.occurrence.shown",
    Step.CLAIMED: "work.occurrence.claimed",
    Step.RETURNED: "work.occurrence.returned",
    Step.VERIFIED: "work.occurrence.verified",
    Step.ASKED: "work.extension.asked",
    Step.GRANTED: "work.extension.granted",
    Step.DENIED: "work.extension.denied",
    Step.WITHDRAWN: "work.occurrence.withdrawn",
    Step.PASSED_ON: "work.occurrence.passed_on",
    Step.REWORDED: "work.occurrence.reworded",
}
Change = Callable[[Occurrence, User], None]
"""What a step changes of an occurrence besides its state; it may refuse."""


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody says with a step."""

    step: Step
    text: str = ""
    percent: int | None = None
    figures: Mapping[str, object] = field(default_factory=dict)
    whom: User | None = None
    unit: UUID | None = None


class ChangedMeanwhile(Refused):
    """Somebody else took a step since the page was opened."""

    status = 409
    sentence = gettext_noop(
        "Việc này vừa được người khác cập nhật. Hãy xem lại diễn biến mới nhất rồi làm tiếp nếu vẫn cần."
    )


class WhyIsMissing(Refused):
    sentence = gettext_noop("Hãy ghi lý do, để bên kia hiểu và làm theo được.")


def take(
    occurrence: Occurrence, *, word: Word, can: Callable[..., Answer], seen: int | None, by: User, at: datetime,
    change: Change | None = None,
) -> tuple[Entry, bool]:  # fmt: skip
    """Take a step on the occurrence as it is now; returns the entry, and whether it is new: the same step of the same
    person on the same version is a second click, and changes nothing.

    ``can`` is asked about ``given``; ``seen`` is the version that the person saw, None where the step adds and takes
    nothing away. Raises what ``can`` and ``change`` refuse, :class:`ChangedMeanwhile`, ``NotNow``.
    """
    with transaction.atomic():
        now = Occurrence.objects.select_for_update(no_key=True).get(pk=occurrence.pk)
        by = permitted(by, at=at, can=can, given=now)
        again = _again(now, word, seen, by)
        if again is not None:
            return again, False
        if seen is not None and now.version != seen:
            raise ChangedMeanwhile
        return enter(now, word=word, by=by, at=at, change=change), True


def enter(
    now: Occurrence, *, word: Word, by: User | None, at: datetime, change: Change | None = None,
    is_one_of_many: bool = False,
) -> Entry:  # fmt: skip
    """Write the step down of a locked occurrence, and tell whom it concerns, unless they are told of many at once.

    Raises ``NotNow`` and what ``change`` refuses.
    """
    can_take(word.step, state=now.state).or_raise()
    if change is not None and by is not None:
        change(now, by)
    now.state = after(word.step, state=now.state)
    now.version += 1
    now.save()
    entry = Entry.objects.create(
        occurrence=now, step=word.step, at=at, by=by, capacity=by.capacity if by else "", percent=word.percent,
        text=word.text, figures=dict(word.figures), whom=word.whom, unit_id=word.unit,
    )  # fmt: skip
    if not is_one_of_many:
        tell(entry, at=at)
    history.record(EVENTS[word.step], about=now.pk, by=by, at=at, entry=entry.pk, version=now.version)
    return entry


def held(rows: QuerySet[Occurrence]) -> list[Occurrence]:
    """These rows as they are now, held in one order until the end of the transaction.

    Who takes a step holds its occurrence and then waits for the history: so nobody may record anything and hold
    occurrences after it.
    """
    return list(rows.select_for_update(no_key=True).order_by("pk"))


def enter_all(rows: Sequence[Occurrence], *, word: Word, by: User | None, at: datetime) -> list[Occurrence]:
    """Write the same step down of all held occurrences that have not ended; returns these."""
    going_on = [row for row in rows if row.state not in ENDED]
    for row in going_on:
        enter(row, word=word, by=by, at=at, is_one_of_many=True)
    return going_on


def why(text: str) -> str:
    """A reason that was given. Raises :class:`WhyIsMissing`."""
    if not text.strip():
        raise WhyIsMissing
    return text.strip()


def _again(now: Occurrence, word: Word, seen: int | None, by: User) -> Entry | None:
    """The entry of the same step, if this person took it just now."""
    if seen is None or now.version != seen + 1:
        return None
    last = now.entries.last()
    if last is None or last.by_id != by.pk:
        return None
    same = (last.step, last.text, last.percent, last.figures, last.whom_id, last.unit_id)
    whom = word.whom.pk if word.whom else None
    said = (word.step, word.text, word.percent, dict(word.figures), whom, word.unit)
    return last if same == said else None
