"""A plan, what newer readings do to it, and what becomes of it with its document."""

import hashlib
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from caytre import flows
from caytre.core import search
from caytre.core.models import Event
from caytre.documents.actions import correcting, intake
from caytre.documents.models import Document, Reading, Removal
from caytre.documents.queries.reading import read_of
from caytre.units.models import Role
from caytre.work.actions import confirming, doing, drafting, extending, issuing, planning
from caytre.work.models import (
    Decision,
    Evidence,
    Extension,
    Notice,
    Occurrence,
    Part,
    Party,
    Plan,
    Proposal,
    Standing,
    Task,
)
from caytre.work.queries.occurrence import fetched, sheet
from caytre.work.queries.plans import PLAN as PLANS
from caytre.work.queries.plans import TASK
from caytre.work.rules.permissions import MayNotConfirm, MayNotIssue
from caytre.work.rules.wanted import Wanted
from caytre.writes.actions import keep_draft
from caytre.writes.models import Draft
from countries import AT, TODAY
from factories import STAMPED, read
from vanban.schedule import Schedule
from works import at_work

LATER = AT + timedelta(days=2)
LINK = "https://suoitruc.example/tre"


@pytest.fixture
def clerk(country):
    return at_work("van-thu", at=country.suoi_truc, role=Role.CLERK)


@pytest.fixture
def focal(country):
    return at_work("dau-moi", at=country.suoi_truc, role=Role.FOCAL)


@pytest.fixture
def leader(country):
    return at_work("lanh-dao", at=country.suoi_truc, role=Role.LEADER)


@pytest.fixture
def document(clerk, tmp_path):
    return read(tmp_path, by=clerk)


@pytest.fixture
def plan(document, focal):
    return planning.make_plan(document, by=focal, at=AT)


def accepted(plan, by):
    for one in plan.proposals.all():
        confirming.accept(one, by=by, at=AT)


def issued(plan, focal, leader):
    accepted(plan, focal)
    drafting.fill(plan, values={"unclear": "chưa nói"}, by=focal, at=AT)
    return flows.issue_plan(plan, by=leader, at=AT)


def test_a_plan_is_made_once_by_those_who_may(plan, document, focal, clerk):
    assert planning.make_plan(document, by=focal, at=LATER) == plan
    assert (plan.code, str(plan.on), plan.unit_id) == ("41/KH-UBND", "2031-03-05", document.unit_id)
    with pytest.raises(MayNotConfirm):
        planning.make_plan(document, by=clerk, at=AT)


def test_what_has_no_time_is_made_to_go_on_till_the_end_of_the_plan(plan, focal):
    accepted(plan, focal)
    unclear, clear = plan.tasks.filter(kind="unspecified"), plan.tasks.exclude(kind="unspecified")
    named, before = (
        list(unclear.values_list("pk", flat=True)),
        list(clear.values_list("kind", "due_on", "until")),
    )
    assert named and before
    planning.set_end(plan, until=date(2031, 12, 31), by=focal, at=AT)
    for asked, filled in (("", 0), ("hour", 0), ("quarter", len(named)), ("month", 0)):
        assert drafting.fill(plan, values={"review_every": asked}, by=focal, at=AT) == filled
    kept = plan.tasks.filter(pk__in=named).values_list("kind", "review_every", "until").distinct()
    assert list(kept) == [("continuous", "quarter", date(2031, 12, 31))]
    assert list(plan.tasks.exclude(pk__in=named).values_list("kind", "due_on", "until")) == before


def test_each_proposal_stands_on_words_of_its_reading(plan, document):
    text = document.readings.get().content["text"]
    assert plan.proposals.count() == 4
    assert all(text[one.start : one.end] == one.quote for one in plan.proposals.all())


def test_a_correction_adds_and_what_was_decided_stays(plan, document, clerk, focal):
    first, second = plan.proposals.all()[:2]
    confirming.accept(first, by=focal, at=AT)
    content = read_of(document).facts.content
    for index in (0, 1):
        correcting.correct(
            document, part="tasks", index=index, values={"product": "Danh sách"}, why="", by=clerk, at=AT,
            as_seen=correcting.seen(content["tasks"][index]),
        )  # fmt: skip
    before = Proposal.objects.get(pk=first.pk).content
    assert planning.propose_again(plan, by=focal, at=LATER) == 2
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.decision, first.content) == (Decision.ACCEPTED, before)
    assert second.decision == Decision.GONE
    assert Task.objects.get().product == ""
    assert planning.propose_again(plan, by=focal, at=LATER) == 0


def test_a_newer_reading_of_the_same_words_changes_nothing(plan, document, focal):
    old = document.readings.get()
    Reading.objects.create(document=document, number=2, at=LATER, version="9", content=old.content)
    assert planning.propose_again(plan, by=focal, at=LATER) == 0
    assert set(plan.proposals.values_list("reading", flat=True)) == {1}


def test_what_is_merged_is_taken_back_together(plan, focal):
    first, second = plan.proposals.all()[:2]
    assert confirming.merge(first, by=focal, at=AT) == [first, second]
    assert set(Task.objects.get().proposals.all()) == {first, second}
    opened = confirming.undo(second, by=focal, at=AT)
    assert {one.decision for one in opened} == {Decision.NEW} and len(opened) == 2
    assert not Task.objects.exists()


def test_what_is_split_has_the_rest_alike(plan, focal):
    one = plan.proposals.first()
    with pytest.raises(confirming.NothingToSplit):
        confirming.split(one, texts=["một", "  "], by=focal, at=AT)
    confirming.split(one, texts=["Chọn giống", "Mua giống"], by=focal, at=AT)
    tasks = list(Task.objects.order_by("text"))
    assert [task.text for task in tasks] == ["Chọn giống", "Mua giống"]
    assert {task.due_on for task in tasks} == {tasks[0].due_on} and tasks[0].quote == one.quote


def test_the_database_holds_that_one_leads(plan, focal, country):
    confirming.accept(plan.proposals.first(), by=focal, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Party.objects.create(task=Task.objects.get(), part=Part.LEAD, uid=country.ghenh_soi.pk)


def test_a_leader_issues_once(plan, focal, leader):
    accepted(plan, focal)
    with pytest.raises(MayNotIssue):
        flows.issue_plan(plan, by=focal, at=AT)
    with pytest.raises(issuing.NotClear):
        flows.issue_plan(plan, by=leader, at=AT)
    assert not Task.objects.in_force().exists()
    drafting.fill(plan, values={"unclear": "chưa nói"}, by=focal, at=AT)
    assert flows.issue_plan(plan, by=leader, at=AT) == 4
    opened = Occurrence.objects.count()
    assert flows.issue_plan(plan, by=leader, at=LATER) == 0
    assert Occurrence.objects.count() == opened > 0
    assert Event.objects.filter(name="work.plan.issued").count() == 1
    assert Event.objects.filter(name="work.task.issued").count() == 4
    assert Plan.objects.get().issued_at == AT


def test_tasks_may_follow_and_be_withdrawn_or_reworded(plan, focal, leader, country):
    issued(plan, focal, leader)
    task = Task.objects.get(text__startswith="Chọn giống")
    new = drafting.revise(task, by=focal, at=AT)
    assert drafting.revise(task, by=focal, at=AT) == new
    assert (new.standing, new.text) == (Standing.DRAFT, task.text)
    assert flows.issue_plan(plan, by=leader, at=LATER) == 1
    task.refresh_from_db()
    assert (task.standing, task.instead_id) == (Standing.SUPERSEDED, new.pk)
    assert set(task.occurrences.values_list("state", flat=True)) == {"superseded"}
    with pytest.raises(issuing.NoWhy):
        issuing.withdraw(new, why=" ", by=focal, at=LATER)
    issuing.withdraw(new, why="tỉnh đã làm", by=focal, at=LATER)
    new.refresh_from_db()
    assert (new.standing, new.ended_why) == (Standing.WITHDRAWN, "tỉnh đã làm")
    assert set(new.occurrences.values_list("state", flat=True)) == {"withdrawn"}


def test_what_a_task_in_other_words_ends_is_told_step_by_step(plan, focal, leader):
    issued(plan, focal, leader)
    task = Task.objects.get(text__startswith="Chọn giống")
    was = task.occurrences.get()
    drafting.revise(task, by=focal, at=AT)
    flows.issue_plan(plan, by=leader, at=LATER)
    entry = was.entries.get()
    assert (entry.step, entry.by, entry.at) == ("reworded", leader, LATER)
    assert Event.objects.get(about=str(was.pk)).name == "work.occurrence.reworded"


def test_a_part_of_what_binds_no_more_is_not_issued(plan, focal, leader, country):
    issued(plan, focal, leader)
    task = Task.objects.get(text__startswith="Chọn giống")
    head = at_work("truong-phong", at=country.economy, role=Role.LEADER)
    wanted = Wanted("Mua giống", Schedule("unspecified"), unclear="làm thử")
    part = drafting.add_part(task, wanted=wanted, unit=country.economy.pk, by=head, at=AT)
    issuing.withdraw(task, why="tỉnh đã làm", by=focal, at=AT)
    with pytest.raises(issuing.WholeIsOver):
        flows.issue_task(part, by=head, at=LATER)


def test_a_person_removes_a_document_with_its_drafts_and_not_with_what_binds(
    plan, document, clerk, focal, leader
):
    accepted(plan, focal)
    with transaction.atomic():
        flows.remove_document(document, by=clerk, at=AT, why="nhầm")
        assert not (Plan.objects.exists() or Task.objects.exists() or Document.objects.exists())
        assert search.find("giống tre", kind=TASK, among=Task.objects.all()) == []
        transaction.set_rollback(True)
    drafting.fill(plan, values={"unclear": "chưa nói"}, by=focal, at=AT)
    flows.issue_plan(plan, by=leader, at=AT)
    with pytest.raises(planning.IsIssued):
        flows.remove_document(document, by=clerk, at=AT, why="nhầm")
    assert Document.objects.exists() and Task.objects.in_force().count() == 4


def test_a_stamp_found_late_takes_all_words_out(plan, document, focal, leader):
    issued(plan, focal, leader)
    task = Task.objects.get(text__startswith="Chọn giống")
    assert search.find("giống tre", kind=TASK, among=Task.objects.all()) == [str(task.pk)]
    assert flows.withdraw_document(document.pk, at=LATER)
    assert Removal.objects.get().by is None and not Document.objects.exists()
    plan.refresh_from_db()
    assert (plan.document, plan.title, plan.code, plan.standing) == (None, "", "", Standing.WITHDRAWN)
    assert not Proposal.objects.exists()
    for one in Task.objects.all():
        assert [getattr(one, name) for name in planning.WORDS] == [""] * len(planning.WORDS)
        assert (one.standing, one.ended_why) == (Standing.WITHDRAWN, intake.STAMPED)
    assert set(Party.objects.values_list("written", flat=True)) == {""}
    assert set(Occurrence.objects.values_list("state", flat=True)) == {"withdrawn"}
    for kind, rows in ((TASK, Task), (PLANS, Plan)):
        assert search.find("tre", kind=kind, among=rows.objects.all()) == []


def test_a_stamp_found_late_takes_out_what_units_wrote_closes_what_they_gave_and_tells_them(
    plan, document, focal, leader, country
):
    issued(plan, focal, leader)
    head = at_work("truong-phong", at=country.economy, role=Role.LEADER)
    one = Occurrence.objects.get(task__text__startswith="Chọn giống")
    doing.show(one, percent=40, text="Theo kế hoạch", figures={"số giống": 3}, links=[LINK], by=head, at=AT)
    extending.ask(one, until=one.due_on + timedelta(days=9), text="Mưa", seen=2, by=head, at=AT)
    forms = (
        f"/plans/tasks/{one.task_id}/edit/",
        f"/plans/{plan.pk}/add/",
        f"/documents/{document.pk}/title/",
    )
    for form in (*forms, f"/plans/tasks/{plan.pk.hex}/edit/"):
        keep_draft(form, version="", fields={"text": ["Theo kế hoạch"]}, by=head, at=AT)
    assert sheet(fetched(one.pk, by=head), by=head, on=TODAY).entries[1].shown
    flows.withdraw_document(document.pk, at=LATER)
    shown = sheet(fetched(one.pk, by=head), by=head, on=TODAY)
    assert [(entry.step, entry.text, entry.figures) for entry in shown.entries] == [
        ("withdrawn", intake.STAMPED, {}),
        ("asked", "", {}),
        ("progress", "", {}),
    ]
    assert not any(entry.shown for entry in shown.entries)
    assert Evidence.objects.get().closed_at == LATER and Extension.objects.get().why == ""
    steps = Event.objects.filter(about=str(one.pk)).order_by("id").values_list("name", flat=True)
    assert list(steps)[-1] == "work.occurrence.withdrawn"
    told = Notice.objects.filter(kind="wiped").order_by("recipient__username")
    assert list(told.values_list("recipient__username", flat=True)) == ["dau-moi", "lanh-dao", "truong-phong"]
    assert Draft.objects.get().form == f"/plans/tasks/{plan.pk.hex}/edit/"


def test_the_reader_takes_them_out_where_it_finds_the_stamp(plan, document, focal, leader):
    issued(plan, focal, leader)
    Path(document.file.path).write_text(STAMPED, encoding="utf-8")
    sha256 = hashlib.sha256(STAMPED.encode()).hexdigest()
    Document.objects.update(state="queued", sha256=sha256)
    assert flows.read_document(document.pk, clock=lambda: LATER)
    assert not Document.objects.exists()
    assert set(Task.objects.values_list("text", "standing")) == {("", Standing.WITHDRAWN)}
