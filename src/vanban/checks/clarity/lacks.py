"""What tasks lack, said once for a whole plan or task by task."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vanban.checks.clarity.branches import Lack, branches, is_plan, lacking, row_of
from vanban.checks.model import Case, Finding
from vanban.checks.registry import found
from vanban.checks.wording import listed, part
from vanban.model import SectionRole, Task

WORK: tuple[SectionRole, ...] = ("tasks", "annex")
_SHOWN = 3
_ROMAN = re.compile(r"[IVX]+(?:\.\d+)*")
_GAP = 8


def _lacks(case: Case, has_not: Callable[[Task], bool]) -> Lack:
    return lacking(branches(case, roles=WORK) if is_plan(case) else [], has_not=has_not)


def of_sections(case: Case, *, code: str, has_not: Callable[[Task], bool]) -> Iterator[Finding]:
    """One finding for all sections of a plan: the first of them is the place."""
    lack = _lacks(case, has_not)
    if lack.sections:
        labels = [section.label for section in lack.sections]
        yield found(
            code,
            case=case,
            span=lack.sections[0].span,
            where=places(labels),
            count=lack.lacking,
            among=lack.among,
        )


def of_tasks(case: Case, *, code: str, has_not: Callable[[Task], bool]) -> Iterator[Finding]:
    """One finding for each single task that lacks it."""
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


def places(labels: list[str]) -> str:
    """ "mục II.1, mục II.3 và nơi khác"."""
    labels = list(dict.fromkeys(labels))
    if len(labels) > _SHOWN + 1:
        return ", ".join(map(part, labels[:_SHOWN])) + " và nơi khác"
    return listed([part(label) for label in labels])
