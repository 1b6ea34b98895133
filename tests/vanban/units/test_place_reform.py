"""The national set: what some units of June 2025 became on 1 July."""

from __future__ import annotations

import pytest

from nationalset import BEFORE, BY_UID, DAY, coded, heirs, named, parent, state


@pytest.mark.parametrize(
    ("name", "province", "expected"),
    [
        ("Huyện Tam Đường", "Lai Châu", {"03390", "03405", "03430", "03424", "03408", "03394"}),
        ("Huyện Cầu Ngang", "Vĩnh Long", {"29416", "29419", "29431", "29446", "29455", "29530"}),
        ("Huyện Bù Gia Mập", "Đồng Nai", {"25222", "25225", "25267", "25231"}),
        ("Thị xã Hương Trà", "Huế", {"19996", "20017", "20035"}),
    ],
)
def test_a_district_goes_to_the_communes_that_took_its_communes(name, province, expected):
    assert set(heirs(name)) >= expected
    assert set(heirs(name).values()) == {"part"}
    owners = {parent(coded(code), DAY) for code in heirs(name)}
    assert {state(BY_UID[owner], DAY).short for owner in owners} == {province}


def test_a_ward_goes_to_the_ward_of_its_own_province():
    assert heirs("Phường Tứ Hạ") == {"19996": "whole"}
    assert state(coded("19996"), DAY).name == "Phường Hương Trà"
    assert state(BY_UID[parent(coded("19996"), DAY)], DAY).name == "Thành phố Huế"


@pytest.mark.parametrize(
    ("gone", "heir"),
    [
        ("Tỉnh Ninh Thuận", "Tỉnh Khánh Hòa"),
        ("Tỉnh Trà Vinh", "Tỉnh Vĩnh Long"),
        ("Tỉnh Khánh Hòa", "Tỉnh Khánh Hòa"),
        ("Thị trấn Tam Đường", "Xã Bình Lư"),
        ("Huyện Bạch Long Vĩ", "Đặc khu Bạch Long Vĩ"),
        ("Huyện Hoàng Sa", "Đặc khu Hoàng Sa"),
    ],
)
def test_a_unit_that_went_over_whole(gone, heir):
    assert heirs(gone) == {named(heir, DAY).code: "whole"}
    assert named(gone, BEFORE).uid != named(heir, DAY).uid
