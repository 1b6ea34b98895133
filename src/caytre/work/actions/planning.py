"""A plan is made of a document that was read, and forgotten with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from caytre.core import history, search
from caytre.core.access import NotFound
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.core.validity import day_of as today_of
from caytre.documents.models import Document
from caytre.documents.queries.reading import Read, read_of
from caytre.documents.rules.bodies import day_of
from caytre.documents.rules.permissions import NothingRead
from caytre.units.queries.standing import permitted
from caytre.work.actions import rows
from caytre.work.models import ENDED, Decision, Occurrence, Party, Plan, Proposal, Standing, State, Task
from caytre.work.queries.plans import PLAN, TASK
from caytre.work.rules.permissions import can_confirm
from caytre.work.rules.proposals import facts_of, news

WORDS = (
    "heading", "text", "product", "answerable", "authority", "unclear", "basis", "raw", "quote", "time_quote",
)  # fmt: skip
"""The columns of a task in which words of its document may stand."""


class NoOffice(Refused):
    """The document belongs to no unit yet, so that nobody could follow it up."""

    status = 409
    sentence = gettext_noop(
        "Văn bản này chưa thuộc cơ quan nào nên chưa lập kế hoạch được. Hãy nhờ quản trị viên giao văn bản cho cơ quan."
    )


class IsIssued(Refused):
    """The document may not go: work was given by it."""

    status = 409
    sentence = gettext_noop(
        "Đã giao nhiệm vụ theo văn bản này nên không gỡ bỏ được. Nếu văn bản không còn hiệu lực, hãy rút các nhiệm vụ."
    )


def make_plan(document: Document, *, by: User, at: datetime) -> Plan:
    """The plan of the unit that has the document, with what the reader proposes; one that is there is returned.

    Raises MayNotConfirm, :class:`NoOffice`, NothingRead.
    """
    with transaction.atomic():
        document = Document.objects.locked(document.pk)
        unit = document.unit_id
        by = permitted(by, at=at, can=can_confirm, unit=unit)
        read = read_of(document)
        if read is None:
            raise NothingRead
        if unit is None:
            raise NoOffice
        known = Plan.objects.filter(document=document, unit=unit).first()
        if known is not None:
            return known
        plan = Plan.objects.create(
            document=document, unit_id=unit, title=document.shown, code=document.code,
            on=day_of(document.issued, default=today_of(document.received_at)), until=None,
            made_at=at, made_by=by,
        )  # fmt: skip
        number = _propose(plan, read)
        rows.find_plan(plan)
        history.record("work.plan.made", about=plan.pk, by=by, at=at, proposals=number)
    return plan


def propose_again(plan: Plan, *, by: User, at: datetime) -> int:
    """Add what the facts of the document say now beyond the proposals; returns how many are new.

    What was decided stays; of what was not, proposals that the facts no longer hold are gone. Raises MayNotConfirm.
    """
    with transaction.atomic():
        plan = locked(plan)
        by = permitted(by, at=at, can=can_confirm, unit=plan.unit_id)
        read = read_of(plan.document) if plan.document else None
        if read is None:
            raise NothingRead
        number = _propose(plan, read)
        touch(plan)
        history.record("work.plan.proposed", about=plan.pk, by=by, at=at, proposals=number)
    return number


def locked(plan: Plan) -> Plan:
    """The plan as it is now, held until the end of the transaction. Raises NotFound."""
    found = (
        Plan.objects.select_for_update(of=("self",), no_key=True)
        .select_related("document")
        .filter(pk=plan.pk)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def touch(plan: Plan) -> None:
    """It has changed: whoever looked at it before does not write over that."""
    Plan.objects.filter(pk=plan.pk).update(version=F("version") + 1)


def set_end(plan: Plan, *, until: date, by: User, at: datetime) -> None:
    """Say for how long the plan is made: what repeats ends then, where it is accepted from now on. Raises
    MayNotConfirm."""
    with transaction.atomic():
        plan = locked(plan)
        by = permitted(by, at=at, can=can_confirm, unit=plan.unit_id)
        Plan.objects.filter(pk=plan.pk).update(until=until, version=F("version") + 1)
        history.record("work.plan.bounded", about=plan.pk, by=by, at=at)


def _propose(plan: Plan, read: Read) -> int:
    decisions = dict(plan.proposals.values_list("mark", "decision"))
    found = news(facts_of(read.facts.content), decisions=decisions)
    Proposal.objects.bulk_create(
        Proposal(
            plan=plan, place=one.start, mark=one.mark, content=one.content, quote=one.quote, start=one.start,
            end=one.end, reading=read.reading.number, reader=read.reading.version,
        )
        for one in found.new
    )  # fmt: skip
    for marks, decision in ((found.gone, Decision.GONE), (found.back, Decision.NEW)):
        plan.proposals.filter(mark__in=marks).update(decision=decision)
    return len(found.new) + len(found.back)


def forget(document: UUID) -> None:
    """Take out the drafts that were made of a document. Raises :class:`IsIssued` where one was issued."""
    plans = list(Plan.objects.select_for_update().filter(document=document))
    if any(plan.standing != Standing.DRAFT for plan in plans):
        raise IsIssued
    for plan in plans:
        rows.drop(plan.tasks.all())
        search.wipe(plan.pk, kind=PLAN)
        plan.delete()


def wipe(document: UUID, *, why: str, at: datetime) -> None:
    """Take all words of a document out of its plans and tasks, and out of parts that units made of them: it bears a
    stamp of secrecy. What was issued is withdrawn, with what units still have to do of it; what was not is gone."""
    for plan in Plan.objects.select_for_update().filter(document=document):
        _wipe_tasks(_with_parts(plan), why=why, at=at)
        search.wipe(plan.pk, kind=PLAN)
        Task.proposals.through.objects.filter(proposal__plan=plan).delete()
        if plan.standing == Standing.DRAFT:
            plan.delete()
            continue
        plan.proposals.all().delete()
        Plan.objects.filter(pk=plan.pk).update(
            document=None, title="", code="", standing=Standing.WITHDRAWN, version=F("version") + 1
        )
        history.record("work.plan.wiped", about=plan.pk, by=None, at=at)


def _with_parts(plan: Plan) -> list[Task]:
    """The tasks of a plan and the parts that units made of them, the parts before their wholes."""
    found: list[Task] = []
    here = list(plan.tasks.all())
    while here:
        found = here + found
        here = list(Task.objects.filter(parent__in=here))
    return found


def _wipe_tasks(tasks: Sequence[Task], *, why: str, at: datetime) -> None:
    drafts = [task for task in tasks if task.standing == Standing.DRAFT]
    rows.drop(drafts)
    left = [task.pk for task in tasks if task.standing != Standing.DRAFT]
    for key in left:
        search.wipe(key, kind=TASK)
    kept = Task.objects.filter(pk__in=left)
    kept.in_force().update(standing=Standing.WITHDRAWN, ended_at=at, ended_why=why)
    kept.update(**dict.fromkeys(WORDS, ""), reading=None, start=None, end=None, version=F("version") + 1)
    Party.objects.filter(task__in=left).update(written="")
    Occurrence.objects.filter(task__in=left).exclude(state__in=ENDED).update(
        state=State.WITHDRAWN, version=F("version") + 1
    )
