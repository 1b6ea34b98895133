"""Duties to report: who reports to whom, through whom and when, read sentence by sentence."""

from __future__ import annotations

import re

from vanban.grammar.doers import Units, shift, subject
from vanban.grammar.lexicon import form
from vanban.grammar.times import binding, find_times
from vanban.grammar.units import names_at, opens_name
from vanban.model import Report, Task, Time, Unit

_SENTENCE = re.compile(r"[.;]\s+(?=[^\W\d_]|[\"“])|\n")
_AND = len(", và ")
_LONGEST = 2_000  # no sentence is longer
_VERB, _NO_DUTY, _TO, _SENT, _THROUGH, _ABOVE, _ON, _SINGLE, _ALSO = (
    form("reports", name=name)
    for name in ("verb", "no_duty", "to", "sent", "through", "above", "handed_on", "single_case", "also")
)


def reports_of(tasks: tuple[Task, ...], *, year: int | None) -> tuple[Report, ...]:
    """Every duty to report that the tasks hold."""
    found: list[Report] = []
    for task in tasks:
        if "áo cáo" in task.text or "ửi" in task.text:
            found.extend(_of_task(task, year))
    return tuple(found)


def _of_task(task: Task, year: int | None) -> list[Report]:
    reports: list[Report] = []
    start = 0
    cuts = [(m.start(), m.end()) for m in _SENTENCE.finditer(task.text)] + [(len(task.text), len(task.text))]
    for cut, after in cuts:
        sentence = task.text[start:cut]
        if len(sentence) <= _LONGEST and (verb := duty(sentence) or _dated_sending(sentence, year)):
            reports.extend(_reports(task, sentence, start, verb, year))
        start = after
    return reports


def duty(sentence: str) -> re.Match[str] | None:
    """The word that makes the sentence a duty to report; None where it only speaks of reports."""
    low = sentence.lower()
    if _NO_DUTY.search(low):
        return None
    for verb in _VERB.finditer(sentence):
        before = low[: verb.start()]
        paper = form("reports", name="noun_before").search(before)
        if paper and not form("reports", name="paper_owed").search(before):
            continue
        if form("reports", name="passed_on").search(before) and not _is_sent(before):
            continue
        if form("reports", name="noun_after").search(sentence[verb.end() :]):
            continue
        return verb
    return None


def _dated_sending(sentence: str, year: int | None) -> re.Match[str] | None:
    """ "Tổng hợp thiệt hại, gửi Sở A trước ngày 08/12/2030": what is put together goes out on a fixed day."""
    for sent in _SENT.finditer(sentence):
        if _is_sent(sentence[: sent.end()].lower()) and opens_name(sentence, position=sent.end()):
            times = find_times(sentence[sent.end() :], year=year)
            return sent if any(time.kind == "deadline" or time.due for time in times) else None
    return None


def _is_sent(before: str) -> bool:
    """ "… kết quả gửi Sở A để tổng hợp, báo cáo …": the duty is to send."""
    sent = before.rfind("gửi ")
    return sent >= 0 and form("reports", name="matter").search(before, 0, sent) is not None


def _reports(task: Task, sentence: str, offset: int, verb: re.Match[str], year: int | None) -> list[Report]:
    at = task.span[0] + offset
    who = shift(subject(sentence), offset=at) or task.lead
    to, via = _addressees(sentence, verb, at)
    times = _times(sentence, at, year)
    span = (at, at + len(sentence))
    if not (to or via or times) and not (who and form("reports", name="owed").match(sentence, verb.start())):
        return []
    if not times and (
        _SINGLE.match(sentence) or to and to[-1].span and _ON.match(sentence, to[-1].span[1] - at)
    ):
        return []
    if not times and task.time is not None and (not offset or _is_lined(task.time, task)):
        times = [task.time]
    kept: list[Time | None] = [*_apart(times)] or [None]
    return [Report(who=who, to=to, via=via, time=time, span=span) for time in kept]


def _is_lined(time: Time, task: Task) -> bool:
    """A time that a line beside the task says holds for each of its sentences."""
    return time.span is not None and not task.span[0] <= time.span[0] < task.span[1]


def _times(sentence: str, at: int, year: int | None) -> list[Time]:
    return [
        time
        for time in find_times(sentence, year=year, offset=at)
        if time.kind != "continuous" and (time.kind != "within" or _near(sentence, time, at))
    ]


def _near(sentence: str, time: Time, at: int) -> bool:
    assert time.span is not None
    start = time.span[0] - at
    before = sentence[max(0, start - 40) : start].lower()
    return form("reports", name="when").search(before) is not None or not before.strip()


def _apart(times: list[Time]) -> list[Time]:
    """A request and a period are two duties; so are days of the year, unless they are those of one shorter period.

    Else the most binding time counts, and the period that goes on from it.
    """
    asked = [time for time in times if time.kind == "ad_hoc"]
    fixed = [time for time in times if time.kind != "ad_hoc"]
    days = list({time.due: time for time in fixed if time.every == "year" and time.due}.values())
    shorter = any(time.kind == "recurring" and time.every not in ("year", None) for time in fixed)
    if len(days) > 1 and (not shorter or any("năm" in (time.raw or "").lower() for time in days)):
        return days + asked[:1]
    first = binding(fixed)
    return ([first, *_going_on(first, fixed)] if first else []) + asked[:1]


def _going_on(day: Time, times: list[Time]) -> list[Time]:
    """ "trước ngày 20/11/2030 và hằng tháng": what is first owed on a day is owed again in each period."""
    if day.kind != "deadline" or day.span is None:
        return []
    end = day.span[1]
    return [
        time for time in times if time.kind == "recurring" and time.span and 0 < time.span[0] - end <= _AND
    ]


def _addressees(sentence: str, verb: re.Match[str], at: int) -> tuple[Units, Unit | None]:
    via = next(iter(_named(sentence, _THROUGH, 0, at)), None) if "qua" in sentence else None
    passed_on = form("reports", name="passed_on").search(sentence[: verb.start()].lower())
    to = () if passed_on else _named(sentence, _TO, max(0, verb.start() - 1), at)
    to = to or _named(sentence, _SENT, 0, at)
    if not to and (above := _ABOVE.search(sentence, verb.end())):
        to = (Unit(above.group(), (at + above.start(), at + above.end())),)
    kept = tuple(unit for unit in to if via is None or unit.name != via.name)
    return kept, via


def _named(sentence: str, marks: re.Pattern[str], start: int, at: int) -> Units:
    """The names behind the first of the marks that has any behind it, and behind "… và báo cáo với"."""
    for mark in marks.finditer(sentence, start):
        names = more = _names_behind(sentence, mark.end())
        while more and more[-1].span and (also := _ALSO.match(sentence, more[-1].span[1])):
            more = _names_behind(sentence, also.end())
            names += more
        if names:
            return shift(names, offset=at)
    return ()


def _names_behind(sentence: str, position: int) -> Units:
    if not opens_name(sentence, position=position):
        return ()
    return names_at(sentence, start=position, end=len(sentence))[0]
