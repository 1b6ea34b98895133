"""Clear people: who leads, one for each task."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from vanban.checks.clarity.branches import branches, is_plan
from vanban.checks.clarity.lacks import WORK, of_sections, of_tasks, places
from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, rule
from vanban.checks.units import meanings
from vanban.checks.wording import listed
from vanban.grammar.letters import UPPER
from vanban.grammar.lexicon import any_of, form, table
from vanban.model import Span, Task, Unit
from vanban.units.model import Resolution

_SHOWN = 3
_BETWEEN = 12  # no bullet with its blanks, and no joining word, is longer
_PLURAL = re.compile(r"[Cc]ác\s")


@rule("R101")
def section_without_lead(case: Case) -> Iterator[Finding]:
    """No task of a section, or many of them not, says who leads."""
    if not _are_given_out(case):
        yield from of_sections(case, code="R101", has_not=lambda task: not task.lead)


def _are_given_out(case: Case) -> bool:
    """Whether a chapter of its own says, body by body, who does which of the tasks."""
    chapters = [one for one in branches(case, roles=("tasks", "organisation")) if any(one.tasks())]
    if any(form("check_words", name="given_out").search(one.section.title) for one in chapters):
        return True
    works = [one for one in chapters if one.section.role == "tasks"]
    return len(works) > 1 and any(all(task.lead for task in one.tasks()) for one in works)


@rule("R102")
def task_without_lead(case: Case) -> Iterator[Finding]:
    """A task among others that say who leads."""
    yield from of_tasks(case, code="R102", has_not=lambda task: not task.lead)


@rule("R103")
def two_leads(case: Case) -> Iterator[Finding]:
    """Several bodies that all lead one task."""
    meant = meanings(case)

    def are_two(units: tuple[Unit, ...]) -> bool:
        return len(units) > 1 and all(_is_body(unit.name, meant.get(unit.name)) for unit in units)

    yield from _by_leads(case, "R103", are_two)


@rule("R104")
def group_leads(case: Case) -> Iterator[Finding]:
    """ "Các sở, ban, ngành" as who leads."""
    meant, mixed = meanings(case), form("check_words", name="mixed")

    def has_group(units: tuple[Unit, ...]) -> bool:
        return any(mixed.search(unit.name) and _is_group(unit.name, meant.get(unit.name)) for unit in units)

    yield from _by_leads(case, "R104", has_group)


def _is_body(name: str, meant: Resolution | None) -> bool:
    """Whether a name is of one body, or of the post of its head: one that is known, or one that is called so."""
    if meant and (meant.unit or meant.is_set or meant.candidates):
        return not meant.is_set and (meant.unit is not None or len(meant.candidates) == 1)
    return _body_head().match(name) is not None


@cache
def _body_head() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(table('units')['heads'])})\s+[{UPPER}]")


def _is_group(name: str, meant: Resolution | None) -> bool:
    return meant.is_set if meant else _PLURAL.match(name) is not None


def _by_leads(case: Case, code: str, is_wrong: Callable[[tuple[Unit, ...]], bool]) -> Iterator[Finding]:
    """One finding for all tasks that name the same leads; one for all tasks where they are many."""
    alike: dict[tuple[str, ...], list[Task]] = defaultdict(list)
    headings = {one.span for one in case.reading.outline}
    for root in branches(case, roles=WORK) if is_plan(case) else ():
        for task in root.tasks():
            if (
                task.lead
                and is_wrong(task.lead)
                and _leads_together(case, task)
                and not _is_headed(task, headings)
            ):
                alike[tuple(unit.name.casefold() for unit in task.lead)].append(task)
    groups = list(alike.values())
    if len(groups) > _SHOWN:
        groups = [[task for group in groups for task in group]]
    for tasks in groups:
        units = [unit.name for unit in tasks[0].lead]
        names = listed(units) + (" và tên khác" if len(alike) > _SHOWN else "")
        where = places([task.section for task in tasks])
        yield found(code, case=case, span=_span(tasks[0]), where=where, names=names, count=len(tasks))


def _is_headed(task: Task, headings: set[Span]) -> bool:
    """Whether the leads are those of a section by unit, in which each of them does its own part."""
    spans = [unit.span for unit in task.lead if unit.span]
    return any(start <= span[0] and span[1] <= end for span in spans for start, end in headings)


def _leads_together(case: Case, task: Task) -> bool:
    """Whether the leads are said to lead one thing: in a line or cell of their own, or before "chủ trì". Bodies that
    are only the subject of a sentence do each their part; so do those with words of their own between."""
    start, end = _span(task)
    names = sum(len(unit.name) for unit in task.lead)
    if end - start - names > _BETWEEN * len(task.lead):
        return False
    is_subject = task.span[0] <= start and end <= task.span[1]
    return not is_subject or form("check_words", name="leading").match(case.reading.text, end) is not None


def _span(task: Task) -> Span:
    """The words that name who leads."""
    spans = [unit.span for unit in task.lead if unit.span]
    return (min(spans)[0], max(spans)[1]) if spans else task.span
