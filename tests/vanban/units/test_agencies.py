"""A template and a place make one body: while both are there, under the bodies above it."""

from __future__ import annotations

from datetime import date

from invented import COMMUNE, PROVINCE, REFORM, TWO_TIERS, WARD, place
from vanban.units.agencies import central, record, templates
from vanban.units.model import Link, State, agency_uid

NEW = place("province", State("Tỉnh Bến Mây", "tỉnh", "Bến Mây", TWO_TIERS))


def body(key, at):
    return record(templates()[key], place=at)


def test_a_body_lives_while_both_its_template_and_its_place_do():
    assert body("so-tttt", NEW) is None
    found = body("so-nnmt", NEW)
    name = "Sở Nông nghiệp và Môi trường"
    assert found.states == (State(f"{name} tỉnh Bến Mây", "sở", name, TWO_TIERS),)
    assert found.links == (Link(NEW.uid, "state", TWO_TIERS),)
    assert (found.uid, found.seat) == (agency_uid("so-nnmt", seat=NEW.uid), NEW.uid)


def test_a_body_takes_the_new_name_of_its_place():
    grown = date(2020, 1, 1)
    states = (
        State("Thị xã Mây Trắng", "thị xã", "Mây Trắng", None, grown),
        State("Thành phố Mây Trắng", "thành phố", "Mây Trắng", grown, TWO_TIERS),
    )
    found = body("huyen-uy", place("district", *states))
    assert [(state.name, state.since, state.until) for state in found.states] == [
        ("Thị ủy Mây Trắng", None, grown),
        ("Thành ủy Mây Trắng", grown, TWO_TIERS),
    ]


def test_the_committee_of_a_commune_was_under_the_district_and_then_under_the_province():
    links = (Link("huyện", "state", None, TWO_TIERS), Link("tỉnh", "state", TWO_TIERS))
    assert body("dang-uy-xa", place("commune", COMMUNE, links=links)).links == (
        Link(agency_uid("huyen-uy", seat="huyện"), "party", None, TWO_TIERS),
        Link(agency_uid("tinh-uy", seat="tỉnh"), "party", TWO_TIERS),
    )


def test_a_mass_organisation_came_under_the_front_of_its_place():
    found = body("hoi-lhpn-tinh", place("province", PROVINCE, links=[Link("chính phủ", "state")]))
    assert found.links == (
        Link(agency_uid("hoi-lhpn-tw", seat=""), "mass", None, TWO_TIERS),
        Link(agency_uid("mttq-tinh", seat=found.seat), "mass", TWO_TIERS),
    )


def test_offices_depend_on_the_kind_of_the_place():
    commune, ward = place("commune", COMMUNE), place("commune", WARD)
    assert body("phong-kinh-te", commune)
    assert body("phong-kinh-te", ward) is None
    assert body("phong-kthtdt-xa", ward)
    assert body("so-noi-vu", ward) is None


def test_offices_depend_on_the_code_of_the_province():
    capital = place("province", State("Thành phố Hà Nội", "thành phố", "Hà Nội"), code="01")
    assert body("bo-chqs", capital) is None
    assert body("bo-tu-lenh", capital)
    assert body("bo-tu-lenh", NEW) is None


def test_central_bodies_are_records_without_a_seat():
    by_key = {one.template: one for one in central()}
    assert {(one.seat, one.level) for one in central()} == {("", "central")}
    assert len({one.uid for one in central()}) == len(central())
    assert by_key["bvhttdl"].links == (Link(agency_uid("chinh-phu", seat=""), "state"),)
    assert by_key["btttt"].states[0].until == REFORM
    assert "VTV" in by_key["vtv"].aliases
