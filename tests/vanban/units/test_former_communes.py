"""The command that makes the national set: communes that were gone or called otherwise by June 2025."""

from __future__ import annotations

from changes import Changes
from former import gone, with_former
from place import Place, Source

ACTS, DAYS = {"01": "8/NQ"}, {"8/NQ": "2024-12-01"}
NOW = {
    "01": Place("01", "Tỉnh Bến Mây"),
    "001": Place("001", "Huyện Suối Trúc", "01"),
    "00001": Place("00001", "Xã Đồi Sim", "001"),
    "00002": Place("00002", "Phường Bãi Lau", "001"),
    "00004": Place("00004", "Xã Trúc Sim", "001"),
}
SOURCE = Source(
    old=NOW, new={}, heirs={}, aliases={"00001": ["xagogang", "gogang"], "00004": ["xabentruc", "xaxomsim"]}
)


def then(**names: str) -> dict[str, Place]:
    """The units of 2023: the district, and communes by the end of their code."""
    communes = {f"0000{code[-1]}": Place(f"0000{code[-1]}", name, "001") for code, name in names.items()}
    return {"001": NOW["001"], **communes}


def heirs(**names: str) -> dict[str, str]:
    return {one.place.name: one.heir for one in gone(SOURCE, then=then(**names), acts=ACTS)}


def test_a_commune_whose_code_is_gone_went_to_the_one_that_is_found_by_its_name():
    assert heirs(c1="Xã Đồi Sim", c3="Xã Gò Găng") == {"Xã Gò Găng": "00001"}
    assert heirs(c1="Xã Đồi Sim", c3="Xã Bãi Xa") == {"Xã Bãi Xa": ""}


def test_a_commune_of_a_province_whose_act_is_not_known_is_left_out():
    assert gone(SOURCE, then=then(c3="Xã Gò Găng"), acts={"02": "8/NQ"}) == []


def test_a_code_that_has_another_name_is_another_unit():
    changes = with_former(
        Changes(DAYS), source=SOURCE, then=then(c4="Xã Bến Trúc", c5="Xã Xóm Sim"), acts=ACTS
    )
    assert [(one["name"], one["heirs"], one["share"]) for one in changes.ended] == [
        ("Bến Trúc", ["00004@2024-12-01"], ""),
        ("Xóm Sim", ["00004@2024-12-01"], ""),
    ]


def test_another_kind_is_another_name_of_the_same_unit():
    changes = with_former(Changes(DAYS), source=SOURCE, then=then(c2="Xã Bãi Lau"), acts=ACTS)
    assert (changes.ended, changes.restyled, changes.also) == ([], [], {"00002": "Xã Bãi Lau"})


def test_a_name_that_another_had_was_not_its_own_before():
    both = then(c2="Xã Bãi Lau", c3="Phường Bãi Lau")
    changes = with_former(Changes(DAYS), source=SOURCE, then=both, acts=ACTS)
    assert [one["heirs"] for one in changes.ended] == [["00002"]]
    assert changes.restyled == [{"act": "8/NQ", "units": ["00002"], "was": {"kind": "xã", "name": "Bãi Lau"}}]
    assert changes.also == {}
