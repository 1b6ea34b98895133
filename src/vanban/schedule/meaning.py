"""From a time as it was read to a schedule: years filled in, and the last day as the words mean it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from vanban.grammar.lexicon import form, table
from vanban.model import Time
from vanban.schedule.model import MONTHS, Rule, Schedule, closed
from vanban.schedule.periods import day_in

_DAY = re.compile(
    r"(?:(?P<year>\d{4})-)?(?P<month>\d{2})-(?P<day>\d{2})|(?P<whole>\d{4})(?:-(?P<its_month>\d{2}))?"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WEEKDAYS = {
    name.lower(): number for number, name in enumerate(table("schedule")["said"]["weekdays"]["names"], 1)
}
_WEEKDAYS |= {f"thứ {number + 1}": number for number in range(1, 7)}
_ONE = timedelta(days=1)


def schedule_of(time: Time | None, *, issued: date | None, until: date | None = None) -> Schedule:
    """What a time of a document of that day means. ``until`` is the end of what repeats, such as the plan's.

    A time that cannot be made out is "unspecified" and keeps its words; nothing is raised.
    """
    if time is None:
        return Schedule("unspecified")
    raw = time.raw or ""
    match closed(time.kind):
        case "deadline":
            return _deadline(time, raw, issued)
        case "within":
            return _within(time, raw, issued, until)
        case "recurring":
            return _recurring(time, raw, issued, until)
        case "continuous":
            return _continuous(raw, issued, until)
        case "ad_hoc":
            return Schedule("ad_hoc", starts=issued, until=until, raw=raw)
    return Schedule("unspecified", raw=raw)


def _deadline(time: Time, raw: str, issued: date | None) -> Schedule:
    due_on = _last_day(_day(time.due, issued), raw.lower())
    if due_on is None:
        return Schedule("unspecified", raw=raw)
    return Schedule(
        "deadline", starts=issued if issued and issued <= due_on else None, due_on=due_on, raw=raw
    )


def _within(time: Time, raw: str, issued: date | None, until: date | None) -> Schedule:
    starts, due_on = _day(time.start, issued, first=True), _day(time.due, issued)
    if time.due is None and starts is not None:
        return _continuous(raw, starts, until)
    if due_on is None or (starts is not None and starts > due_on):
        return Schedule("unspecified", raw=raw)
    return Schedule("within", starts=starts, due_on=due_on, raw=raw)


def _continuous(raw: str, starts: date | None, until: date | None) -> Schedule:
    return Schedule("continuous", starts=starts, review_every="quarter", until=until, raw=raw)


def _recurring(time: Time, raw: str, issued: date | None, until: date | None) -> Schedule:
    low = raw.lower()
    if time.every is None and form("schedule", name="daily").search(low):
        return _continuous(raw, issued, until)
    rule = _rule(time, low, until)
    if rule is None:
        return Schedule("unspecified", raw=raw)
    return Schedule("recurring", starts=issued, rule=rule, until=until, raw=raw)


def _rule(time: Time, low: str, until: date | None) -> Rule | None:
    """The rule of what recurs, None where it is not said how often or on which day."""
    if time.every == "year" and time.due:
        return _yearly(time.due, low, until)
    if time.every == "year" and (part := form("schedule", name="part_of_year").search(low)):
        month = (_ROMAN.get(part["number"]) or int(part["number"])) * (3 if part["part"] == "quý" else 1)
        return Rule("year", month=month, until=until) if 1 <= month <= 12 else None
    if time.every in ("quarter", "month") and (each := form("schedule", name="day_of_each").search(low)):
        month = 1 if each["month"] == "đầu" or each["next"] else MONTHS[time.every]
        return _on_day(Rule(time.every, until=until), month, int(each["day"]), low)
    if time.every in ("quarter", "month") and (behind := form("schedule", name="day_behind").search(low)):
        return _on_day(Rule(time.every, until=until), MONTHS[time.every], int(behind["day"]), low)
    if time.every == "week" and (weekday := form("schedule", name="weekday").search(low)):
        return Rule("week", day=_WEEKDAYS[" ".join(weekday["day"].split())], until=until)
    return Rule(time.every, until=until) if time.every in (*MONTHS, "week") else None


def _yearly(due: str, low: str, until: date | None) -> Rule | None:
    found = _DAY.fullmatch(due)
    if not found or not found["day"] or not 1 <= int(found["month"]) <= 12:
        return None
    return _on_day(Rule("year", until=until), int(found["month"]), int(found["day"]), low)


def _on_day(rule: Rule, month: int, day: int, low: str) -> Rule | None:
    """``rule`` on a day, on the one before where the words leave it out: the day before the first is the last one."""
    if not 1 <= day <= 31:
        return None
    number: int | None = day
    if _is_before(low):
        number = day - 1 or None
        if number is None:
            month = month - 1 or MONTHS[rule.every]
    return Rule(rule.every, None if rule.every == "month" else month, number, until=rule.until)


def _last_day(day: date | None, low: str) -> date | None:
    """The last day that the words of a deadline leave for a day as written."""
    if day is None:
        return None
    if _is_before(low):
        return day - _ONE if day > date.min else None
    if whole := form("schedule", name="whole").search(low):
        return day_in(day.year, month=12 if whole["unit"] == "năm" else day.month, day=None)
    return day


def _is_before(low: str) -> bool:
    return form("schedule", name="before").search(low) is not None


def _day(text: str | None, issued: date | None, *, first: bool = False) -> date | None:
    """A day as read: "2030-12-15", "12-15" of the document's year or the next one, "2030-12", "2030".

    Of a month or a year it is the last day, or the ``first``; a day that a month lacks is its last.
    """
    found = _DAY.fullmatch(text or "")
    if not found:
        return None
    year = int(found["year"] or found["whole"] or 0)
    month = int(found["month"] or found["its_month"] or (1 if first else 12))
    number = int(found["day"]) if found["day"] else 1 if first else None
    if not 1 <= month <= 12 or number == 0 or (number or 0) > 31:
        return None
    if not year:
        return _next(month, number, issued)
    return day_in(year, month=month, day=number)


def _next(month: int, day: int | None, issued: date | None) -> date | None:
    """That day in the document's year, in the next one where it has passed."""
    if issued is None:
        return None
    due_on = day_in(issued.year, month=month, day=day)
    return due_on if due_on >= issued else day_in(issued.year + 1, month=month, day=day)
