"""Who existed when, to whom they belonged and who took over."""

from __future__ import annotations

from datetime import date

import pytest

from country import REFORM, country, uid
from vanban.units import national
from vanban.units.model import Link, Record, State, Succession, agency_uid

BEFORE, AFTER = date(2024, 8, 15), date(2026, 11, 26)


@pytest.fixture(scope="module")
def made():
    return country()


def names(units):
    return [unit.name for unit in units]


def test_a_unit_is_there_from_its_first_day_to_the_day_before_its_last(made):
    assert made.unit(uid("91"), on=BEFORE).name == "Tỉnh Bến Mây"
    assert made.unit(uid("91"), on=REFORM) is None
    assert made.unit(uid("90010"), on=REFORM).since == REFORM
    assert made.ever(uid("91")).until == REFORM
    assert made.unit("nobody", on=BEFORE) is None


def test_a_usual_agency_is_answered_with_the_same_uid_as_everywhere(made):
    body = made.body(uid("92"), "so-tai-chinh", on=AFTER)
    assert body.name == "Sở Tài chính tỉnh Suối Trúc"
    assert body.uid == agency_uid("so-tai-chinh", seat=uid("92"))
    assert country().get(body.uid).seat == uid("92"), "found by its uid by one who never asked for it"


def test_an_agency_ends_with_its_place_and_with_its_template(made):
    assert made.body(uid("91"), "so-tai-chinh", on=REFORM) is None
    assert made.body(uid("92"), "so-tttt", on=BEFORE)
    assert made.body(uid("92"), "so-tttt", on=AFTER) is None


@pytest.mark.parametrize(
    "own", ["5f0c9d2e-7a41-4b7e-9c1d-2f6a8e3b4c5d", agency_uid("so-tai-chinh", seat=uid("92"))]
)
def test_a_given_record_stands_in_place_of_the_usual_agency(own):
    given = Record(
        uid=own,
        level="province",
        states=(State("Sở Tài chính - Kế hoạch tỉnh Suối Trúc", "sở"),),
        links=(Link(uid("92")),),
        seat=uid("92"),
        template="so-tai-chinh",
    )
    directory = country([given])
    assert directory.body(uid("92"), "so-tai-chinh", on=AFTER).uid == own
    assert names(directory.bodies(uid("92"), on=AFTER)).count(given.states[0].name) == 1
    assert "Sở Tài chính tỉnh Suối Trúc" not in names(directory.bodies(uid("92"), on=AFTER))


def test_what_lies_below_is_as_of_the_day(made):
    assert "Huyện Mây Hạ" in names(made.below(uid("91"), on=BEFORE))
    assert "Sở Tài chính tỉnh Bến Mây" in names(made.below(uid("91"), on=BEFORE))
    assert "Xã Mây Thượng" not in names(made.below(uid("92"), on=BEFORE))
    assert "Xã Mây Thượng" in names(made.below(uid("92"), on=AFTER))
    committee = made.body(uid("91"), "tinh-uy", on=BEFORE)
    assert "Ban Tuyên giáo Tỉnh ủy Bến Mây" in names(made.below(committee.uid, on=BEFORE, tree="party"))
    assert "Huyện ủy Mây Hạ" in names(made.below(committee.uid, on=BEFORE, tree="party"))


def heirs(directory, of, *, today=AFTER):
    return {(heir.unit.name, heir.scope, heir.share) for heir in directory.heirs(of, today=today)}


def test_a_place_goes_to_those_that_a_source_names(made):
    assert heirs(made, uid("91")) == {("Tỉnh Suối Trúc", "*", "whole")}
    assert heirs(made, uid("901")) == {("Xã Mây Thượng", "*", "part"), ("Phường Bến Mây", "*", "part")}
    assert heirs(made, uid("90002")) == set(), "an open question is no heir"
    assert heirs(made, uid("92")) == set(), "who is still there has none"


def test_a_body_whose_place_ended_goes_to_the_same_body_there(made):
    body = made.body(uid("91"), "so-y-te", on=BEFORE)
    assert heirs(made, body.uid) == {("Sở Y tế tỉnh Suối Trúc", "*", "whole")}


def test_a_body_whose_kind_ended_goes_by_its_fields_and_on_to_the_place_of_today(made):
    body = made.body(uid("91"), "so-tttt", on=BEFORE)
    found = heirs(made, body.uid)
    assert ("Sở Khoa học và Công nghệ tỉnh Suối Trúc", "cong-nghe-so", None) in found
    assert all(name.endswith("tỉnh Suối Trúc") for name, _, _ in found)
    assert heirs(made, body.uid, today=date(2025, 5, 1)) >= {
        ("Sở Khoa học và Công nghệ tỉnh Bến Mây", "cong-nghe-so", None)
    }


def test_an_heir_that_only_some_places_have_is_none(made):
    body = made.body(uid("91"), "so-tttt", on=BEFORE)
    assert not any("Sở Văn hóa và Thể thao tỉnh" in name for name, _, _ in heirs(made, body.uid))


def test_what_was_said_of_a_unit_goes_before_the_rules_of_its_template():
    body = agency_uid("so-tttt", seat=uid("91"))
    special = Succession(body, uid("92"), date(2025, 3, 1), scope="bao-chi", source="03/2025/QĐ")
    assert heirs(country(successions=[special]), body) == {("Tỉnh Suối Trúc", "bao-chi", None)}


def test_a_circle_of_successions_ends():
    circle = [
        Succession(uid("90002"), uid("90004"), REFORM, share="whole"),
        Succession(uid("90004"), uid("90002"), REFORM, share="whole"),
        Succession(uid("90004"), uid("90010"), REFORM, share="part"),
    ]
    assert heirs(country(successions=circle), uid("90002")) == {("Xã Mây Thượng", "*", "part")}


def test_the_shipped_set_has_every_heir_in_it():
    directory = national()
    assert directory is national()
    district = directory.resolver.resolve("huyện Tam Đường, tỉnh Lai Châu", on=BEFORE).unit
    assert {heir.unit.name for heir in directory.heirs(district.uid, today=AFTER)} == {
        "Xã Bình Lư",
        "Xã Tả Lèng",
        "Xã Khun Há",
        "Xã Bản Bo",
        "Phường Tân Phong",
        "Xã Sin Suối Hồ",
    }
    assert all(heir.source for heir in directory.heirs(district.uid, today=AFTER))
