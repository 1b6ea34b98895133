"""A schedule as an official would say it."""

from __future__ import annotations

from datetime import date
from typing import Any

from vanban.grammar.lexicon import table
from vanban.schedule.model import MONTHS, Rule, Schedule
from vanban.schedule.periods import number_of, period

_ROMAN = ("I", "II", "III", "IV")


def sentence(schedule: Schedule) -> str:
    """The schedule in Vietnamese: "Hằng năm, chậm nhất ngày 14/12"."""
    words = table("schedule")["said"]
    if schedule.kind == "deadline" and schedule.due_on:
        text = words["deadline"].format(due=_date(schedule.due_on))
    elif schedule.kind == "within" and schedule.due_on:
        text = _window(schedule.starts, schedule.due_on, words)
    elif schedule.kind == "recurring" and schedule.rule:
        text = _rule(schedule.rule, words) + _until(schedule.until or schedule.rule.until, words)
    elif schedule.kind == "continuous":
        text = _continuous(schedule, words)
    elif schedule.kind == "ad_hoc":
        text = words["ad_hoc"]
    else:
        text = words["unspecified"]
    return str(text)


def _window(starts: date | None, due_on: date, words: dict[str, Any]) -> str:
    """A whole year, half, quarter or month by its name, whole years as a period, else from day to day."""
    if starts is None:
        return str(words["deadline"].format(due=_date(due_on)))
    for every in MONTHS:
        one = period(number_of(starts, every=every), every=every)
        if (one.first, one.last) == (starts, due_on):
            name = every if every != "half" else "half_1" if starts.month == 1 else "half_2"
            quarter = _ROMAN[(starts.month - 1) // 3]
            return str(words[name].format(year=starts.year, month=_month(starts.month), quarter=quarter))
    if (starts.month, starts.day, due_on.month, due_on.day) == (1, 1, 12, 31):
        return str(words["years"].format(first=starts.year, last=due_on.year))
    return str(words["window"].format(starts=_date(starts), due=_date(due_on)))


def _continuous(schedule: Schedule, words: dict[str, Any]) -> str:
    text = str(words["continuous"]) + _since(schedule.starts, words)
    if schedule.review_every:
        text += words["review"].format(every=words["every"][schedule.review_every])
    return text + _until(schedule.until, words)


def _since(starts: date | None, words: dict[str, Any]) -> str:
    """Where a window opens that has no end; from the middle of a month on it is only the day of the document."""
    if starts is None or starts.day != 1:
        return ""
    if starts.month == 1:
        return str(words["since_year"].format(year=starts.year))
    return str(words["since"].format(starts=_date(starts)))


def _rule(rule: Rule, words: dict[str, Any]) -> str:
    every = str(words["every"][rule.every])
    text = every[0].upper() + every[1:]
    if day := _day(rule, words):
        text += words["by"].format(day=day)
    if rule.offset:
        text += words["later" if rule.offset > 0 else "earlier"].format(days=abs(rule.offset))
    return text + str(words[rule.shift] if rule.shift else "")


def _day(rule: Rule, words: dict[str, Any]) -> str:
    """The day of the period that a rule names, "" where it is only the end of the period."""
    if rule.day is None and rule.month is None:
        return ""
    if rule.every == "week":
        return str(words["weekdays"]["names"][(rule.day or 7) - 1])
    month = rule.month or MONTHS[rule.every]
    place = words["places"].get(rule.every)
    if rule.every == "year":
        form = "on_date" if rule.day else "on_last_of"
    elif place:
        form = "on_day_of_part" if rule.day else "on_last_of_part"
    else:
        form = "on_day" if rule.day else "on_last_day"
    return str(
        words[form].format(
            day=_number(rule.day or 0), month=_month(month), place=place[month - 1] if place else ""
        )
    )


def _until(until: date | None, words: dict[str, Any]) -> str:
    return str(words["until"].format(until=_date(until))) if until else ""


def _date(day: date) -> str:
    return f"{_number(day.day)}/{_month(day.month)}/{day.year}"


def _number(day: int) -> str:
    return f"{day:02d}"


def _month(month: int) -> str:
    """A month in a date: 1 and 2 have a nought before them (Nghị định 30/2020/NĐ-CP), the others not."""
    return f"{month:02d}" if month < 3 else str(month)
