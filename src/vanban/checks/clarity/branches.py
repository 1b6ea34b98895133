"""The tasks of a document by its headings, so that one finding can speak of a whole section."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from vanban.checks.model import Case
from vanban.grammar.lexicon import form, table
from vanban.model import Section, SectionRole, Span, Task

_ONE_BY_ONE = 5
_FEW = 1 / 3
_MANY = 2
Row = tuple[int, int, tuple[Span, ...], tuple[Span, ...]]


@dataclass(slots=True)
class Branch:
    """A heading with what stands under it."""

    section: Section
    below: list[Branch] = field(default_factory=list)
    own: list[Task] = field(default_factory=list)

    def tasks(self) -> Iterator[Task]:
        """Every task under the heading, at any depth."""
        yield from self.own
        for one in self.below:
            yield from one.tasks()


class Lack(NamedTuple):
    """What of a plan lacks something: single tasks, where nearly all others have it; else whole sections, with how
    many of their tasks lack it, of how many."""

    single: tuple[Task, ...]
    sections: tuple[Section, ...]
    lacking: int
    among: int


def is_plan(case: Case) -> bool:
    """Whether the document gives tasks whose six things must be clear: a plan, or what brings one."""
    header = case.reading.header
    plans = form("check_words", name="plans")
    return header.type in _plan_types() or plans.match(header.title or "") is not None


def _plan_types() -> tuple[str, ...]:
    return tuple(table("check_words")["plans"]["words"])


def branches(case: Case, *, roles: tuple[SectionRole, ...]) -> list[Branch]:
    """The topmost headings; only tasks under headings of these roles are kept."""
    outline = sorted(case.reading.outline, key=lambda one: one.span)
    nodes = [Branch(one) for one in outline]
    roots: list[Branch] = []
    above: list[Branch] = []
    for node in nodes:
        while above and above[-1].section.level >= node.section.level:
            above.pop()
        (above[-1].below if above else roots).append(node)
        above.append(node)
    starts = [one.span[0] for one in outline]
    for task in case.reading.tasks:
        at = bisect_right(starts, task.span[0]) - 1
        if at >= 0 and outline[at].role in roles:
            nodes[at].own.append(task)
    return roots


def lacking(roots: list[Branch], *, has_not: Callable[[Task], bool]) -> Lack:
    """Which tasks lack something. Of an annex only single rows count: a form to fill in is no list of tasks."""
    single: list[Task] = []
    sections: list[Section] = []
    count = among = 0
    is_listed = _is_listed(roots, has_not)
    for root in roots:
        tasks = list(root.tasks())
        bare = [task for task in tasks if has_not(task)]
        if len(bare) <= min(_ONE_BY_ONE, len(tasks) * _FEW):
            single.extend(task for task in bare if _is_task(root.section, task))
        elif not is_listed and len(bare) > 1 and _gives_work(root.section, bare):
            sections.extend(_bare(root, has_not))
            count, among = count + len(bare), among + len(tasks)
    return Lack(tuple(single), tuple(sections), count, among)


def _is_listed(roots: list[Branch], has_not: Callable[[Task], bool]) -> bool:
    """Whether an annex says it of the tasks, one by one."""
    rows = [task for root in roots if root.section.role == "annex" for task in root.tasks()]
    return sum(not has_not(row) for row in rows) > max(_MANY, len(rows) / 2)


def _is_task(root: Section, task: Task) -> bool:
    """Whether it is sure that this is one: a row of an annex that says nothing else is a row of a group."""
    if form("check_words", name="described").match(task.text):
        return False
    if root.role == "annex":
        return bool(task.lead or task.coordinators or task.time or task.product)
    return form("check_words", name="other_section").search(root.title) is None


def _gives_work(section: Section, tasks: list[Task]) -> bool:
    """Whether a section is one of tasks, as its title and the words under it say."""
    is_work, is_other, describes = (
        form("check_words", name=name) for name in ("work_section", "other_section", "described")
    )
    if section.role != "tasks" or not is_work.search(section.title) or is_other.search(section.title):
        return False
    return sum(describes.match(task.text) is not None for task in tasks) * 3 < len(tasks)


def _bare(branch: Branch, has_not: Callable[[Task], bool]) -> Iterator[Section]:
    """The highest headings of which all tasks lack it, and those with tasks of their own that do."""
    tasks = list(branch.tasks())
    if all(map(has_not, tasks)):
        if tasks:
            yield branch.section
        return
    if any(map(has_not, branch.own)):
        yield branch.section
    for one in branch.below:
        yield from _bare(one, has_not)


def row_of(case: Case, *, task: Task) -> tuple[tuple[str, str], ...]:
    """The cells of the table row of a task, each with the head of its column; none where it stands in no table."""
    rows = _rows(case)
    at = bisect_right(rows, (task.span[0] + 1,)) - 1
    if at < 0 or rows[at][1] <= task.span[0]:
        return ()
    text, (_, _, heads, cells) = case.reading.text, rows[at]
    return tuple(
        (text[slice(*head)], text[slice(*cell)].strip()) for head, cell in zip(heads, cells, strict=False)
    )


@lru_cache(maxsize=4)
def _rows(case: Case) -> tuple[Row, ...]:
    """Every row of every table with where it begins and ends, in the order of the text."""
    found = []
    for grid in case.reading.tables:
        for row in grid.rows:
            full = [span for span in row if span[1] > span[0]]
            if full:
                found.append((min(full)[0], max(span[1] for span in full), grid.rows[0], row))
    return tuple(sorted(found))
