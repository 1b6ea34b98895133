"""The nightly clock: what the system does by itself, once a day, in this order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from caytre import flows
from caytre.core.validity import day_of
from caytre.documents.actions import weaving
from caytre.web.notices import mail
from caytre.work.actions import evidence, nights, occurrences, reminding
from caytre.work.actions.nights import Clock

Say = Callable[[str], None]


def _passed_on(on: date, clock: Clock, say: Say) -> int:
    return flows.pass_on(on=on, by=None, at=clock())


def _opened(on: date, clock: Clock, say: Say) -> int:
    def told(done: int, total: int) -> None:
        clock()
        say(f"  {done}/{total} nhiệm vụ")

    return occurrences.make_due(on=on, at=clock(), say=told)


def _told(on: date, clock: Clock, say: Say) -> int:
    made = reminding.remind(on=on, at=clock())
    mail.gather(on=on, at=clock())
    return made


def _resolved(on: date, clock: Clock, say: Say) -> int:
    return weaving.resolve_all(beat=clock)


def _tidied(on: date, clock: Clock, say: Say) -> int:
    return evidence.tidy(at=clock())


JOBS: Mapping[str, tuple[str, Callable[[date, Clock, Say], int]]] = {
    "handing-on": ("việc của cơ quan đã chấm dứt chờ người quyết định", _passed_on),
    "occurrences": ("việc đến kỳ được mở", _opened),
    "reminders": ("lời nhắc việc mới", _told),
    "citations": ("viện dẫn được nối lại với văn bản", _resolved),
    "evidence": ("tệp không thuộc việc nào được xóa", _tidied),
}
"""By name what is counted, in words, and the job."""


def is_done(*, clock: Clock) -> bool:
    """Whether everything of today is done."""
    on = day_of(clock())
    return all(nights.done(job, on=on) for job in JOBS)


def run(*, clock: Clock, say: Say) -> None:
    """Do what of today nobody has done. A job that fails keeps the later ones from being done: they build on it."""
    on = day_of(clock())
    for job, (words, work) in JOBS.items():
        count = nights.once_a_day(job, on=on, clock=clock, run=lambda beat, work=work: work(on, beat, say))  # type: ignore[misc]
        say(f"{words}: {count}" if count is not None else f"{words}: hôm nay đã làm")
