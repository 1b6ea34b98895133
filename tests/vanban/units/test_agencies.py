"""The usual agencies of each level: sound lists, names for every kind of place, who took over from whom."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations
from typing import get_args

import pytest

from vanban.grammar.lexicon import table
from vanban.units import agencies
from vanban.units.agencies import central, name_of, record, scopes, spellings, templates
from vanban.units.model import Level, Link, Record, State, agency_uid

FIRST, LAST = date(1900, 1, 1), date(9999, 1, 1)
ONE = sorted(templates().values(), key=lambda one: one.key)
FIELDS = {
    "key", "kind", "name", "aliases", "ambiguous", "tree", "above", "above_since", "higher", "since", "until",
    "everywhere", "places", "except", "of_kinds", "count", "source", "verified", "note", "heirs",
}  # fmt: skip
HEIR_FIELDS = {"key", "at", "scope", "default", "on", "source", "verified"}
PROVINCE = State("Tỉnh Bến Mây", "tỉnh", "Bến Mây")
CITY = State("Thành phố Bến Mây", "thành phố", "Bến Mây")
KINDS = {
    "province": [PROVINCE, CITY],
    "district": [
        State("Huyện Mây Trắng", "huyện", "Mây Trắng"),
        State("Quận 3", "quận", "3"),
        State("Thị xã Mây Trắng", "thị xã", "Mây Trắng"),
        State("Thành phố Mây Trắng", "thành phố", "Mây Trắng"),
    ],
    "commune": [
        State("Xã Suối Trúc", "xã", "Suối Trúc"),
        State("Phường 5", "phường", "5"),
        State("Thị trấn Suối Trúc", "thị trấn", "Suối Trúc"),
        State("Đặc khu Hòn Trúc", "đặc khu", "Hòn Trúc"),
    ],
    "central": [None],
}
REFORM, TWO_TIERS = date(2025, 3, 1), date(2025, 7, 1)


def alive(one, on):
    return (one.since or FIRST) <= on < (one.until or LAST)


def meet(one, other):
    return max(one.since or FIRST, other.since or FIRST) < min(one.until or LAST, other.until or LAST)


def place(level, state, code="99", links=()):
    return Record(uid=f"{level}-{code}", level=level, states=(state,), links=tuple(links), code=code)


@pytest.mark.parametrize("level", get_args(Level))
def test_rows_hold_what_is_documented(level):
    for row in table(f"agencies-{level}")["agency"]:
        assert set(row) <= FIELDS, row["key"]
        assert all(set(heir) <= HEIR_FIELDS for heir in row.get("heirs", ())), row["key"]
        assert row["key"].isascii() and len(row["key"]) <= 60
        assert row["source"].strip()
        assert row["kind"] in table("agencies")["kinds"], row["key"]
        assert not (row.get("everywhere") is False and row.get("places")), row["key"]


def test_no_key_is_used_twice():
    keys = [row["key"] for level in get_args(Level) for row in table(f"agencies-{level}")["agency"]]
    assert len(keys) == len(set(keys))


def test_dates_are_half_open_and_in_order():
    for one in ONE:
        assert (one.since or FIRST) < (one.until or LAST), one.key
        assert one.above_since is None or alive(one, one.above_since), one.key


def test_the_body_above_exists_at_the_same_level_and_time():
    for one in ONE:
        if one.above:
            over = templates()[one.above]
            assert over.level == one.level, one.key
            assert meet(one, over), one.key
        for key in one.higher:
            assert templates()[key].tree == one.tree, one.key


PLACES_OF_HEIRS = {
    "same": lambda level: level,
    "successor": lambda level: level,
    "province": lambda level: "province",
    "communes": lambda level: "commune",
}


def test_every_heir_exists_where_and_when_it_takes_over():
    for one in ONE:
        for rule in one.heirs:
            assert rule.source, one.key
            assert rule.scope == "*" or rule.scope in scopes(), (one.key, rule.scope)
            if rule.key:
                heir = templates()[rule.key]
                assert alive(heir, rule.on), (one.key, rule.key)
                assert heir.level == PLACES_OF_HEIRS[rule.at](one.level), (one.key, rule.key)
                assert rule.key != one.key


def test_what_ended_says_who_took_over_or_that_nobody_knows():
    assert [one.key for one in ONE if one.until and not one.heirs] == []
    for one in ONE:
        if one.until:
            named = [rule for rule in one.heirs if rule.key]
            assert len({rule.is_default for rule in named}) < 2 or any(rule.is_default for rule in named)


def test_a_spelling_means_one_agency_of_a_level_at_a_time():
    shared = {
        (level, name)
        for level in get_args(Level)
        for row in table(f"agencies-{level}")["agency"]
        for name in row.get("ambiguous", ())
    }
    clashes = []
    for level in get_args(Level):
        for state in KINDS[level]:
            by_name = defaultdict(list)
            for one in ONE:
                if one.level == level and (not state or not one.of_kinds or state.kind in one.of_kinds):
                    for name in {*spellings(one, place=state), name_of(one, place=state)}:
                        by_name[name.casefold()].append((name, one))
            for found in by_name.values():
                for (name, one), (_, other) in combinations(found, 2):
                    if one != other and meet(one, other) and not apart(one, other) and (level, name) not in shared:
                        clashes.append((name, one.key, other.key))
    assert clashes == []


def apart(one, other):
    """Two agencies that no province has both of."""
    return bool(set(one.places) & set(other.without) or set(other.places) & set(one.without))


@pytest.mark.parametrize("level", get_args(Level))
def test_names_are_whole_for_every_kind_of_place(level):
    for one in ONE:
        if one.level == level:
            for state in KINDS[level]:
                for name in (name_of(one, place=state), *spellings(one, place=state)):
                    assert name and "{" not in name and "  " not in name and name == name.strip(), one.key
                    assert len(name_of(one, place=state)) <= 300


@pytest.mark.parametrize(
    ("key", "state", "name"),
    [
        ("so-tttt", PROVINCE, "Sở Thông tin và Truyền thông tỉnh Bến Mây"),
        ("ban-tuyen-giao-tinh-uy", PROVINCE, "Ban Tuyên giáo Tỉnh ủy Bến Mây"),
        ("ban-tuyen-giao-tinh-uy", CITY, "Ban Tuyên giáo Thành ủy Bến Mây"),
        ("vp-huyen-uy", KINDS["district"][0], "Văn phòng Huyện ủy Mây Trắng"),
        ("vp-huyen-uy", KINDS["district"][1], "Văn phòng Quận ủy Quận 3"),
        ("vp-huyen-uy", KINDS["district"][2], "Văn phòng Thị ủy Mây Trắng"),
        ("dang-uy-xa", KINDS["commune"][0], "Đảng ủy xã Suối Trúc"),
        ("dang-uy-xa", KINDS["commune"][3], "Đảng ủy đặc khu Hòn Trúc"),
        ("bao-tinh", PROVINCE, "Báo Bến Mây"),
        (
            "tinh-uy",
            State("Thành phố Hồ Chí Minh", "thành phố", "Hồ Chí Minh"),
            "Thành ủy Thành phố Hồ Chí Minh",
        ),
        ("ktnn-kv-09", None, "Kiểm toán nhà nước khu vực IX"),
        ("hai-quan-kv-19", None, "Chi cục Hải quan khu vực XIX"),
    ],
)
def test_names(key, state, name):
    assert name_of(templates()[key], place=state) == name


def heirs_of(key):
    return {(rule.key, rule.at, rule.scope, rule.is_default) for rule in templates()[key].heirs}


def test_the_department_of_information_went_to_culture_and_to_science():
    assert {
        ("so-vhttdl", "same", "bao-chi", True),
        ("so-khcn", "same", "cong-nghe-so", False),
    } <= heirs_of("so-tttt")
    assert {rule.on for rule in templates()["so-tttt"].heirs} == {REFORM}


def test_the_ministry_of_information_went_the_same_way():
    assert {("bvhttdl", "same", "bao-chi", True), ("bkhcn", "same", "cong-nghe-so", False)} <= heirs_of("btttt")


def test_a_district_office_goes_to_communes_and_by_function_to_the_province():
    assert heirs_of("phong-vhtt") == {("phong-vhkhtt", "same", "*", True)}
    assert {
        ("phong-vhxh", "communes", "*", True),
        ("so-vhttdl", "province", "bao-chi", False),
    } <= heirs_of("phong-vhkhtt")


def test_a_court_of_a_district_is_an_open_question():
    assert {rule.key for rule in templates()["tand-huyen"].heirs} == {""}


def test_a_body_lives_while_both_its_template_and_its_place_do():
    new = place("province", State("Tỉnh Bến Mây", "tỉnh", "Bến Mây", TWO_TIERS, None))
    assert record(templates()["so-tttt"], place=new) is None
    found = record(templates()["so-nnmt"], place=new)
    assert found.states == (
        State(
            "Sở Nông nghiệp và Môi trường tỉnh Bến Mây", "sở", "Sở Nông nghiệp và Môi trường", TWO_TIERS, None
        ),
    )
    assert found.links == (Link(new.uid, "state", TWO_TIERS, None),)
    assert (found.uid, found.seat) == (agency_uid("so-nnmt", seat=new.uid), new.uid)


def test_a_body_takes_the_new_name_of_its_place():
    grown = date(2020, 1, 1)
    states = (
        State("Thị xã Mây Trắng", "thị xã", "Mây Trắng", None, grown),
        State("Thành phố Mây Trắng", "thành phố", "Mây Trắng", grown, TWO_TIERS),
    )
    found = record(templates()["huyen-uy"], place=Record("x", "district", states))
    assert [(state.name, state.since, state.until) for state in found.states] == [
        ("Thị ủy Mây Trắng", None, grown),
        ("Thành ủy Mây Trắng", grown, TWO_TIERS),
    ]


def test_the_committee_of_a_commune_was_under_the_district_and_then_under_the_province():
    links = (Link("huyện", "state", None, TWO_TIERS), Link("tỉnh", "state", TWO_TIERS, None))
    found = record(
        templates()["dang-uy-xa"], place=place("commune", KINDS["commune"][0], "12345", links)
    ).links
    assert found == (
        Link(agency_uid("huyen-uy", seat="huyện"), "party", None, TWO_TIERS),
        Link(agency_uid("tinh-uy", seat="tỉnh"), "party", TWO_TIERS, None),
    )


def test_a_mass_organisation_came_under_the_front_of_its_place():
    up = (Link("chính phủ", "state"),)
    found = record(templates()["hoi-lhpn-tinh"], place=place("province", PROVINCE, links=up))
    assert found.links == (
        Link(agency_uid("hoi-lhpn-tw", seat=""), "mass", None, TWO_TIERS),
        Link(agency_uid("mttq-tinh", seat=found.seat), "mass", TWO_TIERS, None),
    )


def test_offices_depend_on_the_kind_and_the_code_of_the_place():
    commune, ward = (place("commune", KINDS["commune"][n], "12345") for n in (0, 1))
    assert record(templates()["phong-kinh-te"], place=commune)
    assert record(templates()["phong-kinh-te"], place=ward) is None
    assert record(templates()["phong-kthtdt-xa"], place=ward)
    capital = place("province", State("Thành phố Hà Nội", "thành phố", "Hà Nội"), "01")
    assert record(templates()["bo-chqs"], place=capital) is None
    assert record(templates()["bo-tu-lenh"], place=capital)
    assert record(templates()["vp-xa"], place=capital) is None


def test_central_bodies_are_records_without_a_seat():
    by_key = {one.template: one for one in central()}
    assert all(one.seat == "" and one.level == "central" for one in central())
    assert len({one.uid for one in central()}) == len(central())
    assert by_key["bvhttdl"].links == (Link(agency_uid("chinh-phu", seat=""), "state"),)
    assert by_key["btttt"].states[0].until == REFORM
    assert "VTV" in by_key["vtv"].aliases


def test_a_place_that_is_taken_over_passes_its_bodies_to_the_same_ones_there():
    rule = agencies.passing(templates()["so-tai-chinh"], on=TWO_TIERS)
    assert (rule.key, rule.at, rule.on, rule.is_default) == ("so-tai-chinh", "successor", TWO_TIERS, True)


def test_short_forms_of_words_are_written_once():
    rows = [(row["short"], row["long"]) for row in table("unit_words")["word"]]
    assert len(rows) == len(set(rows))
    assert ("TT&TT", "Thông tin và Truyền thông") in rows
    assert all(short != long and short == short.strip() and long == long.strip() for short, long in rows)
