"""Names of many units at once, and who was in them."""

from __future__ import annotations

from datetime import date

import pytest

from country import country, uid
from vanban.grammar.lexicon import table
from vanban.units import national, resolve

BEFORE, AFTER = date(2024, 8, 15), date(2026, 11, 26)
SEEN = {
    "province": ("91", BEFORE),
    "district": ("901", BEFORE),
    "commune": ("90011", AFTER),
    "central": (None, AFTER),
}


@pytest.fixture(scope="module")
def made():
    return country()


ROWS = [
    (name, level, row["kinds"].get(level, []))
    for row in table("unit_sets")["item"]
    for name, level in row["samples"]
]


@pytest.mark.parametrize(("name", "level", "kinds"), ROWS)
def test_a_rule_reads_its_samples(made, name, level, kinds):
    place, on = SEEN[level]
    found = resolve(name, among=made, on=on, within=place and uid(place))
    assert found.is_set
    assert found.members, found.why
    assert not kinds or any(one.kind in kinds for one in found.members)


HELD = [
    ("UBND các huyện, thành phố", "91", ["Huyện Mây Thượng", "Huyện Mây Hạ", "Thành phố Bến Mây"]),
    ("UBND các huyện", "91", ["Huyện Mây Thượng", "Huyện Mây Hạ"]),
    ("UBND các xã, thị trấn", "901", ["Xã Tân Thành", "Thị trấn Mây Thượng"]),
    ("Ủy ban nhân dân các xã, thị trấn huyện Mây Hạ", "91", ["Xã Tân Thành", "Xã Mỹ Thọ"]),
    ("UBND cấp huyện", "91", ["Huyện Mây Thượng", "Huyện Mây Hạ", "Thành phố Bến Mây"]),
    (
        "Thường trực các Huyện ủy, Thành ủy",
        "91",
        ["Huyện ủy Mây Thượng", "Huyện ủy Mây Hạ", "Thành ủy Bến Mây"],
    ),
    ("Công an các huyện", "91", ["Công an huyện Mây Thượng", "Công an huyện Mây Hạ"]),
    ("UBND các tỉnh", "901", ["Tỉnh Bến Mây", "Tỉnh Suối Trúc"]),
    ("Các Sở: Nội vụ, TT&TT và Y tế", "91", ["Sở Nội vụ", "Sở Thông tin và Truyền thông", "Sở Y tế"]),
    ("Sở: VH,TT&DL, YT", "91", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"]),
    ("Thường trực: Tỉnh ủy, HĐND tỉnh", "91", ["Thường trực Tỉnh ủy", "Thường trực Hội đồng nhân dân"]),
    ("UBND các xã: Tân Thành, Mỹ Thọ", "902", ["Xã Tân Thành", "Xã Mỹ Thọ"]),
    ("UBND các xã, thị trấn: Tân Thành, Mây Thượng", "901", ["Xã Tân Thành", "Thị trấn Mây Thượng"]),
    ("UBND một số huyện: Mây Thượng, Mây Hạ", "91", ["Huyện Mây Thượng", "Huyện Mây Hạ"]),
    ("các huyện Mây Thượng, Mây Hạ", "91", ["Huyện Mây Thượng", "Huyện Mây Hạ"]),
]


@pytest.mark.parametrize(("name", "place", "names"), HELD)
def test_a_set_holds_those_of_that_day(made, name, place, names):
    found = resolve(name, among=made, on=BEFORE, within=uid(place))
    assert found.is_set
    assert found.unit is None
    assert len(found.members) == len(names)
    for unit, expected in zip(found.members, names, strict=True) if ":" in name else ():
        assert unit.name.startswith(expected)
    if ":" not in name:
        assert {unit.name for unit in found.members} == set(names)


OPEN = [
    "các đơn vị liên quan",
    "các sở, ban, ngành có liên quan",
    "các cơ quan, đơn vị, địa phương",
    "các doanh nghiệp viễn thông",
    "một số sở",
    "một số sở, ngành",
    "UBND một số huyện",
    "một số doanh nghiệp",
    "Ban công tác Mặt trận các thôn",
    "các sở: Nội vụ, Mây Bay",  # one of them is nobody's name
]


@pytest.mark.parametrize("name", OPEN)
def test_a_set_of_nobody_knows_whom_has_no_members(made, name):
    found = resolve(name, among=made, on=BEFORE, within=uid("91"))
    assert found.unit is None
    assert found.members == ()
    assert found.why


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Chủ tịch UBND các huyện", 2),
        ("Thủ trưởng các sở, ban, ngành", 10),
        ("HĐND, UBND các huyện", 4),
        ("Chủ tịch UBND các huyện: Mây Thượng, Mây Hạ", 2),
    ],
)
def test_persons_and_several_sets_are_only_offered(made, name, count):
    found = resolve(name, among=made, on=BEFORE, within=uid("91"))
    assert found.unit is None
    assert found.members == ()
    assert len(found.candidates) >= count
    assert found.why


@pytest.mark.parametrize(
    ("on", "within", "name", "count"),
    [
        (AFTER, None, "UBND các tỉnh, thành phố trực thuộc Trung ương", 34),
        (date(2024, 1, 1), None, "UBND các tỉnh, thành phố", 63),
        (date(2025, 11, 20), "tỉnh Bắc Ninh", "UBND các xã, phường", 99),
        (date(2025, 11, 20), "Thành phố Hồ Chí Minh", "UBND các phường, xã, đặc khu", 168),
        (date(2025, 11, 20), "tỉnh Quảng Trị", "UBND các xã, phường, đặc khu Cồn Cỏ", 78),
        (date(2025, 3, 15), "huyện Tam Đường", "UBND các xã, thị trấn", 13),
    ],
)
def test_the_shipped_set_holds_as_many(on, within, name, count):
    place = resolve(within, among=national(), on=on).unit.uid if within else None
    assert len(resolve(name, among=national(), on=on, within=place).members) == count


def test_a_set_of_places_of_a_day_of_which_not_all_are_known_is_only_offered():
    directory, on = national(), date(2018, 4, 15)
    place = resolve("tỉnh Quảng Ngãi", among=directory, on=on).unit.uid
    found = resolve("UBND các huyện, thành phố", among=directory, on=on, within=place)
    assert found.is_set
    assert found.members == ()
    assert found.candidates
    assert "chưa đủ" in found.why


CITY, WARDS = "Thành phố Hồ Chí Minh", "Quận 3, Thành phố Hồ Chí Minh"
NUMBERED = [
    (CITY, "UBND quận 1, 3, 5", ["Quận 1", "Quận 3", "Quận 5"]),
    (CITY, "UBND các quận 1, 3 và 5", ["Quận 1", "Quận 3", "Quận 5"]),
    (CITY, "Công an quận 1, 3", ["Công an quận 1", "Công an quận 3"]),
    (CITY, "phường 1, 2, quận Bình Thạnh", ["Phường 1", "Phường 2"]),
    (WARDS, "UBND phường 1, 2, 3", ["Phường 1", "Phường 2", "Phường 3"]),
    (WARDS, "UBND các phường 1, 2, 3", ["Phường 1", "Phường 2", "Phường 3"]),
]
NUMBERED_OPEN = [
    (CITY, "Quận 1, Quận 3", ["Quận 1", "Quận 3"]),
    (CITY, "Quận 1; Quận 3", ["Quận 1", "Quận 3"]),
    (CITY, "quận 1 và các huyện", ["Quận 1"]),
    (CITY, "UBND quận 1, 13", ["Quận 1"]),
    (CITY, "Quận 13", []),
    (WARDS, "Phường 1 và Phường 2", ["Phường 1", "Phường 2"]),
]


def seen_from(name, place, on):
    seat = resolve(place, among=national(), on=on).unit.uid if place else None
    return resolve(name, among=national(), on=on, within=seat)


@pytest.mark.parametrize(("place", "name", "names"), NUMBERED)
def test_places_that_are_named_by_their_numbers_are_those(place, name, names):
    assert [one.name for one in seen_from(name, place, date(2025, 2, 20)).members] == names


@pytest.mark.parametrize(("place", "name", "names"), NUMBERED_OPEN)
def test_the_number_of_a_place_does_not_count_places(place, name, names):
    found = seen_from(name, place, date(2025, 2, 20))
    assert found.unit is None
    assert found.members == ()
    assert [one.name for one in found.candidates] == names
    assert found.why


def test_a_number_that_no_place_has_means_no_other_place():
    found = seen_from("phường 34, quận Bình Thạnh", CITY, date(2025, 2, 20))
    assert found.unit is None
    assert found.members == ()


COUNTED = [
    ("tỉnh Quảng Trị", "5 xã, phường", 77),
    ("tỉnh Quảng Trị", "UBND 10 xã", 69),
    ("tỉnh Quảng Trị", "02 xã", 69),
    ("tỉnh Quảng Trị", "các 3 sở", 10),
    ("tỉnh Quảng Trị", "3 sở", 10),
    (None, "63 tỉnh, thành phố", 34),
    (None, "03 bộ", 14),
]


@pytest.mark.parametrize(("place", "name", "count"), COUNTED)
def test_a_set_of_which_another_number_is_said_is_only_offered(place, name, count):
    found = seen_from(name, place, date(2025, 11, 20))
    assert found.is_set
    assert found.members == ()
    assert len(found.candidates) == count
    assert f"danh mục của ngày đó có {count}" in found.why


@pytest.mark.parametrize(
    ("place", "name", "count"),
    [
        (None, "34 tỉnh, thành phố", 34),
        (None, "UBND 34 tỉnh, thành phố", 34),
        ("tỉnh Quảng Trị", "78 xã, phường, đặc khu", 78),
        ("tỉnh Quảng Trị", "UBND 069 xã", 69),
    ],
)
def test_a_set_of_which_the_right_number_is_said_holds_them(place, name, count):
    assert len(seen_from(name, place, date(2025, 11, 20)).members) == count
