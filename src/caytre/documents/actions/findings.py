"""A person says of a finding that it is right, or why it is not, or takes that back; no document is changed by it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.core.validity import day_of
from caytre.documents.models import Document, Verdict
from caytre.documents.queries.findings import findings_of
from caytre.documents.queries.reading import read_of
from caytre.documents.rules.findings import NoReason, Review
from caytre.documents.rules.permissions import NothingRead, can_correct
from caytre.units.queries.standing import permitted

LONGEST = 500
_EVENTS = {
    Verdict.Standing.ACCEPTED: "documents.finding.accepted",
    Verdict.Standing.DISMISSED: "documents.finding.dismissed",
    Verdict.Standing.OPEN: "documents.finding.reopened",
}


class FindingGone(Refused):
    """The finding is not made any more."""

    status = 409
    sentence = gettext_noop(
        "Phát hiện này không còn: dữ kiện vừa được sửa hoặc văn bản vừa được đọc lại. Hãy mở lại trang kiểm tra."
    )


class DecidedMeanwhile(Refused):
    """Somebody else said something of it since the form was opened."""

    status = 409
    sentence = gettext_noop(
        "Phát hiện này vừa được người khác xem xét. Hãy mở lại trang kiểm tra để xem ý kiến đó rồi quyết định."
    )


def decide(
    document: Document, *, key: str, standing: Verdict.Standing, why: str, seen: int, by: User, at: datetime
) -> None:
    """Say something of the finding with this key; "open" takes back what was said, also where it is found no more.
    ``seen`` is the last saying that the person knew, 0 for none.

    Raises NoReason where it is dismissed without one, NothingRead, MayNotCorrect, :class:`FindingGone`,
    :class:`DecidedMeanwhile`.
    """
    if standing == Verdict.Standing.DISMISSED and not why:
        raise NoReason
    with transaction.atomic():
        fresh = Document.objects.locked(document.pk)
        by = permitted(by, at=at, can=can_correct, paper=fresh)
        read = read_of(fresh)
        if read is None:
            raise NothingRead
        code, message, quote, last = _known(findings_of(fresh, read=read, today=day_of(at)), key, standing)
        if last != seen:
            raise DecidedMeanwhile
        Verdict.objects.create(
            document=fresh, key=key, code=code, message=message, quote=quote, standing=standing, why=why[:LONGEST],
            by=by, at=at,
        )  # fmt: skip
        history.record(_EVENTS[standing], about=document.pk, by=by, at=at, code=code)


def _known(review: Review, key: str, standing: Verdict.Standing) -> tuple[str, str, str, int]:
    """Code, message and words of a finding, and the last saying of it."""
    for point in review.points:
        if point.key == key:
            return point.finding.code, point.finding.message, point.finding.quote, point.last
    for lost in review.lost if standing == Verdict.Standing.OPEN else ():
        if lost.key == key:
            return lost.code, lost.message, lost.quote, lost.id
    raise FindingGone
