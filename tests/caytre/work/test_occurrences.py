"""What each unit has to do is opened once for each period."""

from datetime import date, timedelta

import pytest
from django.db import connection

from caytre.units.models import Role
from caytre.units.queries.standing import acting
from caytre.work.actions import issuing
from caytre.work.actions.occurrences import NotOnRequest, make_due, open_event, open_for
from caytre.work.models import Occurrence, Part, Party, Standing, Task
from caytre.work.rules.permissions import MayNotDirect
from countries import AT, TODAY, heir, post
from factories import person
from works import task

YEAR_END = date(2031, 12, 31)
QUARTERLY = {"every": "quarter"}


@pytest.fixture
def leader(country):
    user = person("lanh-dao")
    post(user, at=country.suoi_truc, role=Role.LEADER)
    return acting(user, on=TODAY)


def opened(of):
    rows = Occurrence.objects.filter(task=of).order_by("key").values_list("key", "starts", "ends", "due_on")
    return list(rows)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (
            {"kind": "deadline", "due_on": date(2031, 12, 14)},
            [("once", None, date(2031, 12, 14), date(2031, 12, 14))],
        ),
        (
            {"kind": "deadline", "due_on": date(2030, 1, 1)},
            [("once", None, date(2030, 1, 1), date(2030, 1, 1))],
        ),
        (
            {"kind": "within", "starts": date(2033, 7, 1), "due_on": date(2033, 9, 30)},
            [("once", date(2033, 7, 1), date(2033, 9, 30), date(2033, 9, 30))],
        ),
        (
            {"kind": "recurring", "due_on": None, "rule": QUARTERLY, "until": date(2031, 9, 30)},
            [
                ("2031-Q1", date(2031, 1, 1), date(2031, 3, 31), date(2031, 3, 31)),
                ("2031-Q2", date(2031, 4, 1), date(2031, 6, 30), date(2031, 6, 30)),
                ("2031-Q3", date(2031, 7, 1), date(2031, 9, 30), date(2031, 9, 30)),
            ],
        ),
        (
            {"kind": "continuous", "due_on": None, "review_every": "half", "until": date(2031, 8, 15)},
            [
                ("2031-H1", date(2031, 1, 1), date(2031, 6, 30), None),
                ("2031-H2", date(2031, 7, 1), date(2031, 8, 15), None),
            ],
        ),
        ({"kind": "ad_hoc", "due_on": None}, []),
        ({"kind": "unspecified", "due_on": None}, [("once", None, None, None)]),
    ],
)
def test_each_kind_of_time_has_its_occasions(country, officer, times, expected):
    one = task("Trồng tre", of=country.suoi_truc, by=officer, lead=country.economy, **times)
    assert open_for([one], through=YEAR_END, at=AT) == len(expected)
    assert opened(one) == expected
    assert open_for([one], through=YEAR_END, at=AT) == 0
    assert opened(one) == expected


def test_a_set_has_one_for_each_member_and_none_for_itself(country, officer):
    one = task("Trồng tre", of=country.ben_may, by=officer)
    Party.objects.create(task=one, part=Part.LEAD, uid=None, written="Ủy ban nhân dân các xã")
    for member in (country.suoi_truc, country.ghenh_soi):
        Party.objects.create(task=one, part=Part.MEMBER, uid=member.pk)
    Party.objects.create(task=one, part=Part.COORDINATE, uid=country.finance.pk)
    open_for([one], through=YEAR_END, at=AT)
    assert set(one.occurrences.values_list("unit", flat=True)) == {country.suoi_truc.pk, country.ghenh_soi.pk}


@pytest.mark.parametrize("standing", [Standing.DRAFT, Standing.WITHDRAWN, Standing.SUPERSEDED])
def test_only_what_was_issued_is_opened(country, officer, standing):
    one = task("Trồng tre", of=country.suoi_truc, by=officer, lead=country.economy, standing=standing)
    assert open_for([one], through=YEAR_END, at=AT) == 0


def test_every_night_the_next_period_is_opened_and_nights_left_out_are_made_up_for(country, officer):
    one = task(
        "Báo cáo", of=country.suoi_truc, by=officer, lead=country.economy, kind="recurring", due_on=None,
        rule={"every": "month"},
    )  # fmt: skip
    seen = []
    assert make_due(on=TODAY, at=AT, say=lambda done, all: seen.append((done, all))) == 2
    assert seen == [(1, 1)]
    assert make_due(on=TODAY, at=AT) == 0
    later = timedelta(days=100)
    assert make_due(on=TODAY + later, at=AT + later) == 4
    keys = list(one.occurrences.order_by("key").values_list("key", flat=True))
    assert keys == ["2031-03", "2031-04", "2031-05", "2031-06", "2031-07", "2031-08"]


def test_what_is_to_come_of_a_unit_that_ended_is_opened_at_its_heir(country, officer):
    one = task("Báo cáo", of=country.ben_may, by=officer, lead=country.lau)
    open_for([one], through=YEAR_END, at=AT)
    assert one.occurrences.get().unit == country.suoi_truc


def test_whoever_it_was_passed_on_to_does_what_is_to_come(country, officer):
    one = task(
        "Báo cáo", of=country.ben_may, by=officer, lead=country.finance, kind="recurring", due_on=None,
        rule={"every": "month"},
    )  # fmt: skip
    open_for([one], through=TODAY, at=AT)
    first = one.occurrences.get()
    Occurrence.objects.filter(pk=first.pk).update(state="superseded")
    Occurrence.objects.create(
        task=one, unit=country.culture, giver=country.ben_may, key=first.key, after=first, made_at=AT
    )
    open_for([one], through=TODAY + timedelta(days=31), at=AT)
    assert set(one.occurrences.values_list("key", "unit")) == {
        ("2031-03", country.finance.pk),
        ("2031-03", country.culture.pk),
        ("2031-04", country.culture.pk),
    }


def test_a_person_opens_what_is_done_on_request_once_for_each_event(country, leader):
    one = task("Chống lụt", of=country.suoi_truc, by=leader, lead=country.economy, kind="ad_hoc", due_on=None)
    due = TODAY + timedelta(days=2)
    for _ in range(2):
        open_event(one, unit=None, event="17", due_on=due, by=leader, at=AT)
    found = one.occurrences.get()
    assert (found.key, found.starts, found.due_on, found.unit) == ("event:17", TODAY, due, country.economy)


def test_only_the_giver_opens_it_and_only_what_is_done_on_request(country, leader, officer):
    one = task("Chống lụt", of=country.suoi_truc, by=leader, lead=country.economy, kind="ad_hoc", due_on=None)
    with pytest.raises(MayNotDirect):
        open_event(one, unit=None, event="17", due_on=None, by=officer, at=AT)
    other = task("Trồng tre", of=country.suoi_truc, by=leader, lead=country.economy)
    with pytest.raises(NotOnRequest):
        open_event(other, unit=None, event="17", due_on=None, by=leader, at=AT)


def test_a_unit_without_a_single_heir_keeps_what_is_opened(country, officer):
    one = task("Báo cáo", of=country.ben_may, by=officer, lead=country.dong_nua)
    open_for([one], through=YEAR_END, at=AT)
    assert one.occurrences.get().unit == country.dong_nua
    heir(country.dong_nua, successor=country.ghenh_soi, on=TODAY + timedelta(days=9))
    other = task("Báo cáo", of=country.ben_may, by=officer, lead=country.dong_nua)
    open_for([other], through=YEAR_END, at=AT)
    assert other.occurrences.get().unit == country.dong_nua, "its heir is so from a later day only"


def test_what_was_done_before_it_ended_is_not_opened_again_at_the_heir(country, officer):
    one = task(
        "Báo cáo", of=country.ben_may, by=officer, lead=country.lau, kind="recurring", due_on=None,
        rule={"every": "month"},
    )  # fmt: skip
    for key, state in (("2031-03", "verified"), ("2031-04", "claimed")):
        Occurrence.objects.create(
            task=one, unit=country.lau, giver=country.ben_may, key=key, state=state, made_at=AT
        )
    open_for([one], through=TODAY + timedelta(days=70), at=AT)
    assert one.occurrences.get(unit=country.suoi_truc).key == "2031-05"


def test_what_is_withdrawn_while_the_night_runs_is_not_opened(country, leader):
    one = task("Chọn giống", of=country.suoi_truc, by=leader, lead=country.economy)

    meanwhile = [True]

    def withdrawn_meanwhile(execute, sql, params, many, context):
        if 'FROM "work_occurrence"' in sql and meanwhile and meanwhile.pop():
            issuing.withdraw(one, why="tỉnh đã làm", by=leader, at=AT)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(withdrawn_meanwhile):
        assert make_due(on=TODAY, at=AT) == 0
    assert not (Occurrence.objects.exists() or Task.objects.in_force().exists())
