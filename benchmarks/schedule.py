"""What it costs to know when work is due: python benchmarks/schedule.py [--check]

CPU time of one core. Half a million occasions of five years are made, as for a task that went to thousands of units.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta

from rows import Row, tell
from timing import seconds

from vanban.calendar import working_days
from vanban.model import Time
from vanban.schedule import Rule, Schedule, schedule_of, slots

MADE = 500_000
ISSUED, UNTIL = date(2026, 1, 5), date(2030, 12, 31)


def making() -> Iterator[Row]:
    """Occasions, each schedule worked out anew."""
    schedules = {
        "monthly": Schedule("recurring", starts=ISSUED, rule=Rule("month", day=20)),
        "monthly, moved to a working day": Schedule(
            "recurring", starts=ISSUED, rule=Rule("month", day=20, shift="next")
        ),
        "weekly": Schedule("recurring", starts=ISSUED, rule=Rule("week", day=5)),
        "reviews of what is continuous": Schedule("continuous", starts=ISSUED, review_every="quarter"),
        "one deadline": Schedule("deadline", starts=ISSUED, due_on=UNTIL),
    }
    for name, schedule in schedules.items():
        each = len(slots(schedule, since=ISSUED, through=UNTIL))

        def make(schedule: Schedule = schedule, times: int = MADE // each) -> None:
            for _ in range(times):
                slots(schedule, since=ISSUED, through=UNTIL)

        yield Row(f"{MADE:,} slots, {name}", seconds(make, rounds=1), "s", most=15)


def meaning() -> Iterator[Row]:
    """Times of documents into schedules, and days looked up in the calendar."""
    time = Time("recurring", "trước ngày 20 hằng tháng", "month")
    yield Row("times", 1 / seconds(lambda: schedule_of(time, issued=ISSUED)), "a second", least=10_000)
    calendar = working_days()
    days = [ISSUED + timedelta(days=step) for step in range(1_000)]
    spent = seconds(lambda: [calendar.is_working(day) for day in days])
    yield Row("days", len(days) / spent, "a second", least=200_000)


if __name__ == "__main__":
    sys.exit(tell((making, meaning), arguments=sys.argv[1:]))
