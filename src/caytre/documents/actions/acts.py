"""What is known of acts is written down; nothing is changed in place."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from django.db import transaction
from django.db.models import Q

from caytre.core import history
from caytre.core.access import NotFound
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.core.validity import day_of
from caytre.documents.actions.weaving import resolve_soon
from caytre.documents.models import Act
from caytre.documents.rules.acts import ActFacts, can_record_act, check
from caytre.documents.rules.meaning import number_key
from caytre.units.queries.standing import permitted
from vanban.acts import every
from vanban.acts.model import Act as Shipped


class KnownAlready(Refused):
    """``entry`` is what is written down already."""

    status = 409
    sentence = gettext_noop(
        "Danh mục của cơ quan đã có văn bản số %(number)s ngày này. Hãy mở văn bản đó rồi ghi thay đổi."
    )

    def __init__(self, act: Act) -> None:
        super().__init__(number=act.number)
        self.entry = act.entry


class ActChangedMeanwhile(Refused):
    status = 409
    sentence = gettext_noop(
        "Văn bản này vừa được người khác ghi thay đổi. Hãy xem nội dung mới rồi ghi lại nếu cần."
    )


def record(facts: ActFacts, *, unit: UUID | None, by: User, at: datetime) -> Act:
    """Write down what is known of an act, for a unit or (None) for everybody.

    Raises BadAct, MayNotRecordAct, :class:`KnownAlready`.
    """
    check(facts)
    with transaction.atomic():
        by = permitted(by, at=at, can=can_record_act, unit=unit)
        there = Act.objects.open().filter(number_key=number_key(facts.number), unit=unit)
        same = there.filter(Q(issued=facts.issued) | Q(issued=None)).first()
        if same is not None:
            raise KnownAlready(same)
        row = _row(facts, entry=uuid4(), unit=unit, by=by, at=at)
        row.save(force_insert=True)
        resolve_soon([row.number_key])
        history.record("documents.act.recorded", about=row.entry, by=by, at=at)
    return row


def change(entry: UUID, *, facts: ActFacts, seen: int, by: User, at: datetime) -> Act:
    """Write down that something else is known of an act from today on; ``seen`` is the row that the person saw.

    Raises BadAct, NotFound, MayNotRecordAct, :class:`ActChangedMeanwhile`.
    """
    check(facts)
    with transaction.atomic():
        old = Act.objects.select_for_update(no_key=True).filter(entry=entry, valid_to=None).first()
        if old is None:
            raise NotFound
        by = permitted(by, at=at, can=can_record_act, unit=old.unit_id)
        if old.pk != seen:
            raise ActChangedMeanwhile
        row = _row(facts, entry=entry, unit=old.unit_id, by=by, at=at)
        _follow(old, row)
        resolve_soon([old.number_key, row.number_key])
        history.record("documents.act.changed", about=entry, by=by, at=at)
    return row


def load_shipped(*, at: datetime) -> int:
    """Bring the acts that come with the system up to date; returns how many rows are new.

    What a person wrote down of one of them stays.
    """
    numbers: Counter[str] = Counter()
    new = []
    with transaction.atomic():
        there = {act.entry: act for act in Act.objects.open().filter(unit=None)}
        for shipped in every():
            key = number_key(shipped.number)
            entry = uuid5(NAMESPACE_URL, f"act:{key}/{numbers[key]}")
            numbers[key] += 1
            row = _row(_said(shipped), entry=entry, unit=None, by=None, at=at)
            row.is_shipped, row.verified = True, shipped.verified
            old = there.get(entry)
            if old is not None and (not old.is_shipped or _same(old, row)):
                continue
            _follow(old, row)
            new.append(row.number_key)
        resolve_soon(new)
    return len(new)


def _follow(old: Act | None, row: Act) -> None:
    """The new row holds from its day on, the old one until then."""
    if old is not None:
        Act.objects.filter(pk=old.pk).update(valid_to=row.valid_from)
    row.save(force_insert=True)


def _row(facts: ActFacts, *, entry: UUID, unit: UUID | None, by: User | None, at: datetime) -> Act:
    return Act(
        entry=entry, number=facts.number[:100], number_key=number_key(facts.number), issued=facts.issued,
        issuer=facts.issuer, type=facts.type, title=facts.title, status=facts.status, ended=facts.ended,
        replaced_by=list(facts.replaced_by), source=facts.source, unit_id=unit, by=by, at=at, valid_from=day_of(at),
    )  # fmt: skip


def _said(shipped: Shipped) -> ActFacts:
    return ActFacts(
        shipped.number, shipped.date, shipped.issuer or "", shipped.type or "", shipped.title or "", shipped.status,
        shipped.ended, shipped.replaced_by, shipped.source,
    )  # fmt: skip


def _same(one: Act, other: Act) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in _SAID)


_SAID = (
    "number", "issued", "issuer", "type", "title", "status", "ended", "replaced_by", "source", "verified",
)  # fmt: skip
