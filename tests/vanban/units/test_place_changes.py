"""The national set: what is the same unit under another name, and what changed before and after July 2025."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from nationalset import BEFORE, BY_UID, DAY, named, state
from vanban.units.places import records


def test_what_kept_its_borders_and_name_is_the_same_unit():
    same = Counter(record.level for record in records() if state(record, BEFORE) and state(record, DAY))
    assert same == {"province": 11, "commune": 127}
    kept = named("Xã Đăk Ơ", DAY)
    assert [span.name for span in kept.states] == ["Xã Đak Ơ", "Xã Đăk Ơ"]
    assert [BY_UID[link.parent].level for link in kept.links] == ["district", "province"]


@pytest.mark.parametrize(
    ("day", "name", "code"),
    [
        (date(2024, 12, 31), "Tỉnh Thừa Thiên Huế", "46"),
        (date(2025, 1, 1), "Thành phố Huế", "46"),
        (date(2024, 12, 31), "Thành phố Huế", "474"),
        (date(2025, 1, 1), "Quận Thuận Hóa", "474"),
        (date(2026, 4, 29), "Tỉnh Đồng Nai", "75"),
        (date(2026, 4, 30), "Thành phố Đồng Nai", "75"),
        (date(2020, 12, 31), "Quận 9", "763"),
        (date(2021, 1, 1), "Thành phố Thủ Đức", "769"),
        (date(2024, 12, 31), "Phường Vân Cơ", "07891"),
        (date(2022, 4, 9), "Thị xã Phổ Yên", "172"),
        (date(2022, 4, 10), "Thành phố Phổ Yên", "172"),
    ],
)
def test_what_changed_before_and_after_is_found_by_the_name_of_its_day(day, name, code):
    assert named(name, day).code == code


def test_a_city_that_was_a_province_is_the_same_unit():
    hue = named("Thành phố Huế", DAY)
    assert [span.name for span in hue.states] == ["Tỉnh Thừa Thiên Huế", "Thành phố Huế"]
    assert len(hue.links) == 1


def test_a_commune_stays_when_its_district_ends_early():
    commune = named("Xã Hộ Độ", date(2024, 12, 31))
    owners = [state(BY_UID[link.parent], date(2024, 12, 31)).name for link in commune.links]
    assert owners == ["Huyện Lộc Hà", "Thành phố Hà Tĩnh"]


def test_a_commune_that_became_a_ward_is_known_by_its_former_kind_too():
    assert named("Phường Nghi Đức", BEFORE).aliases == ("Xã Nghi Đức",)
