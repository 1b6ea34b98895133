"""A requirement and the task that answers it as a page lays them side by side, their shared words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from caytre.documents.queries.coverage import Compared, Side
from caytre.documents.rules.coverage import Line
from caytre.web.wording import COVERED
from vanban.coverage import Shared
from vanban.coverage.page import marked
from vanban.model import Span

SHOWN = 8
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement; ``answer`` is the task that answers it ("" none), ``holds``: by a decision, not a proposal.

    ``words`` are the shared words, ``missing`` the parts of which the plan says nothing. ``proposed``: what the machine
    says, where a person said something else. ``task`` is the mark of the answer.
    """

    line: Line
    mark: str
    number: int
    asked: SafeString
    answer: SafeString
    task: str
    state: str
    words: tuple[str, ...]
    missing: tuple[str, ...]
    proposed: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A task that may answer a requirement."""

    mark: str
    words: str
    is_near: bool


def rows_of(found: Compared) -> list[Row]:
    """Every requirement, in the order of the upper document."""
    return [row_of(found, line=line) for line in found.sheet.lines]


def row_of(found: Compared, *, line: Line) -> Row:
    """One requirement."""
    place = found.sheet.lines.index(line)
    shared = _shared(found, line, place)
    proposal = line.decision is None
    text = found.upper.read.facts.content["text"]
    missing = (
        [" ".join(text[slice(*span)].split()).rstrip(" ;.") for span in line.proposed.missing]
        if proposal
        else []
    )
    return Row(
        line=line,
        mark=line.asked.mark,
        number=place + 1,
        asked=_marked(found.upper, place, [one.asked for one in shared]),
        answer=SafeString("")
        if line.task is None
        else _marked(found.plan, line.task, [one.planned for one in shared]),
        task="" if line.task is None else found.plan.tasks[line.task].mark,
        state=str(COVERED[line.state]),
        words=tuple(dict.fromkeys(one.words for one in shared))[:SHOWN],
        missing=tuple(Truncator(words).chars(_LONGEST) for words in missing),
        proposed="" if proposal or line.proposed.state == line.state else str(COVERED[line.proposed.state]),
    )


def candidates(found: Compared, *, line: Line) -> list[Candidate]:
    """Every task of the plan, the nearest first."""
    near = [one.task for one in (line.proposed.best, *line.proposed.others) if one]
    rest = [place for place in range(len(found.plan.tasks)) if place not in near]
    return [
        Candidate(named.mark, Truncator(named.text).chars(_LONGEST), place in near)
        for place in (*near, *rest)
        for named in (found.plan.tasks[place],)
    ]


def extra_of(found: Compared) -> list[str]:
    """The tasks of the plan that nothing asks for."""
    return [found.plan.tasks[place].text for place in found.sheet.extra]


def _shared(found: Compared, line: Line, place: int) -> Sequence[Shared]:
    if line.task is None:
        return ()
    best = line.proposed.best
    if best is not None and best.task == line.task:
        return line.proposed.shared
    return found.comparison.shared(place, other=line.task)


def _marked(side: Side, place: int, within: Iterable[Span]) -> SafeString:
    """A task with the shared words marked; its own words where it does not stand in the text."""
    item, text = side.read.facts.content["tasks"][place], side.read.facts.content["text"]
    start, end = item["span"]
    if "".join(item["text"].split()) not in "".join(text[start:end].split()):
        return SafeString(escape(item["text"]))
    return mark_safe(marked(text, span=(start, end), within=within))  # noqa: S308 - escaped by vanban
