"""A day of Việt Nam and the instants of it, whatever zone the server is in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.schedule import deadline, local_day

DAY = date(2026, 12, 14)


def test_a_day_ends_at_midnight_there():
    assert deadline(DAY) == datetime(2026, 12, 14, 16, 59, 59, 999999, tzinfo=UTC)
    assert deadline(DAY).utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-12-14T16:59:59.999999+00:00", DAY),
        ("2026-12-14T17:00:00+00:00", date(2026, 12, 15)),
        ("2026-12-13T17:00:00+00:00", DAY),
        ("2026-12-14T23:59:00+07:00", DAY),
        ("2026-12-14T10:00:00-08:00", date(2026, 12, 15)),
    ],
)
def test_an_instant_belongs_to_a_day_there(at, day):
    assert local_day(datetime.fromisoformat(at)) == day


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError):
        local_day(datetime(2026, 12, 14, 12))


@given(st.dates(date(1976, 1, 1), date(2100, 12, 31)))
def test_no_summer_time_moves_the_end_of_a_day(day):
    assert local_day(deadline(day)) == day
    assert local_day(deadline(day) + timedelta(microseconds=1)) == day + timedelta(days=1)
    assert deadline(day).astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).date() == day
    assert deadline(day + timedelta(days=1)) - deadline(day) == timedelta(days=1)
