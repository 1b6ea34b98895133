"""More time: a unit asks, the giver decides."""

from __future__ import annotations

from datetime import date, datetime

from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.core.validity import day_of
from caytre.work.actions.stepping import Word, take, why
from caytre.work.models import Entry, Extension, Occurrence, Step
from caytre.work.rules.extensions import check_asked, check_granted
from caytre.work.rules.permissions import can_hand, can_prolong


class NothingAsked(Refused):
    status = 409
    sentence = gettext_noop("Không có đề nghị gia hạn nào đang chờ. Hãy tải lại trang để xem hiện trạng.")


class AskedAlready(Refused):
    status = 409
    sentence = gettext_noop("Đã có một đề nghị gia hạn đang chờ quyết định.")


def ask(occurrence: Occurrence, *, until: date, text: str, seen: int, by: User, at: datetime) -> Entry:
    """Ask for time until a day. Raises MayNotDo, NotNow, ChangedMeanwhile, WhyIsMissing, ``NeverDue``, ``NotLater``,
    :class:`AskedAlready`."""

    def change(now: Occurrence, by: User) -> None:
        was = check_asked(until, due_on=now.due_on, on=day_of(at))
        if now.extensions.filter(granted=None).exists():
            raise AskedAlready
        Extension.objects.create(
            occurrence=now, was_due_on=was, asked_for=until, why=reason[:500], asked_at=at, asked_by=by
        )

    reason = why(text)
    word = Word(Step.ASKED, text=reason, figures={"until": until.isoformat()})
    return take(occurrence, word=word, can=can_hand, seen=seen, by=by, at=at, change=change)[0]


def decide(
    occurrence: Occurrence, *, due_on: date | None, text: str = "", seen: int, by: User, at: datetime
) -> Entry:
    """Grant time until ``due_on``, which need not be the day that was asked for; None denies, with a reason. The
    first day is kept with the extension. Raises MayNotDirect, OwnWork, NotNow, ChangedMeanwhile,
    :class:`NothingAsked`."""

    def change(now: Occurrence, by: User) -> None:
        asked = now.extensions.filter(granted=None).first()
        if asked is None:
            raise NothingAsked
        if due_on is not None:
            now.due_on = check_granted(due_on, was=asked.was_due_on, on=day_of(at))
            now.ends = max(now.ends or due_on, due_on)
        asked.granted, asked.due_on, asked.answer = due_on is not None, due_on, answer[:500]
        asked.decided_at, asked.decided_by = at, by
        asked.save()

    answer = text.strip() if due_on is not None else why(text)
    figures = {"until": due_on.isoformat()} if due_on else {}
    word = Word(Step.GRANTED if due_on else Step.DENIED, text=answer, figures=figures)
    return take(occurrence, word=word, can=can_prolong, seen=seen, by=by, at=at, change=change)[0]
