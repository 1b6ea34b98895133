"""The national set: what existed on a day, how it is named and marked."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date

import pytest

from nationalset import BEFORE, BY_UID, DAY, existing, named, state
from vanban.units.model import place_uid
from vanban.units.places import records, uid


@pytest.mark.parametrize(
    ("level", "day", "kinds"),
    [
        ("province", BEFORE, {"tỉnh": 57, "thành phố": 6}),
        ("province", DAY, {"tỉnh": 28, "thành phố": 6}),
        ("district", BEFORE, {"huyện": 508, "quận": 49, "thị xã": 52, "thành phố": 87}),
        ("district", DAY, {}),
        ("commune", BEFORE, {"xã": 7692, "phường": 1726, "thị trấn": 617}),
        ("commune", DAY, {"xã": 2621, "phường": 687, "đặc khu": 13}),
        ("province", date(2024, 12, 31), {"tỉnh": 58, "thành phố": 5}),
        ("district", date(2024, 1, 1), {"huyện": 524, "quận": 46, "thị xã": 52, "thành phố": 83}),
        ("province", date(2026, 10, 1), {"tỉnh": 25, "thành phố": 9}),
        ("commune", date(2026, 10, 1), {"xã": 2599, "phường": 709, "đặc khu": 13}),
    ],
)
def test_how_many_there_were_on_a_day(level, day, kinds):
    assert Counter(state(record, day).kind for record in existing(level, day)) == kinds


def test_names_are_written_in_one_way():
    for record in records():
        for span in record.states:
            assert span.name == unicodedata.normalize("NFC", span.name) == " ".join(span.name.split())
            assert span.name.casefold().startswith(span.kind)
            assert span.short == span.name or f"{span.kind.capitalize()} {span.short}" == span.name


def test_a_number_alone_is_no_name():
    assert {state.short for record in records() for state in record.states if state.short.isdigit()} == set()


def test_every_unit_has_a_uid_of_its_own():
    assert len(BY_UID) == len(records())
    assert uid("03390@2025-07-01") == place_uid("03390", level="commune", since=DAY)
    assert uid("12") == place_uid("12", level="province", since=None)


def test_codes_on_which_sources_differ_are_marked():
    doubted = [record for record in records() if not record.code_is_verified]
    assert len(doubted) == 123
    assert {record.level for record in doubted} == {"commune"}
    assert not named("Phường Cửa Nam", DAY).code_is_verified
    assert named("Xã Bình Lư", DAY).code_is_verified
