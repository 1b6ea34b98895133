"""What must hold of tasks whatever happens: one test for each line of the list, each from somebody else's fault."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from caytre.core.models import Event
from caytre.documents.models import Share
from caytre.units.models import Role
from caytre.work.actions import doing
from caytre.work.actions.occurrences import make_due, open_for
from caytre.work.models import Entry, Occurrence, Part, Party, State
from caytre.work.rules.occasions import occasions
from caytre.work.rules.progress import rolled_up
from caytre.work.rules.standing import standing
from countries import AT, TODAY
from factories import read
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
