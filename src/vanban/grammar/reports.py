"""Duties to report: who reports to whom, through whom and when, read sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from vanban.grammar.doers import Units, shift, subject
from vanban.grammar.times import binding, find_times
from vanban.grammar.units import names_at, opens_name
from vanban.model import Report, Task, Time, Unit

_SENTENCE = re.compile(r"[.;]\s+(?=[A-ZĐÀ-Ỹa-zđ\"“])|\n")
_VERB = re.compile(r"(?<![\wÀ-ỹ])[Bb]áo cáo(?! viên)(?![\wÀ-ỹ])")
_NOUN_BEFORE = re.compile(
    r"(?:các|những|bản|một|số|nội dung|mẫu|chế độ thông tin,?|hệ thống|file|loại|chất lượng|công tác|hội nghị|viết|dự thảo|theo|tại|trong|của|qua|xây dựng|xét|nhận|thẩm định|đầy đủ|này|bằng|thời hạn|thời gian|tiến độ|phần mềm|tổng hợp các|căn cứ|trên cơ sở|tiếp nhận)\s+$"
)
_NO_DUTY = re.compile(
    r"(?:nếu|khi|trường hợp)\s+(?:có\s+|phát sinh\s+|gặp\s+)*(?:những\s+|các\s+)?(?:phát sinh,?\s*)?(?:vấn đề|khó khăn|vướng mắc|nội dung)",
    re.I,
)
_SECOND = re.compile(r"(?:để|và|,|tổng hợp|theo dõi|phục vụ)\s*,?\s*$")
_TO = re.compile(
    r"(?<![\wÀ-ỹ])(?:gửi\s+(?:báo cáo\s+)?(?:kết quả\s+)?(?:(?:thực hiện\s+)?về|đến|cho|tới)?|[Bb]áo cáo(?:\s+(?:với|cho|về|lên|gửi))?|về|cho|với|trình|tới|đến)\s+(?:\(?)"
)
_VIA = re.compile(r"(?<![\wÀ-ỹ])(?:thông\s+)?qua\s+")
_ABOVE = re.compile(r"cấp (?:trên|có thẩm quyền)|cấp ủy, chính quyền cấp trên|cơ quan cấp trên|lãnh đạo tỉnh")


def reports_of(tasks: tuple[Task, ...], *, year: int | None) -> tuple[Report, ...]:
    """Every duty to report that the tasks hold."""
    found: list[Report] = []
    for task in tasks:
        if _VERB.search(task.text):
            found.extend(_of_task(task, year))
    return tuple(found)


def _of_task(task: Task, year: int | None) -> list[Report]:
    reports: list[Report] = []
    start = 0
    cuts = [(m.start(), m.end()) for m in _SENTENCE.finditer(task.text)] + [(len(task.text), len(task.text))]
    for cut, after in cuts:
        sentence = task.text[start:cut]
        if verb := duty(sentence):
            reports.extend(_reports(task, sentence, start, verb, year))
        start = after
    return reports


def duty(sentence: str) -> re.Match[str] | None:
    """The word that makes the sentence a duty to report; None where it only speaks of reports."""
    if _NO_DUTY.search(sentence):
        return None
    for verb in _VERB.finditer(sentence):
        before = sentence[: verb.start()].lower()
        if _NOUN_BEFORE.search(before) and not re.search(
            r"(?:gửi|thực hiện|lập)\s+(?:các\s+|đầy đủ\s+)?$", before
        ):
            continue
        if re.search(r"\bđể\s+(?:\S+\s+){0,4}(?:tổng hợp|theo dõi)[\s,]*$", before) and "gửi" not in before:
            continue
        if _is_thing(sentence, verb):
            continue
        return verb
    return None


def _is_thing(sentence: str, verb: re.Match[str]) -> bool:
    """ "báo cáo tài chính", "báo cáo đánh giá tác động": a paper, not a duty."""
    return (
        re.match(
            r"\s+(?:tài chính|nghiên cứu|kinh tế|đánh giá tác động|quyết toán|thuyết minh|chuyên đề|chính trị)",
            sentence[verb.end() :],
        )
        is not None
    )


def _reports(task: Task, sentence: str, offset: int, verb: re.Match[str], year: int | None) -> list[Report]:
    at = task.span[0] + offset
    who = shift(subject(sentence), at) or task.lead
    to, via = _addressees(sentence, verb, at)
    times = _times(sentence, at, year)
    span = (at, at + len(sentence))
    if not times and task.time is not None and not offset:
        times = [task.time]
    kept: list[Time | None] = _apart(times) or [None]
    return [Report(who=who, to=to, via=via, time=time, span=span) for time in kept]


def _times(sentence: str, at: int, year: int | None) -> list[Time]:
    return [
        time
        for time in find_times(sentence, year=year, offset=at)
        if time.kind != "continuous" and (time.kind != "within" or _near(sentence, time, at))
    ]


def _near(sentence: str, time: Time, at: int) -> bool:
    assert time.span is not None
    before = sentence[: time.span[0] - at].lower()
    return (
        bool(re.search(r"(?:vào|trong|gửi|trước|hoàn thành)\s*$|\(\s*$|,\s*$", before)) or not before.strip()
    )


def _apart(times: list[Time]) -> list[Time]:
    """A request and a period are two duties; among the periods the most binding counts."""
    asked = [time for time in times if time.kind == "ad_hoc"]
    fixed = [time for time in times if time.kind != "ad_hoc"]
    first = binding(fixed)
    return ([first] if first else []) + asked[:1]


def _addressees(sentence: str, verb: re.Match[str], at: int) -> tuple[Units, Unit | None]:
    via: Unit | None = None
    said = _VIA.search(sentence)
    while said and via is None:
        if opens_name(sentence, said.end()):
            names, _ = names_at(sentence, said.end(), len(sentence))
            via = shift(names[:1], at)[0] if names else None
        said = _VIA.search(sentence, said.end())
    to: list[Unit] = []
    for mark in _TO.finditer(sentence, max(0, verb.start() - 1)):
        to = _names_after(sentence, mark.end(), at)
        if to:
            break
    if not to:
        for mark in re.compile(r"gửi\s+(?:về\s+)?").finditer(sentence):
            to = _names_after(sentence, mark.end(), at)
            if to:
                break
    if not to and (above := _ABOVE.search(sentence, verb.end())):
        to = [Unit(above.group(), (at + above.start(), at + above.end()))]
    kept = tuple(unit for unit in to if via is None or unit.name != via.name)
    return kept, via


def _names_after(sentence: str, position: int, at: int) -> list[Unit]:
    if not opens_name(sentence, position):
        return []
    names, _ = names_at(sentence, position, len(sentence))
    return [replace(unit, span=(unit.span[0] + at, unit.span[1] + at)) for unit in names if unit.span]
