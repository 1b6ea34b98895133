"""Clear time: when, so that it can be checked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from vanban.checks.clarity.branches import row_of
from vanban.checks.clarity.lacks import WORK, of_sections, of_tasks
from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, rule
from vanban.checks.wording import part
from vanban.grammar.lexicon import form
from vanban.model import Task

_BEHIND = 400


@rule("R201")
def no_time(case: Case) -> Iterator[Finding]:
    """Tasks of a section that do not say when."""
    if not _has_one_time(case):
        yield from of_sections(case, code="R201", has_not=lambda task: _is_timeless(case, task))


@rule("R202")
def task_without_time(case: Case) -> Iterator[Finding]:
    """A task without a time among others that have one."""
    if not _has_one_time(case):
        yield from of_tasks(case, code="R202", has_not=lambda task: _is_timeless(case, task))


def _is_timeless(case: Case, task: Task) -> bool:
    return task.time is None and not _has_unread_time(case, task)


def _has_unread_time(case: Case, task: Task) -> bool:
    """Whether a time stands by the task that was not made out: an event, a line or a cell of times."""
    if any(form("check_words", name=name).search(task.text) for name in ("event", "bracketed_time")):
        return True
    if case.reading.tables and (cells := row_of(case, task=task)):
        times = form("check_words", name="time_words")
        return any(times.search(head) and words for head, words in cells)
    end = task.span[1]
    starts = _starts(case)
    next_one = bisect_right(starts, end)
    behind = case.reading.text[end : starts[next_one] if next_one < len(starts) else end + _BEHIND]
    return form("check_words", name="time_words").search(behind) is not None


@lru_cache(maxsize=4)
def _starts(case: Case) -> tuple[int, ...]:
    """Where tasks and headings begin."""
    return tuple(sorted(one.span[0] for part in (case.reading.tasks, case.reading.outline) for one in part))


def _has_one_time(case: Case) -> bool:
    """Whether a section says for all tasks when."""
    words = form("check_words", name="time_section")
    return any(words.search(one.title) for one in case.reading.outline if one.role not in WORK)


@rule("R203")
def uncheckable_time(case: Case) -> Iterator[Finding]:
    """ "trong thời gian sớm nhất"."""
    words, text = form("check_words", name="no_time"), case.reading.text
    for task in case.reading.tasks:
        if task.time is None and (said := words.search(text, *task.span)):
            yield found("R203", case=case, span=said.span(), words=said.group(), where=part(task.section))
    for line in form("check_words", name="no_time_line").finditer(text):
        yield found(
            "R203", case=case, span=line.span("time"), words=line["time"].strip(), where="dòng thời gian"
        )
