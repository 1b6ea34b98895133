"""``caytre units`` on the database that a first start makes: names of then, who took over, an office in one command."""

from __future__ import annotations

import json
import subprocess

import pytest


@pytest.fixture
def started(whole_office):
    """An installation after ``caytre setup``."""
    return whole_office


def resolved(started, *words):
    return [json.loads(line) for line in started.run("units", "resolve", *words).splitlines()]


def test_a_name_of_then_with_its_heirs_of_today(started):
    (found,) = resolved(
        started, "Sở TT&TT", "--on", "2024-05-01", "--within", "UBND tỉnh Lai Châu", "--today", "2026-01-01",
        "--format", "json",
    )  # fmt: skip
    assert list(found) == ["unit", "members", "heirs", "candidates", "is_set", "why"]
    assert list(found["unit"]) == ["uid", "name", "kind", "from", "to"]
    assert found["unit"]["name"] == "Sở Thông tin và Truyền thông tỉnh Lai Châu"
    assert (found["unit"]["from"], found["unit"]["to"]) == (None, "2025-03-01")
    assert all(list(heir) == ["unit", "scope", "share"] for heir in found["heirs"])
    assert {heir["scope"]: heir["unit"]["name"] for heir in found["heirs"]}["bao-chi"] == (
        "Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu"
    )


def test_who_took_over_depends_on_the_day_that_is_today(started):
    words = ("Huyện Tam Đường, tỉnh Lai Châu", "--on", "2024-05-01")
    (before,) = resolved(started, *words, "--today", "2025-06-30")
    (after,) = resolved(started, *words, "--today", "2025-07-01")
    assert before["unit"] == after["unit"]
    assert before["heirs"] == []
    assert {heir["share"] for heir in after["heirs"]} == {"part"}
    assert "Xã Bình Lư" in {heir["unit"]["name"] for heir in after["heirs"]}


def test_several_names_and_names_from_the_input_give_a_line_each(started):
    found = resolved(
        started, "tỉnh Lai Châu", "UBND các xã", "Sở Không Có", "--on", "2026-01-01", "--within", "Lai Châu"
    )
    assert found[0]["unit"]["kind"] == "tỉnh"
    assert found[1]["is_set"] and len(found[1]["members"]) > 30
    assert found[2]["unit"] is None and found[2]["why"]
    ran = subprocess.run(
        started.command("units", "resolve", "-", "--on", "2026-01-01"), env=started.environment, text=True,
        input="tỉnh Lai Châu\n\nTỉnh Cao Bằng\n", capture_output=True, check=True,
    )  # fmt: skip
    names = [json.loads(line)["unit"]["name"] for line in ran.stdout.splitlines()]
    assert names == ["Tỉnh Lai Châu", "Tỉnh Cao Bằng"]


def test_within_takes_a_uid_too(started):
    (province,) = resolved(started, "tỉnh Lai Châu", "--on", "2026-01-01")
    (found,) = resolved(started, "Sở Y tế", "--on", "2026-01-01", "--within", province["unit"]["uid"])
    assert found["unit"]["name"] == "Sở Y tế tỉnh Lai Châu"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("resolve", "x", "--within", "tỉnh Không Có"), "chưa rõ 'tỉnh Không Có' là đơn vị nào"),
        (("resolve", "x", "--within", "00000000-0000-4000-8000-000000000000"), "không có đơn vị mang mã"),
        (("resolve", "x", "--on", "30/06/2025"), "không phải là ngày"),
        (("resolve",), "TÊN"),
        ((), "VIỆC"),
    ],
)
def test_a_wrong_use_ends_with_2(started, words, said):
    assert said in started.run("units", *words, code=2)


def test_a_unit_is_shown_in_words(started):
    said = started.run("units", "show", "Huyện Tam Đường, tỉnh Lai Châu", "--on", "2024-05-01")
    for line in (
        "Huyện Tam Đường, tỉnh Lai Châu",
        "Mã: 106",
        "Trực thuộc: Tỉnh Lai Châu",
        "Xã Bình Lư, tỉnh Lai Châu; một phần",
    ):
        assert line in said
    several = started.run("units", "show", "xã Tân Lập", "--on", "2026-01-01")
    assert "Có thể là:" in several and "Xã Tân Lập, tỉnh Quảng Trị" in several


def test_an_office_is_set_up_in_one_command(started):
    assert "Đã lập" in started.run("units", "set-up", "xã Bình Lư, tỉnh Lai Châu")
    assert "Các cơ quan này đã có đủ." in started.run("units", "set-up", "xã Bình Lư, tỉnh Lai Châu")
