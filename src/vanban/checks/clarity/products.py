"""Clear product: what comes of a task, so that it can be shown."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.checks.clarity.branches import branches, is_plan
from vanban.checks.clarity.lacks import WORK, of_sections
from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, pages, rule
from vanban.checks.wording import judged_on, part
from vanban.grammar.lexicon import form

_SMALL = 2  # a plan of so few tasks says what comes of them in their own words


@rule("R301")
def no_product(case: Case) -> Iterator[Finding]:
    """A plan of which no task says what comes of it; of a duty to report, the report does."""
    if not (is_plan(case) and pages()["R301"].holds(judged_on(case))):
        return
    reports = {report.span[0] for report in case.reading.reports}
    every = [task for root in branches(case, roles=WORK) for task in root.tasks()]
    tasks = [task for task in every if not any(task.span[0] <= start < task.span[1] for start in reports)]
    if len(tasks) > _SMALL and not any(task.product for task in every):
        yield found("R301", case=case, span=tasks[0].span, count=len(tasks))


@rule("R302")
def section_without_product(case: Case) -> Iterator[Finding]:
    """Tasks without a product in a plan that says it of others."""
    if pages()["R302"].holds(judged_on(case)) and any(task.product for task in case.reading.tasks):
        yield from of_sections(case, code="R302", has_not=lambda task: not task.product)


@rule("R303")
def unshowable_product(case: Case) -> Iterator[Finding]:
    """ "Nâng cao nhận thức": an effect that nobody can hand in."""
    vague, thing = form("check_words", name="no_product"), form("check_words", name="thing")
    for task in case.reading.tasks if is_plan(case) else ():
        if task.product and vague.match(task.product) and not thing.search(task.product):
            yield found("R303", case=case, span=task.span, product=task.product, where=part(task.section))
