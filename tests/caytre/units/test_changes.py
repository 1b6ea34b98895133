"""Each kind of event: what its plan says and what applying it does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from caytre.core.models import Event
from caytre.units.actions import events
from caytre.units.models import Handover, Role, Succession, UnitState
from caytre.units.queries.planning import known, plan_of
from caytre.units.queries.tree import tree
from caytre.units.rules import checks, planning
from caytre.units.rules.change import (
    Heirship,
    Moved,
    dissolve,
    end_level,
    found,
    merge,
    move,
    rename,
    split,
    transfer,
)
from caytre.units.rules.tree import InACircle
from countries import AT, LATER, LAW, TODAY, Country, as_of, happen, newcomer, post, unit
from factories import person
from house.sources import ROOT

EVE = TODAY - timedelta(days=1)


def test_a_rename_keeps_the_old_name_for_its_time(country):
    happen(rename(country.suoi_truc.pk, name="Phường Suối Trúc", kind="phường", short="Suối Trúc", basis=LAW))
    assert known(country.suoi_truc.pk).name(EVE) == "Xã Suối Trúc"
    assert known(country.suoi_truc.pk).name(TODAY) == "Phường Suối Trúc"
    state = UnitState.objects.open().get(unit=country.suoi_truc)
    assert (state.legal_basis, state.opened_by.kind) == (LAW.legal_basis, "rename")


def test_a_founding_makes_the_unit_in_its_trees(country):
    new = newcomer("Xã Đồi Sim", kind="xã", level="commune", code="92112", state=country.doi_cao)
    happen(found(new, basis=LAW))
    assert tree("state", on=EVE).parent(new.id) is None
    assert tree("state", on=TODAY).parent(new.id) == country.doi_cao.pk
    assert (known(new.id).since, known(new.id).until) == (TODAY, None)


def test_a_move_leaves_the_past_as_it_was(country):
    happen(move(country.nui_xanh.pk, parent=country.ben_may.pk, basis=LAW))
    assert tree("state", on=EVE).parent(country.nui_xanh.pk) == country.doi_cao.pk
    assert tree("state", on=TODAY).parent(country.nui_xanh.pk) == country.ben_may.pk


def test_a_merger_ends_the_units_and_takes_over_what_is_below_them(country):
    new = newcomer("Tỉnh Mây Cao", kind="tỉnh", level="province", code="93", state=country.government)
    past = as_of(EVE)
    happen(merge([country.ben_may.pk, country.doi_cao.pk], into=new, basis=LAW))
    now = tree("state", on=TODAY)
    assert {country.suoi_truc.pk, country.ghenh_soi.pk, country.nui_xanh.pk} <= set(now.children(new.id))
    assert known(country.ben_may.pk).until == known(country.doi_cao.pk).until == TODAY
    assert as_of(EVE) == past
    heirs = Succession.objects.filter(successor=new.id)
    assert {(heir.predecessor_id, heir.share, heir.is_default) for heir in heirs} == {
        (country.ben_may.pk, "whole", True), (country.doi_cao.pk, "whole", True),
    }  # fmt: skip


def test_a_unit_can_take_over_from_another_and_go_on(country):
    happen(merge([country.suoi_truc.pk, country.ghenh_soi.pk], into=country.suoi_truc.pk, basis=LAW))
    assert known(country.suoi_truc.pk).until is None
    assert known(country.ghenh_soi.pk).until == TODAY


def test_people_of_a_unit_that_is_merged_have_the_same_posts_at_the_heir(country):
    anna, binh = person("an"), person("binh")
    until = TODAY + timedelta(days=90)
    post(anna, at=country.ghenh_soi, role=Role.CLERK, until=until)
    post(binh, at=country.ghenh_soi, role=Role.LEADER)
    post(binh, at=country.suoi_truc, role=Role.LEADER)
    plan = plan_of(merge([country.ghenh_soi.pk], into=country.suoi_truc.pk, basis=LAW))
    assert [(one.user, one.role, one.since, one.until) for one in plan.posts_given] == [
        (anna.pk, Role.CLERK, TODAY, until)
    ]
    events.apply(plan, by=None, at=AT)
    held = {
        (one.user, one.unit_id, one.role, one.valid_to)
        for user in (anna, binh)
        for one in user.posts.as_of(TODAY)
    }
    assert held == {
        (anna, country.suoi_truc.pk, Role.CLERK, until),
        (binh, country.suoi_truc.pk, Role.LEADER, None),
    }
    assert Event.objects.filter(name="units.post.given", details__user=anna.pk).count() == 1


def test_where_no_single_heir_is_named_a_person_is_asked(country):
    anna = person("an")
    old = post(anna, at=country.ghenh_soi, role=Role.CLERK)
    parts = [country.suoi_truc.pk, newcomer("Xã Đồi Sim", kind="xã", level="commune", state=country.ben_may)]
    plan = plan_of(split(country.ghenh_soi.pk, into=parts, basis=LAW))
    assert [(ask.what, ask.about) for ask in plan.asked] == [("units.post", str(old.pk))]
    assert planning.ASKED in [warning.sentence for warning in plan.warnings]
    events.apply(plan, by=None, at=AT)
    assert not anna.posts.as_of(TODAY)
    assert Handover.objects.get().unit == country.ghenh_soi


def test_a_split_off_lets_the_unit_go_on(country):
    new = newcomer("Xã Đồi Sim", kind="xã", level="commune", state=country.ben_may)
    happen(split(country.suoi_truc.pk, into=[new], goes_on=True, basis=LAW))
    assert known(country.suoi_truc.pk).until is None
    assert [heir.share for heir in Succession.objects.filter(predecessor=country.suoi_truc)] == ["part"]


def test_what_stood_below_a_dissolved_unit_goes_up_and_the_plan_says_so(country):
    station = unit("Trạm Khuyến nông Suối Trúc", kind="trạm", level="commune", state=country.suoi_truc)
    plan = plan_of(dissolve(country.suoi_truc.pk, basis=LAW))
    assert Moved(station.pk, country.ben_may.pk) in plan.links_opened
    assert {planning.LIFTED, planning.OPEN_HEIR} <= {warning.sentence for warning in plan.warnings}


def test_a_field_of_work_goes_to_another_unit_and_both_go_on(country):
    happen(transfer(country.culture.pk, to=country.finance.pk, scope="bao-chi", basis=LAW))
    heir = Succession.objects.get(predecessor=country.culture)
    assert (heir.successor, heir.scope, heir.is_default) == (country.finance, "bao-chi", False)
    assert known(country.culture.pk).until is None


def test_a_level_ends_to_two_sides(country):
    """Territory goes to communes, fields of work to departments; communes rise to the province."""
    district = unit("Huyện Đá Dựng", kind="huyện", level="district", state=country.doi_cao)
    office = unit(
        "Phòng Văn hóa huyện Đá Dựng", kind="phòng", level="district", seat=district, state=district
    )
    hamlet = unit("Xã Đá Dựng", kind="xã", level="commune", state=district)
    change = end_level(
        [district.pk],
        territory={district.pk: {hamlet.pk: "part", country.nui_xanh.pk: "part"}},
        functions=[Heirship(district.pk, country.doi_cao_finance.pk, scope="ngan-sach")],
        bodies=[office.pk],
        basis=LAW,
    )
    happen(change)
    assert tree("state", on=TODAY).parent(hamlet.pk) == country.doi_cao.pk
    assert known(office.pk).until == known(district.pk).until == TODAY
    heirs = Succession.objects.filter(predecessor=district)
    assert {(heir.successor_id, heir.scope, heir.share) for heir in heirs} == {
        (hamlet.pk, "*", "part"), (country.nui_xanh.pk, "*", "part"),
        (country.doi_cao_finance.pk, "ngan-sach", ""),
    }  # fmt: skip
    assert Succession.objects.get(predecessor=office).successor is None


def refusals(country: Country):
    """A refusal, and the change that meets it."""
    c = country
    new = newcomer("Xã Đồi Sim", kind="xã", level="commune", state=c.lau)
    same = newcomer("Xã Khác", kind="xã", level="commune", code="91110", state=c.ben_may)
    low = newcomer("Tỉnh Thấp", kind="tỉnh", level="province", state=c.suoi_truc)
    nameless = newcomer(" ", kind="xã", level="commune", state=c.ben_may)
    two = [Heirship(c.culture.pk, heir, is_default=True) for heir in (c.finance.pk, c.ben_may.pk)]
    again = rename(c.nui_xanh.pk, name="Xã Núi Xanh", kind="xã", short="Núi Xanh", basis=LAW)
    stranger = newcomer("Xã Lạ", kind="xã", level="commune").id
    return {
        "unknown unit": (checks.UnknownUnit, dissolve(stranger, basis=LAW)),
        "unknown heir": (checks.UnknownUnit, merge([c.ghenh_soi.pk], into=stranger, basis=LAW)),
        "ended already": (checks.NotThere, dissolve(c.district.pk, basis=LAW)),
        "not there on that day": (checks.NotThere, found(new, basis=LAW)),
        "code taken": (checks.AlreadyThere, found(same, basis=LAW)),
        "below a lower level": (checks.WrongPlace, found(low, basis=LAW)),
        "no name": (checks.BadName, found(nameless, basis=LAW)),
        "same name": (checks.NothingToDo, again),
        "same parent": (checks.NothingToDo, move(c.finance.pk, parent=c.ben_may.pk, basis=LAW)),
        "nothing": (checks.NothingToDo, merge([c.ghenh_soi.pk], into=c.ghenh_soi.pk, basis=LAW)),
        "a circle": (InACircle, move(c.ben_may.pk, parent=c.culture.pk, basis=LAW)),
        "under itself": (InACircle, move(c.ben_may.pk, parent=c.ben_may.pk, basis=LAW)),
        "two defaults": (checks.BadHeir, dissolve(c.culture.pk, heirs=two, basis=LAW)),
        "own heir": (checks.BadHeir, transfer(c.culture.pk, to=c.culture.pk, scope="bao-chi", basis=LAW)),
        "twice": (checks.Twice, merge([c.ghenh_soi.pk, c.ghenh_soi.pk], into=c.suoi_truc.pk, basis=LAW)),
        "no root to rise to": (planning.Orphaned, dissolve(c.front.pk, basis=LAW)),
    }  # fmt: skip


CASES = [
    "unknown unit", "unknown heir", "ended already", "not there on that day", "code taken", "below a lower level",
    "no name", "same name", "same parent", "nothing", "a circle", "under itself", "two defaults", "own heir", "twice",
    "no root to rise to",
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_done_is_refused_with_the_reason(country, case):
    refusal, change = refusals(country)[case]
    with pytest.raises(refusal) as refused:
        plan_of(change)
    assert "%(" not in str(refused.value)


def test_every_refusal_has_its_case(country):
    assert list(refusals(country)) == CASES


def test_events_are_entered_in_the_order_in_which_they_take_effect(country):
    happen(rename(country.suoi_truc.pk, name="Phường Suối Trúc", kind="phường", basis=LATER))
    for change in (
        rename(country.suoi_truc.pk, name="Xã Suối Tre", kind="xã", basis=LAW),
        dissolve(country.suoi_truc.pk, basis=LAW),
        dissolve(country.suoi_truc.pk, basis=LATER),
    ):
        with pytest.raises(checks.LaterChange):
            plan_of(change)


def test_nothing_is_bound_to_a_unit_whose_end_is_known(country):
    happen(merge([country.ghenh_soi.pk], into=country.suoi_truc.pk, basis=LATER))
    new = newcomer("Phòng Kinh tế", kind="phòng", level="commune", state=country.ghenh_soi)
    for change in (
        found(new, basis=LAW),
        move(country.economy.pk, parent=country.ghenh_soi.pk, basis=LAW),
        transfer(country.economy.pk, to=country.ghenh_soi.pk, scope="bao-chi", basis=LAW),
    ):
        with pytest.raises(checks.EndsLater):
            plan_of(change)
    with pytest.raises(checks.LaterChange):  # it takes over later, so it cannot end before
        plan_of(dissolve(country.suoi_truc.pk, basis=LAW))


def test_a_circle_that_would_close_later_is_refused(country):
    happen(move(country.culture.pk, parent=country.finance.pk, basis=LATER))
    with pytest.raises(InACircle):
        plan_of(move(country.finance.pk, parent=country.culture.pk, basis=LAW))


def test_a_post_that_begins_after_the_end_must_be_withdrawn_first(country):
    post(person(), at=country.ghenh_soi, role=Role.FOCAL, since=LATER.effective)
    with pytest.raises(checks.PostsLater):
        plan_of(dissolve(country.ghenh_soi.pk, basis=LAW))


def test_a_plan_that_would_do_something_else_now_is_not_applied(country):
    plan = plan_of(merge([country.ghenh_soi.pk], into=country.suoi_truc.pk, basis=LAW))
    mark = plan.mark
    assert plan_of(plan.wanted).mark == mark
    post(person(), at=country.ghenh_soi, role=Role.FOCAL)
    with pytest.raises(events.PlanIsOld):
        events.apply(plan, by=None, at=AT)
    assert known(country.ghenh_soi.pk).until is None
    assert plan_of(plan.wanted).mark != mark


def test_a_plan_is_applied_once(country):
    plan = plan_of(merge([country.ghenh_soi.pk], into=country.suoi_truc.pk, basis=LAW))
    events.apply(plan, by=None, at=AT)
    with pytest.raises(checks.Refused):
        events.apply(plan, by=None, at=AT)


def test_the_history_of_every_unit_concerned_tells_of_it(country):
    event = happen(merge([country.ghenh_soi.pk], into=country.suoi_truc.pk, basis=LAW))
    told = Event.objects.filter(name="units.unit.merged", details__event=event.pk)
    assert set(told.values_list("about", flat=True)) == {str(country.ghenh_soi.pk), str(country.suoi_truc.pk)}


def test_the_names_of_events_are_documented():
    page = (ROOT / "docs/reference/events.md").read_text("utf-8")
    assert [name for name in events.NAMES.values() if f"`{name}`" not in page] == []
