"""A unit ends: nothing that it had to do is lost, and nothing comes twice."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caytre import flows
from caytre.units.models import Handover, Unit
from caytre.units.queries.planning import plan_of
from caytre.units.rules.change import merge, split
from caytre.work.actions import passing
from caytre.work.models import UNDONE, Extension, Occurrence, State
from caytre.work.rules.occasions import another
from countries import AT, LATER, LAW, TODAY, newcomer
from factories import person
from works import DUE, occurrence, task


@pytest.fixture
def boss(db):
    return person("quan-tri", is_superuser=True)


@pytest.fixture
def ways(country, boss):
    new = newcomer("Xã Đồi Sim", kind="xã", level="commune", state=country.ben_may)
    other = newcomer("Xã Đồi Mua", kind="xã", level="commune", state=country.ben_may)
    both = [country.suoi_truc.pk, country.ghenh_soi.pk]

    def happen(way, basis=LAW):
        change = {
            "merge": lambda: merge(both, into=new, basis=basis),
            "join": lambda: merge([country.suoi_truc.pk], into=country.ghenh_soi.pk, basis=basis),
            "split": lambda: split(country.suoi_truc.pk, into=[new, other], basis=basis),
        }[way]()
        flows.reorganise(plan_of(change), by=boss, at=AT)
        return Unit.objects.get(pk=new.id) if way != "join" else country.ghenh_soi

    return happen


@pytest.fixture
def asked(country, boss):
    """A task that the province gives to Suối Trúc."""
    one = task("Trồng tre", of=country.ben_may, by=boss, lead=country.suoi_truc)
    return occurrence(one, unit=country.suoi_truc, state="doing", percent=40, shown_at=AT)


def test_the_single_heir_of_everything_goes_on(asked, ways):
    heir = ways("merge")
    new = Occurrence.objects.get(unit=heir)
    assert (new.after, new.key, new.due_on, new.state) == (asked, "once", DUE, State.OPEN)
    assert (new.percent, new.shown_at, new.holder) == (40, AT, None)
    asked.refresh_from_db()
    assert asked.state == State.SUPERSEDED
    assert asked.entries.get().step == "passed-on" and asked.entries.get().unit == heir
    assert flows.pass_on(on=TODAY, by=None, at=AT) == 0
    assert Occurrence.objects.count() == 2


def test_time_that_was_asked_for_is_still_asked_for(asked, ways, boss):
    Extension.objects.create(
        occurrence=asked,
        was_due_on=DUE,
        asked_for=DUE + timedelta(days=5),
        why="Mưa",
        asked_at=AT,
        asked_by=boss,
    )
    new = Occurrence.objects.get(unit=ways("merge"))
    assert new.extensions.get(granted=None).asked_for == DUE + timedelta(days=5)


def test_what_was_claimed_waits_for_the_giver_and_ended_things_stay(country, boss, ways):
    one = task("Trồng tre", of=country.ben_may, by=boss, lead=country.suoi_truc)
    kept = [
        occurrence(one, unit=country.suoi_truc, key=state, state=state)
        for state in ("claimed", "verified", "withdrawn")
    ]
    ways("merge")
    assert [Occurrence.objects.get(pk=row.pk).state for row in kept] == ["claimed", "verified", "withdrawn"]
    Occurrence.objects.filter(key="claimed").update(state="returned")
    flows.pass_on(on=TODAY, by=None, at=AT)
    assert Occurrence.objects.get(key="claimed", state="open").after == kept[0]


def test_of_a_unit_with_several_heirs_a_person_decides(country, asked, ways, boss):
    heir = ways("split")
    asked.refresh_from_db()
    assert asked.state == "doing" and asked.unit == country.suoi_truc
    waits = Handover.objects.get(what=passing.WHAT)
    assert (waits.about, waits.unit) == (str(asked.pk), country.suoi_truc)
    flows.pass_on(on=TODAY, by=None, at=AT)
    assert Handover.objects.filter(what=passing.WHAT).count() == 1
    flows.hand_over(waits, heir=heir.pk, why="Địa bàn của xã này.", by=boss, at=AT)
    assert Occurrence.objects.get(unit=heir).after == asked


def test_nobody_may_go_on_and_then_it_is_withdrawn(asked, ways, boss):
    ways("split")
    waits = Handover.objects.get(what=passing.WHAT)
    flows.hand_over(waits, heir=None, why="Không còn cần.", by=boss, at=AT)
    asked.refresh_from_db()
    assert (asked.state, asked.entries.get().text) == (State.WITHDRAWN, "Không còn cần.")


def test_a_unit_that_ends_later_has_its_work_until_then(country, asked, ways):
    heir = ways("merge", LATER)
    assert Occurrence.objects.get(state="doing").unit == country.suoi_truc
    assert flows.pass_on(on=LATER.effective - timedelta(days=1), by=None, at=AT) == 0
    assert not Occurrence.objects.filter(unit=heir).exists()
    flows.pass_on(on=LATER.effective, by=None, at=AT)
    assert Occurrence.objects.get(state="open").unit == heir


def test_what_both_had_to_do_is_done_once_by_the_heir(country, asked, ways):
    own = occurrence(asked.task, unit=country.ghenh_soi, state="doing")
    heir = ways("join")
    assert heir == country.ghenh_soi
    assert list(Occurrence.objects.filter(state__in=UNDONE)) == [own]


def test_what_the_heir_has_done_for_itself_is_not_done_for_the_other(country, asked, ways):
    occurrence(asked.task, unit=country.ghenh_soi, state="verified")
    ways("join")
    new = Occurrence.objects.get(state="open")
    assert (new.unit, new.key, new.after) == (country.ghenh_soi, "once+2", asked)


def test_a_key_beside_one_that_is_done_is_a_new_one_and_short_enough():
    assert another("2031", taken={"2031"}) == "2031+2"
    assert another("2031", taken={"2031", "2031+2"}) == "2031+3"
    assert len(another("x" * 40, taken=set())) <= 40


ROWS = st.lists(
    st.tuples(
        st.integers(0, 2), st.sampled_from(["suoi_truc", "ghenh_soi"]), st.sampled_from(["once", "2031-Q1"]),
        st.sampled_from(State.values),
    ),
    unique_by=lambda row: row[:3],
    max_size=8,
)  # fmt: skip


@settings(
    max_examples=60, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(rows=ROWS, way=st.sampled_from(["merge", "join", "split"]))
def test_nothing_open_is_lost(country, boss, ways, rows, way):
    from django.db import transaction

    with transaction.atomic():
        tasks = [task(f"Việc {n}", of=country.ben_may, by=boss) for n in range(3)]
        made = [
            occurrence(tasks[n], unit=getattr(country, where), key=key, state=state)
            for n, where, key, state in rows
        ]
        heir = ways(way)
        ending = {country.suoi_truc.pk} | ({country.ghenh_soi.pk} if way == "merge" else set())
        for row in made:
            now = Occurrence.objects.get(pk=row.pk)
            if row.unit_id not in ending or row.state not in UNDONE:
                assert now.state == row.state
            elif way == "split":
                assert now.state == row.state and Handover.objects.filter(about=str(row.pk)).count() == 1
            else:
                assert now.state == State.SUPERSEDED
                goes_on = Occurrence.objects.filter(task=row.task, unit=heir, state__in=UNDONE)
                assert goes_on.filter(key__startswith=row.key).exists()
        transaction.set_rollback(True)
