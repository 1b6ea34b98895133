"""Which days offices work, and counting in them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.calendar import Calendar, Row, working_days
from vanban.grammar.lexicon import table

ON = date.fromisoformat
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))

# day | worked? | why not as the weekday says
ROWS = """
2026-02-13 | yes |
2026-02-16 | no | Tết Âm lịch
2026-02-20 | no | Tết Âm lịch
2026-02-21 | no |
2026-02-23 | yes |
2024-02-08 | no | Tết Âm lịch
2024-02-14 | no | Tết Âm lịch
2024-02-15 | yes |
2025-01-31 | no | Tết Âm lịch
2025-02-03 | yes |
2027-02-08 | no | Tết Âm lịch
2028-01-26 | no | Tết Âm lịch
2026-01-02 | no | Nghỉ hoán đổi
2026-01-10 | yes | Làm bù
2026-08-22 | yes | Làm bù
2026-08-29 | no |
2026-08-31 | no | Nghỉ hoán đổi
2026-09-01 | no | Quốc khánh
2026-09-02 | no | Quốc khánh
2026-09-03 | yes |
2024-05-04 | yes | Làm bù
2025-04-26 | yes | Làm bù
2026-04-26 | no | Giỗ Tổ Hùng Vương
2026-04-27 | no | Nghỉ bù Giỗ Tổ Hùng Vương
2027-04-16 | no | Giỗ Tổ Hùng Vương
2025-11-24 | yes |
2026-11-24 | no | Ngày Văn hóa Việt Nam
2031-11-24 | no | Ngày Văn hóa Việt Nam
2031-09-02 | no | Quốc khánh
2031-01-23 | yes |
"""


def rows(text):
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("day", "worked", "why"), rows(ROWS))
def test_a_day_is_worked_or_off(day, worked, why):
    calendar = working_days()
    row = calendar.row(ON(day))
    assert calendar.is_working(ON(day)) == (worked == "yes")
    assert (row.name if row else "") == why
    assert row is None or row.source


# day | working days after or before it | the day reached
SHIFTS = """
2026-02-13 | 1 | 2026-02-23
2026-02-13 | 3 | 2026-02-25
2026-02-23 | -1 | 2026-02-13
2026-02-18 | 1 | 2026-02-23
2026-02-18 | -1 | 2026-02-13
2026-02-18 | 0 | 2026-02-18
2026-08-21 | 1 | 2026-08-22
2026-08-28 | 1 | 2026-09-03
2026-12-11 | 5 | 2026-12-18
2026-01-05 | -1 | 2025-12-31
"""


@pytest.mark.parametrize(("day", "shift", "reached"), rows(SHIFTS))
def test_working_days_are_counted_over_days_off(day, shift, reached):
    assert working_days().working(ON(day), shift=int(shift)) == ON(reached)


@pytest.mark.parametrize(
    ("day", "previous", "following"),
    rows("""
2026-02-17 | 2026-02-13 | 2026-02-23
2026-02-13 | 2026-02-13 | 2026-02-13
2026-08-22 | 2026-08-22 | 2026-08-22
2026-08-31 | 2026-08-28 | 2026-09-03
"""),
)
def test_a_day_off_rolls_to_the_nearest_working_day(day, previous, following):
    assert working_days().roll(ON(day), to="previous") == ON(previous)
    assert working_days().roll(ON(day), to="next") == ON(following)


def test_what_is_not_known_of_a_year_is_said():
    calendar = working_days()
    assert [year for year in range(2022, 2031) if calendar.is_known(year)] == [2024, 2025, 2026, 2027, 2028]
    assert [year for year in range(2022, 2031) if calendar.is_announced(year)] == [2024, 2025, 2026]


def test_rows_of_an_office_lie_over_the_shipped_ones():
    ours = working_days().with_rows(
        [Row(ON("2027-09-04"), "worked", "Làm bù", "QĐ 12"), Row(ON("2026-12-14"), "off", "Bão", "CV 7")]
    )
    assert ours.is_working(ON("2027-09-04")) and not working_days().is_working(ON("2027-09-04"))
    assert ours.roll(ON("2026-12-14"), to="next") == ON("2026-12-15")
    assert not ours.is_working(ON("2026-02-17")) and ours.is_known(2026)


def test_a_calendar_without_rows_has_only_weekends():
    assert [Calendar([]).is_working(ON(f"2026-09-0{day}")) for day in range(2, 9)] == [
        True, True, True, False, False, True, True,
    ]  # fmt: skip


def test_every_swapped_day_off_has_its_worked_saturday_and_no_row_says_what_the_weekday_says():
    entries = [entry for year in table("working_days")["year"] for entry in year["days"]]
    swapped = {entry["day"]: entry["for"] for entry in entries if entry["kind"] == "swapped"}
    worked = {entry["for"]: entry["day"] for entry in entries if entry["kind"] == "worked"}
    assert swapped == worked
    assert all(off.weekday() < 5 and saturday.weekday() == 5 for off, saturday in swapped.items())
    assert all(entry["day"].weekday() < 5 for entry in entries if entry["kind"] == "in_lieu")
    for year in table("working_days")["year"]:
        assert {entry["day"].year for entry in year["days"]} == {year["year"]}


@given(DAYS, st.integers(-30, 30))
def test_there_and_back_again(day, shift):
    calendar = working_days()
    start = calendar.roll(day, to="next")
    reached = calendar.working(start, shift=shift)
    assert calendar.is_working(reached)
    assert calendar.working(reached, shift=-shift) == start
    between = sorted((start, reached))
    steps = range((between[1] - between[0]).days)
    assert sum(calendar.is_working(between[0] + timedelta(days=step)) for step in steps) == abs(shift)
