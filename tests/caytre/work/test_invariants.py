"""What must hold of tasks whatever happens: one test for each line of the list, each from somebody else's fault."""

import unicodedata
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from caytre import flows
from caytre.core.models import Event
from caytre.documents.models import Reading, Share
from caytre.units.models import Role
from caytre.units.queries.standing import acting
from caytre.work.actions import confirming, doing, drafting, planning
from caytre.work.actions.occurrences import make_due, open_for
from caytre.work.actions.stepping import EVENTS
from caytre.work.models import Entry, Evidence, Occurrence, Part, Party, State, Step, Task
from caytre.work.queries.annexes import annex_of, check
from caytre.work.rules.annexes import FIELDS, Sent, digest
from caytre.work.rules.occasions import occasions
from caytre.work.rules.progress import rolled_up
from caytre.work.rules.standing import standing
from countries import AT, TODAY, body
from factories import PLAN, read
from vanban.schedule import deadline
from works import at_work, occurrence, plan, task

YEAR = 365


@pytest.fixture
def monthly(country, officer):
    return task(
        "Báo cáo", of=country.suoi_truc, by=officer, lead=country.economy, kind="recurring", due_on=None,
        rule={"every": "month"},
    )  # fmt: skip


def test_i8_what_is_made_twice_is_there_once(monthly):
    made = [make_due(on=TODAY, at=AT) for _ in range(3)]
    assert made == [2, 0, 0] and monthly.occurrences.count() == 2


def test_i8_what_is_received_twice_is_received_once(country, monthly):
    head = at_work("truong-phong", at=country.economy, role=Role.LEADER)
    one = occurrence(monthly, unit=country.economy)
    assert doing.receive(one, seen=1, by=head, at=AT) == doing.receive(one, seen=1, by=head, at=AT)
    assert Entry.objects.count() == 1


def test_i8_a_unit_cannot_have_the_same_twice(country, monthly):
    occurrence(monthly, unit=country.economy, key="2031-03")
    with pytest.raises(IntegrityError), transaction.atomic():
        occurrence(monthly, unit=country.economy, key="2031-03")


PARTS = st.lists(st.tuples(st.sampled_from(State.values), st.integers(0, 100)), max_size=12)


@given(parts=PARTS, order=st.randoms())
def test_i10_parts_weigh_the_same_in_any_order(parts, order):
    turned = list(parts)
    order.shuffle(turned)
    assert rolled_up(parts) == rolled_up(turned)
    assert rolled_up([*parts, *parts]).percent == rolled_up(parts).percent


@given(parts=PARTS)
def test_a_task_is_complete_when_all_parts_that_count_are_verified(parts):
    found = rolled_up(parts)
    counted = [state for state, _ in parts if state not in ("withdrawn", "superseded")]
    assert found.total == len(counted) and 0 <= found.done <= found.total and 0 <= found.percent <= 100
    assert found.is_complete == all(state == "verified" for state in counted)
    assert (found.percent == 100) == (found.is_complete and found.total > 0)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("lines", ["\n", "\r\n", "\n\f"])
def test_i11_the_words_of_an_accepted_task_stand_where_it_says_that_they_do(country, tmp_path, form, lines):
    clerk, focal = (at_work(role, at=country.suoi_truc, role=role) for role in (Role.CLERK, Role.FOCAL))
    written = unicodedata.normalize(form, PLAN).replace("\n", lines)
    made = planning.make_plan(read(tmp_path, written, by=clerk), by=focal, at=AT)
    first, second, third, last = made.proposals.all()
    confirming.accept(first, by=focal, at=AT)
    confirming.split(second, texts=["Đào hố", "Lót phân"], by=focal, at=AT)
    confirming.merge(third, by=focal, at=AT)
    again = Task.objects.get(proposals=first)
    Task.objects.filter(pk=again.pk).update(standing="issued")
    drafting.revise(again, by=focal, at=AT)
    texts = dict(Reading.objects.values_list("number", "content__text"))
    for one in [*Task.objects.all(), *made.proposals.all()]:
        assert one.quote and texts[one.reading][one.start : one.end] == one.quote
    assert Task.objects.count() == 5 and last.tasks.get().quote == third.quote


def test_i12_the_right_is_asked_about_the_very_thing_and_not_about_the_address(country, officer):
    whole = task("Báo cáo", of=country.ben_may, by=officer)
    own, sister = (occurrence(whole, unit=unit) for unit in (country.suoi_truc, country.ghenh_soi))
    entry = Entry.objects.create(occurrence=sister, step="progress", at=AT)
    shown = Evidence.objects.create(entry=entry, file="evidence/00/00", name="anh.jpg")
    client = Client()
    client.force_login(at_work("lanh-dao", at=country.suoi_truc, role=Role.LEADER))
    assert client.get(f"/work/{own.pk}/").status_code == 200
    for address in (
        f"/work/{sister.pk}/", f"/work/{sister.pk}/receive/", f"/work/{own.pk}/evidence/{shown.pk}/",
        f"/work/{sister.pk}/evidence/{shown.pk}/",
    ):  # fmt: skip
        assert client.get(address).status_code == 404, address


def test_i14_what_somebody_sees_is_found_by_an_index(country, officer):
    task("Báo cáo", of=country.ben_may, by=officer, lead=country.suoi_truc)
    user = acting(at_work("lanh-dao", at=country.suoi_truc, role=Role.LEADER), on=TODAY)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # of a few rows it reads all
            cursor.execute("SET LOCAL enable_seqscan = off")
        for rows in (Occurrence.objects.visible_to(user), Task.objects.visible_to(user)):
            plan_of_query = rows.order_by().explain()
            for table in ("work_occurrence", "work_task"):
                assert f"SCAN {table}\n" not in f"{plan_of_query}\n", plan_of_query
                assert f"Seq Scan on {table}" not in plan_of_query


def test_i14_a_page_asks_as_often_for_many_tasks_as_for_a_few(country, officer):
    client = Client()
    client.force_login(at_work("lanh-dao", at=country.suoi_truc, role=Role.LEADER))
    made = plan(None, of=country.suoi_truc, by=officer)
    asked: dict[str, set[int]] = {}
    for number in (3, 30):
        for one in range(number):
            place = body(f"Tổ {number} {one}", kind="tổ", seat=country.suoi_truc)
            given_task = task(f"Việc {one}", of=country.suoi_truc, by=officer, lead=place, plan=made)
            occurrence(given_task, unit=place)
        for address in ("/tasks/", "/work/inbox/", "/plans/", f"/plans/{made.pk}/"):
            client.get(address)  # what is kept of the units is read anew
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            asked.setdefault(address, set()).add(len(queries))
    assert all(len(numbers) == 1 for numbers in asked.values()), asked


def test_i16_what_is_wrong_in_a_sheet_is_told_by_cell(country, officer):
    made = plan(None, of=country.suoi_truc, by=officer)
    one = task("Trồng tre", of=country.suoi_truc, by=officer, lead=country.economy, plan=made)
    user = acting(at_work("lanh-dao", at=country.suoi_truc, role=Role.LEADER), on=TODAY)
    (line,) = annex_of(made, user=user, today=TODAY)
    base = {name: digest(line.values[name]) for name in FIELDS}
    places = dict(zip(FIELDS, ("B7", "C7", "D7", "E7", "F7"), strict=True))
    wrong = dict(line.values) | {"text": "", "lead": "Phòng Kinh tế; Sở Thử nghiệm", "coordinators": "Hội Ma"}
    row = Sent(7, one.pk, base, wrong, places)
    checked = check(made, sent=[row], went_out=AT, today=TODAY)
    told = {fault.cell: str(fault.sentence) % fault.values for fault in checked.faults}
    assert set(told) == {places["text"], places["lead"], places["coordinators"]}
    assert "2 đơn vị" in told[places["lead"]] and "Hội Ma" in told[places["coordinators"]]


def test_i17_every_step_has_an_event_of_its_own():
    assert len(set(EVENTS.values())) == len(EVENTS) and {step.value for step in EVENTS} == set(Step.values)


def test_i17_the_entries_and_the_history_tell_every_step_in_the_same_order(country, monthly):
    head = at_work("truong-phong", at=country.economy, role=Role.LEADER)
    one = occurrence(monthly, unit=country.economy)
    doing.receive(one, seen=1, by=head, at=AT)
    for number in range(3):
        doing.show(one, percent=number, text="", by=head, at=AT)
    doing.claim(one, text="", seen=5, by=head, at=AT)
    told = [event.details["entry"] for event in Event.objects.filter(about=str(one.pk)).order_by("id")]
    assert told == list(one.entries.order_by("id").values_list("id", flat=True)) and len(told) == 5


def test_i18_whoever_does_a_part_reads_the_whole_and_its_clause_and_a_stranger_neither(
    country, officer, tmp_path
):
    document = read(tmp_path, by=officer)
    whole = task(
        "Trồng tre ven suối", of=country.suoi_truc, by=officer, lead=country.economy,
        plan=plan(document, of=country.suoi_truc, by=officer),
    )  # fmt: skip
    part = task("Mua giống", of=country.economy, by=officer, lead=country.finance, parent=whole)
    one = occurrence(part, unit=country.finance)
    Share.objects.create(document=document, unit=country.finance, at=AT)
    client = Client()
    client.force_login(at_work("lam-phan", at=country.finance, role=Role.LEADER))
    page = client.get(f"/work/{one.pk}/").content.decode()
    assert "Trồng tre ven suối" in page and f"/documents/{document.pk}/" in page
    assert client.get(f"/documents/{document.pk}/").status_code == 200
    client.force_login(at_work("nguoi-la", at=country.nui_xanh, role=Role.LEADER))
    assert client.get(f"/work/{one.pk}/").status_code == 404
    assert client.get(f"/documents/{document.pk}/").status_code == 404


def test_i18_whoever_it_was_passed_on_to_reads_the_task_and_its_document_and_may_hand_down_parts(
    country, officer, tmp_path
):
    document = read(tmp_path, by=officer)
    focal = at_work("dau-moi", at=country.suoi_truc, role=Role.FOCAL)
    whole = task(
        "Trồng tre ven suối", of=country.suoi_truc, by=officer, lead=country.economy,
        plan=plan(document, of=country.suoi_truc, by=officer),
    )  # fmt: skip
    one = occurrence(whole, unit=country.economy)
    head = at_work("lam-phan", at=country.finance, role=Role.LEADER)
    assert not Task.objects.visible_to(head).exists()
    new = flows.pass_to(one, unit=country.finance.pk, text="Đúng việc hơn.", seen=1, by=focal, at=AT)
    client = Client()
    client.force_login(head)
    for address in (
        f"/work/{new.pk}/", f"/plans/tasks/{whole.pk}/", f"/plans/tasks/{whole.pk}/part/", f"/documents/{document.pk}/",
    ):  # fmt: skip
        assert client.get(address).status_code == 200, address
    assert client.get(f"/work/{one.pk}/").status_code == 404


@pytest.mark.parametrize("due", [date(2031, 12, 14), date(2028, 2, 29), date(2031, 2, 28)])
def test_i19_work_is_late_from_the_first_instant_after_its_last_day_here(country, officer, due):
    one = occurrence(
        task("Trồng tre", of=country.suoi_truc, by=officer, due_on=due),
        unit=country.economy,
        state="verified",
    )
    last = deadline(due)
    codes = []
    for at in (last, last + timedelta(microseconds=1)):
        one.claimed_at = at
        codes.append(standing(one, on=due + timedelta(days=9)).code)
    assert codes == ["on-time", "late"]


@given(
    since=st.dates(date(2030, 1, 1), date(2032, 12, 31)), days=st.integers(0, 400), more=st.integers(0, 200)
)
def test_i19_looking_further_ahead_adds_and_changes_nothing(since, days, more):
    class Times:
        kind, raw, starts, due_on, review_every, until = "recurring", "", None, None, "", None
        rule = {"every": "month", "day": 29, "shift": "next"}  # noqa: RUF012

    near = occasions(Times(), since=since, through=since + timedelta(days=days))
    far = occasions(Times(), since=since, through=since + timedelta(days=days + more))
    assert far[: len(near)] == near and len({one.key for one in far}) == len(far)


def test_a_task_has_one_lead(country, monthly):
    with pytest.raises(IntegrityError), transaction.atomic():
        Party.objects.create(task=monthly, part=Part.LEAD, uid=country.finance.pk)


def test_what_goes_on_all_the_time_has_no_last_day_and_is_never_late(country, officer):
    one = task(
        "Chăm tre", of=country.suoi_truc, by=officer, lead=country.economy, kind="continuous", due_on=None,
        review_every="month",
    )  # fmt: skip
    open_for([one], through=TODAY + timedelta(days=YEAR), at=AT)
    rows = list(Occurrence.objects.all())
    assert rows and not any(row.due_on for row in rows)
    assert {standing(row, on=date(2035, 1, 1)).code for row in rows} == {"silent"}
    assert not Occurrence.objects.overdue(date(2035, 1, 1)).exists()


def test_nothing_of_what_was_done_can_be_deleted(country, monthly):
    one = occurrence(monthly, unit=country.economy)
    Entry.objects.create(occurrence=one, step="received", at=AT)
    with pytest.raises(ProtectedError), transaction.atomic():
        one.delete()
