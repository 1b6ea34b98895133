"""What becomes of the usual agencies of places that are merged, split or renamed."""

from __future__ import annotations

from uuid import UUID

import pytest

from caytre.units.actions import setup
from caytre.units.models import Handover, Role, Succession, Unit
from caytre.units.queries.planning import known, plan_of
from caytre.units.queries.tree import tree
from caytre.units.rules.change import merge, rename, split
from countries import AT, LAW, TODAY, TWO_TIERS, happen, newcomer, post
from factories import person
from vanban.units.model import agency_uid


@pytest.fixture
def mayor(country):
    return newcomer("Tỉnh Mây Cao", kind="tỉnh", level="province", state=country.government)


def at(template: str, place: Unit | UUID) -> UUID:
    return UUID(agency_uid(template, seat=str(getattr(place, "pk", place))))


def test_where_provinces_are_merged_their_departments_are_too(country, mayor):
    clerk = person("vanthu")
    post(clerk, at=country.finance, role=Role.CLERK)
    happen(merge([country.ben_may.pk, country.doi_cao.pk], into=mayor, basis=LAW))
    department = at("so-tai-chinh", mayor.id)
    assert known(department).name(TODAY) == "Sở Tài chính tỉnh Mây Cao"
    assert (known(department).since, known(country.finance.pk).until) == (TODAY, TODAY)
    assert tree("state", on=TODAY).parent(department) == mayor.id
    assert set(Succession.objects.filter(successor=department).values_list("predecessor", flat=True)) == {
        country.finance.pk, country.doi_cao_finance.pk,
    }  # fmt: skip
    assert list(clerk.posts.as_of(TODAY).values_list("unit", "role")) == [(department, Role.CLERK)]


def test_a_body_of_its_own_kind_and_the_party_go_on_until_somebody_says_otherwise(country, mayor):
    happen(merge([country.ben_may.pk, country.doi_cao.pk], into=mayor, basis=LAW))
    assert known(country.culture.pk).until is None
    assert tree("state", on=TODAY).parent(country.culture.pk) == mayor.id
    assert known(country.party_ben_may.pk).until is None


def test_an_agency_of_the_heir_that_was_no_row_becomes_one(country):
    office = at("phong-kinh-te", country.nui_xanh)
    assert not Unit.objects.filter(pk=office).exists()
    happen(merge([country.suoi_truc.pk], into=country.nui_xanh.pk, basis=LAW))
    assert known(country.economy.pk).until == TODAY
    assert Succession.objects.get(predecessor=country.economy).successor_id == office
    assert known(office).since == TWO_TIERS, "it was there all the time, only not as a row"


def test_where_the_heir_has_no_such_agency_it_is_open_who_goes_on(country):
    happen(
        merge([country.suoi_truc.pk], into=country.ghenh_soi.pk, basis=LAW)
    )  # a ward has another office for it
    assert Succession.objects.get(predecessor=country.economy).successor is None


def test_a_split_leaves_open_who_goes_on_for_the_agencies(country):
    post(person("an"), at=country.economy, role=Role.CLERK)
    parts = [
        newcomer(name, kind="xã", level="commune", state=country.ben_may) for name in ("Xã Đá", "Xã Sim")
    ]
    happen(split(country.suoi_truc.pk, into=parts, basis=LAW))
    assert known(country.economy.pk).until == TODAY
    assert Succession.objects.get(predecessor=country.economy).successor is None
    assert Handover.objects.get().unit == country.economy


def test_agencies_are_renamed_with_their_place(country):
    happen(rename(country.ben_may.pk, name="Thành phố Bến Mây", kind="thành phố", short="Bến Mây", basis=LAW))
    assert known(country.finance.pk).name(TODAY) == "Sở Tài chính thành phố Bến Mây"
    assert known(country.culture.pk).name(TODAY) == "Sở Văn hóa tỉnh Bến Mây"


def test_what_follows_is_shown_before_it_is_done(country, mayor):
    setup.set_up(country.doi_cao, on=TODAY, by=None, at=AT)
    wanted = merge([country.ben_may.pk, country.doi_cao.pk], into=mayor, basis=LAW)
    plan = plan_of(wanted)
    assert plan.wanted == wanted
    assert len(plan.change.ended) > 20 and len(plan.change.founded) > 20
    assert len({new.id for new in plan.change.founded}) == len(plan.change.founded)
