"""What usual agencies are called at places of every kind."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import get_args

import pytest

import invented as at
from vanban.grammar.lexicon import table
from vanban.units.agencies import name_of, spellings, templates
from vanban.units.model import Level
from vanban.units.spans import meet

CASES = [(level, state) for level in get_args(Level) for state in at.KINDS[level]]


def of(level, *, kind):
    found = [one for one in templates().values() if one.level == level]
    return [one for one in found if not one.of_kinds or kind is None or kind.kind in one.of_kinds]


def is_apart(one, other):
    """Two agencies that no province has both of."""
    if one.places and other.places:
        return not {*one.places} & {*other.places}
    return bool({*one.places} & {*other.without} or {*other.places} & {*one.without})


@pytest.mark.parametrize(("level", "kind"), CASES)
def test_names_are_whole(level, kind):
    for one in of(level, kind=kind):
        for name in (name_of(one, place=kind), *spellings(one, place=kind), *spellings(one)):
            assert name == " ".join(name.split()), one.key
            assert name and "{" not in name, one.key


@pytest.mark.parametrize(("level", "kind"), CASES)
def test_a_spelling_means_one_agency_of_a_level_at_a_time(level, kind):
    by_name = defaultdict(list)
    for one in of(level, kind=kind):
        for name in {one.casefold() for one in spellings(one, place=kind)}:
            by_name[name].append(one)
    clashes = {
        name
        for name, found in by_name.items()
        for one, other in combinations(found, 2)
        if meet(one.life, other.life) and not is_apart(one, other)
    }
    on_purpose = {name for row in table(f"agencies-{level}")["agency"] for name in row.get("ambiguous", ())}
    assert clashes <= {name.casefold() for name in on_purpose}


@pytest.mark.parametrize(
    ("key", "place", "name"),
    [
        ("so-tttt", at.PROVINCE, "Sở Thông tin và Truyền thông tỉnh Bến Mây"),
        ("ban-tuyen-giao-tinh-uy", at.PROVINCE, "Ban Tuyên giáo Tỉnh ủy Bến Mây"),
        ("ban-tuyen-giao-tinh-uy", at.CITY, "Ban Tuyên giáo Thành ủy Bến Mây"),
        ("tinh-uy", at.CAPITAL, "Thành ủy Thành phố Hồ Chí Minh"),
        ("so-du-lich", at.CAPITAL, "Sở Du lịch Thành phố Hồ Chí Minh"),
        ("vp-huyen-uy", at.DISTRICT, "Văn phòng Huyện ủy Mây Trắng"),
        ("vp-huyen-uy", at.QUARTER, "Văn phòng Quận ủy Quận 3"),
        ("vp-huyen-uy", at.TOWN, "Văn phòng Thị ủy Mây Trắng"),
        ("dang-uy-xa", at.COMMUNE, "Đảng ủy xã Suối Trúc"),
        ("dang-uy-xa", at.ZONE, "Đảng ủy đặc khu Hòn Trúc"),
        ("bao-tinh", at.PROVINCE, "Báo Bến Mây"),
        ("ktnn-kv-09", None, "Kiểm toán nhà nước khu vực IX"),
        ("hai-quan-kv-19", None, "Chi cục Hải quan khu vực XIX"),
    ],
)
def test_names(key, place, name):
    assert name_of(templates()[key], place=place) == name


def test_without_a_place_a_spelling_is_given_for_every_kind():
    assert spellings(templates()["vp-tinh-uy"])[:2] == ("Văn phòng Tỉnh ủy", "Văn phòng Thành ủy")
    assert spellings(templates()["vp-tinh-uy"], place=at.CITY)[0] == "Văn phòng Thành ủy"
