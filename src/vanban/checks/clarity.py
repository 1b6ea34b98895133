"""Family R: which of the six clear things ("6 rõ") a task of a plan lacks.

The system measures the same six task by task when a plan is confirmed; here a finding speaks of a whole section where
all of it lacks the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from vanban.checks.branches import Lack, branches, is_plan, lacking, row_of
from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, pages, rule
from vanban.checks.units import meanings
from vanban.checks.wording import judged_on, listed, part
from vanban.grammar.letters import UPPER
from vanban.grammar.lexicon import any_of, form, table
from vanban.model import SectionRole, Span, Task, Unit
from vanban.units.model import Resolution

_WORK: tuple[SectionRole, ...] = ("tasks", "annex")
_SHOWN = 3
_ROMAN = re.compile(r"[IVX]+(?:\.\d+)*")
_GAP = 8
_BEHIND = 400
_BETWEEN = 12  # no bullet with its blanks, and no joining word, is longer
_PLURAL = re.compile(r"[Cc]ác\s")


def _lacks(case: Case, has_not: Callable[[Task], bool]) -> Lack:
    return lacking(branches(case, roles=_WORK) if is_plan(case) else [], has_not=has_not)


def _of_sections(case: Case, code: str, has_not: Callable[[Task], bool]) -> Iterator[Finding]:
    """One finding for all sections of a plan: the first of them is the place."""
    lack = _lacks(case, has_not)
    if lack.sections:
        labels = [section.label for section in lack.sections]
        yield found(
            code,
            case=case,
            span=lack.sections[0].span,
            where=_places(labels),
            count=lack.lacking,
            among=lack.among,
        )


def _of_tasks(case: Case, code: str, has_not: Callable[[Task], bool]) -> Iterator[Finding]:
    for task in _lacks(case, has_not).single:
        if not (_heads_a_section(case, task) or _heads_rows(case, task)):
            yield found(code, case=case, span=task.span, where=part(task.section))


def _heads_a_section(case: Case, task: Task) -> bool:
    """Whether a deeper heading follows right behind: the line is a title that was not seen as one."""
    levels = {one.label: one.level for one in case.reading.outline}
    deeper = (one for one in case.reading.outline if one.level > levels.get(task.section, 0))
    return any(0 <= one.span[0] - task.span[1] <= _GAP for one in deeper)


def _heads_rows(case: Case, task: Task) -> bool:
    """Whether it is the title of a group of rows: its row is numbered in Roman figures."""
    return any(_ROMAN.fullmatch(words) for _, words in row_of(case, task=task))


def _places(labels: list[str]) -> str:
    """ "mục II.1, mục II.3 và nơi khác"."""
    labels = list(dict.fromkeys(labels))
    if len(labels) > _SHOWN + 1:
        return ", ".join(map(part, labels[:_SHOWN])) + " và nơi khác"
    return listed([part(label) for label in labels])


@rule("R101")
def section_without_lead(case: Case) -> Iterator[Finding]:
    """No task of a section, or many of them not, says who leads."""
    yield from _of_sections(case, "R101", lambda task: not task.lead)


@rule("R102")
def task_without_lead(case: Case) -> Iterator[Finding]:
    """A task among others that say who leads."""
    yield from _of_tasks(case, "R102", lambda task: not task.lead)


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
    for root in branches(case, roles=_WORK) if is_plan(case) else ():
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
        where = _places([task.section for task in tasks])
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


@rule("R201")
def no_time(case: Case) -> Iterator[Finding]:
    """Tasks of a section that do not say when."""
    if not _has_one_time(case):
        yield from _of_sections(case, "R201", lambda task: _is_timeless(case, task))


@rule("R202")
def task_without_time(case: Case) -> Iterator[Finding]:
    """A task without a time among others that have one."""
    if not _has_one_time(case):
        yield from _of_tasks(case, "R202", lambda task: _is_timeless(case, task))


def _is_timeless(case: Case, task: Task) -> bool:
    return task.time is None and not _has_unread_time(case, task)


def _has_unread_time(case: Case, task: Task) -> bool:
    """Whether a time stands by the task that was not made out: an event, a line or a cell of times."""
    if form("check_words", name="event").search(task.text):
        return True
    if case.reading.tables and (cells := row_of(case, task=task)):
        times = form("check_words", name="time_words")
        return any(times.search(head) and words for head, words in cells)
    end = task.span[1]
    starts = [one.span[0] for one in case.reading.tasks] + [one.span[0] for one in case.reading.outline]
    behind = case.reading.text[end : min((one for one in starts if one > end), default=end + _BEHIND)]
    return form("check_words", name="time_words").search(behind) is not None


def _has_one_time(case: Case) -> bool:
    """Whether a section says for all tasks when."""
    words = form("check_words", name="time_section")
    return any(words.search(one.title) for one in case.reading.outline if one.role not in _WORK)


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


@rule("R301")
def no_product(case: Case) -> Iterator[Finding]:
    """A plan of which no task says what comes of it."""
    tasks = [task for root in branches(case, roles=_WORK) for task in root.tasks()] if is_plan(case) else []
    if len(tasks) > 1 and pages()["R301"].holds(judged_on(case)) and not any(task.product for task in tasks):
        yield found("R301", case=case, span=tasks[0].span, count=len(tasks))


@rule("R302")
def section_without_product(case: Case) -> Iterator[Finding]:
    """Tasks without a product in a plan that says it of others."""
    if pages()["R302"].holds(judged_on(case)) and any(task.product for task in case.reading.tasks):
        yield from _of_sections(case, "R302", lambda task: not task.product)


@rule("R303")
def unshowable_product(case: Case) -> Iterator[Finding]:
    """ "Nâng cao nhận thức": an effect that nobody can hand in."""
    vague, thing = form("check_words", name="no_product"), form("check_words", name="thing")
    for task in case.reading.tasks if is_plan(case) else ():
        if task.product and vague.match(task.product) and not thing.search(task.product):
            yield found("R303", case=case, span=task.span, product=task.product, where=part(task.section))
