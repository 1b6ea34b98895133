"""What the unit does that was given the work: receive it, object, hand it to a person, show how it goes, claim it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from caytre.core.models import User
from caytre.core.refusals import Answer, Refused, gettext_noop
from caytre.core.validity import day_of
from caytre.units.models import Post, Unit
from caytre.work.actions.evidence import Checked, check_links, kept
from caytre.work.actions.stepping import Word, take, why
from caytre.work.models import Entry, Occurrence, Step
from caytre.work.queries.rollup import parts_of
from caytre.work.rules.permissions import can_claim, can_hand, can_receive, can_show
from caytre.work.rules.progress import PartsAreOpen, check_figures, check_percent


class NotOfTheUnit(Refused):
    sentence = gettext_noop(
        "Người được chọn không giữ chức vụ nào ở đơn vị này. Hãy chọn người đang công tác tại đơn vị."
    )


def receive(occurrence: Occurrence, *, seen: int, by: User, at: datetime) -> Entry:
    """The unit says that it has taken note. Raises MayNotDo, NotNow, ChangedMeanwhile, as do all steps here."""

    def change(now: Occurrence, by: User) -> None:
        now.received_at = at

    return take(
        occurrence, word=Word(Step.RECEIVED), can=can_receive, seen=seen, by=by, at=at, change=change
    )[0]


def object_to(
    occurrence: Occurrence, *, text: str, instead: Unit | None, seen: int, by: User, at: datetime
) -> Entry:
    """The unit says that the work is not its own, and whose it is (``instead``). Raises WhyIsMissing too."""
    word = Word(Step.OBJECTED, text=why(text), unit=instead.pk if instead else None)
    return take(occurrence, word=word, can=can_receive, seen=seen, by=by, at=at)[0]


def hand(occurrence: Occurrence, *, to: User, text: str = "", seen: int, by: User, at: datetime) -> Entry:
    """Hand it to a person of the unit, which receives it by that. Raises :class:`NotOfTheUnit` too."""

    def change(now: Occurrence, by: User) -> None:
        if not (to.is_active and Post.objects.as_of(day_of(at)).filter(user=to, unit=now.unit_id).exists()):
            raise NotOfTheUnit
        now.holder = to
        now.received_at = now.received_at or at

    word = Word(Step.HANDED, text=text.strip(), whom=to)
    return take(occurrence, word=word, can=can_hand, seen=seen, by=by, at=at, change=change)[0]


def show(
    occurrence: Occurrence, *, percent: int | None, text: str, figures: Mapping[str, object] | None = None,
    files: Sequence[Checked] = (), links: Sequence[str] = (), by: User, at: datetime, seen: int | None = None,
) -> Entry:  # fmt: skip
    """Say how it goes, with what shows it. What two people say at once is both kept, unless they name the version.

    Raises ``NothingSaid``, ``NoSuchPercent``, ``NoFigure``, ``NoLink`` too.
    """
    check_percent(percent, says=bool(text.strip() or figures or files or links))
    word = Word(Step.PROGRESS, text=text.strip(), percent=percent, figures=check_figures(figures or {}))
    return _with_evidence(occurrence, word, can_show, files, links, seen, by, at)


def claim(
    occurrence: Occurrence, *, text: str, figures: Mapping[str, object] | None = None,
    files: Sequence[Checked] = (), links: Sequence[str] = (), seen: int, by: User, at: datetime,
) -> Entry:  # fmt: skip
    """Say that it is done. Raises ``PartsAreOpen`` where what was handed down is not."""
    word = Word(Step.CLAIMED, text=text.strip(), percent=100, figures=check_figures(figures or {}))
    return _with_evidence(occurrence, word, can_claim, files, links, seen, by, at)


def _with_evidence(
    occurrence: Occurrence, word: Word, can: Callable[..., Answer], files: Sequence[Checked], links: Sequence[str],
    seen: int | None, by: User, at: datetime,
) -> Entry:  # fmt: skip
    def change(now: Occurrence, by: User) -> None:
        now.received_at = now.received_at or at
        if word.percent is not None:
            now.percent = word.percent
        if files or links:
            now.shown_at = at
        if word.step == Step.CLAIMED:
            if not parts_of(now).is_complete:
                raise PartsAreOpen
            now.claimed_at, now.claimed_by = at, by

    addresses = check_links(links)
    with kept(files, links=addresses) as stored, transaction.atomic():
        entry, is_new = take(occurrence, word=word, can=can, seen=seen, by=by, at=at, change=change)
        stored.belong(entry, links=addresses, is_new=is_new)
    return entry
