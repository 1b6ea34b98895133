"""A rule of repetition: its bounds, its JSON, its RRULE and how it is said."""

from __future__ import annotations

import json
from datetime import date

import pytest

from vanban.schedule import Rule, Schedule, as_rrule, rule_of, sentence

END = date(2030, 12, 31)


RULES = [
    (Rule("year", 12, 14), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14", "Hằng năm, chậm nhất ngày 14/12"),
    (Rule("year"), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", "Hằng năm"),
    (Rule("year", 2), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "Hằng năm, chậm nhất ngày cuối tháng 02"),
    (
        Rule("year", 2, 29),
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
        "Hằng năm, chậm nhất ngày 29/02",
    ),
    (Rule("half"), "FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1", "6 tháng một lần"),
    (
        Rule("half", 6, 14),
        "FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=14",
        "6 tháng một lần, chậm nhất ngày 14 tháng cuối kỳ 6 tháng",
    ),
    (
        Rule("quarter", 1, 5),
        "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=5",
        "Hằng quý, chậm nhất ngày 05 tháng đầu quý",
    ),
    (
        Rule("quarter", 3, 31),
        "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
        "Hằng quý, chậm nhất ngày 31 tháng cuối quý",
    ),
    (
        Rule("month", day=20, until=END),
        "FREQ=MONTHLY;BYMONTHDAY=20;UNTIL=20301231",
        "Hằng tháng, chậm nhất ngày 20, đến hết ngày 31/12/2030",
    ),
    (Rule("month"), "FREQ=MONTHLY;BYMONTHDAY=-1", "Hằng tháng"),
    (Rule("week", day=5), "FREQ=WEEKLY;BYDAY=FR", "Hằng tuần, chậm nhất thứ Sáu"),
    (Rule("week"), "FREQ=WEEKLY;BYDAY=SU", "Hằng tuần"),
    (Rule("quarter", offset=5), None, "Hằng quý, cộng 5 ngày"),
    (Rule("year", 12, 14, offset=-2), None, "Hằng năm, chậm nhất ngày 14/12, trừ 2 ngày"),
    (
        Rule("month", day=20, shift="previous"),
        None,
        "Hằng tháng, chậm nhất ngày 20, gặp ngày nghỉ thì lùi về ngày làm việc liền trước",
    ),
    (
        Rule("month", day=20, shift="next"),
        None,
        "Hằng tháng, chậm nhất ngày 20, gặp ngày nghỉ thì chuyển sang ngày làm việc liền sau",
    ),
]


@pytest.mark.parametrize(("rule", "rrule", "said"), RULES)
def test_a_rule_is_said_to_people_and_calendars_and_kept_as_json(rule, rrule, said):
    assert as_rrule(rule) == rrule
    assert sentence(Schedule("recurring", rule=rule)) == said
    assert rule_of(json.loads(json.dumps(rule.as_json()))) == rule


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"every": "day"},
        {"every": "year", "month": 13},
        {"every": "quarter", "month": 4},
        {"every": "month", "month": 1},
        {"every": "week", "month": 1},
        {"every": "week", "day": 8},
        {"every": "month", "day": 32},
        {"every": "month", "day": 0},
        {"every": "month", "day": "5"},
        {"every": "month", "day": 5.5},
        {"every": "month", "day": True},
        {"every": "month", "shift": "nearest"},
        {"every": "month", "offset": 400},
        {"every": "month", "until": "someday"},
        {"every": ["month"]},
    ],
)
def test_what_is_no_rule_is_refused(value):
    with pytest.raises(ValueError):
        rule_of(value)


def test_the_shortest_json_is_enough():
    assert rule_of({"every": "quarter"}) == Rule("quarter")
