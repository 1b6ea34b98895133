"""What a person may write into a fact."""

import pytest

from caytre.documents.rules.editing import (
    BadDate,
    BadFact,
    EmptyFact,
    check,
    is_day,
)

TIME = {
    "kind": "deadline",
    "raw": "trước ngày 15/12/2031",
    "every": None,
    "start": None,
    "due": "2031-12-15",
    "span": None,
}


@pytest.mark.parametrize(
    ("value", "yearly", "is_one"),
    [
        ("2031-12-15", False, True),
        ("2031-02-29", False, False),
        ("2032-02-29", False, True),
        ("2100-02-29", False, False),
        ("2031-13-01", False, False),
        ("2031-04-31", False, False),
        ("15/12/2031", False, False),
        ("12-15", True, True),
        ("02-29", True, True),
        ("12-15", False, False),
        ("2031-12-15", True, False),
        ("", False, False),
        ("2031-00-10", False, False),
    ],
)
def test_days(value, yearly, is_one):
    assert is_day(value, yearly=yearly) is is_one


@pytest.mark.parametrize(
    ("part", "field", "value"),
    [
        ("header", "title", None),
        ("header", "date", "2031-02-14"),
        ("header", "date", "2031-02"),
        ("header", "date", None),
        ("citations", "date", "2030-12-19"),
        ("citations", "role", "basis"),
        ("outline", "role", "annex"),
        ("tasks", "time", None),
        ("tasks", "time", TIME),
        ("tasks", "time", {**TIME, "kind": "recurring", "every": "year", "due": "12-15"}),
        ("tasks", "time", {**TIME, "kind": "continuous", "due": None}),
    ],
)
def test_sound_values_are_taken(part, field, value):
    check(part, field=field, value=value)


@pytest.mark.parametrize(
    ("part", "field", "value", "refusal"),
    [
        ("header", "date", "tháng hai", BadDate),
        ("citations", "date", "2030-12", BadDate),
        ("citations", "role", "tasks", BadFact),
        ("tasks", "text", None, EmptyFact),
        ("outline", "title", "", EmptyFact),
        ("tasks", "time", {**TIME, "kind": "sometimes"}, BadFact),
        ("tasks", "time", {**TIME, "every": "day"}, BadFact),
        ("tasks", "time", {**TIME, "due": "12-15"}, BadDate),
        ("tasks", "time", {**TIME, "kind": "recurring", "due": "2031-12-15"}, BadDate),
    ],
)
def test_what_cannot_be_is_refused(part, field, value, refusal):
    with pytest.raises(refusal):
        check(part, field=field, value=value)
