"""What a plan carries out of a document above it: the machine's proposal and what people decided, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from caytre.documents.rules.decisions import MET, STATES, Decision, Named
from caytre.documents.rules.facts import Facts
from vanban.coverage import Coverage, Passage, Requirement, State

_LONG_ENOUGH = 24


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement: what the machine proposes and, where a person decided, the decision, which holds.

    ``task`` is the place of the task that answers it, None where none does or the plan no longer has it.
    """

    asked: Named
    proposed: Requirement
    decision: Decision | None
    state: str
    task: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """All requirements; ``extra`` are places of tasks that none asks for, ``gone`` decisions on what is asked no
    more."""

    lines: tuple[Line, ...]
    extra: tuple[int, ...]
    gone: tuple[Decision, ...]

    def count(self, state: str) -> int:
        """How many requirements are in this state."""
        return sum(line.state == state for line in self.lines)

    @property
    def counts(self) -> dict[str, int]:
        """How many requirements are in each state."""
        return {state: self.count(state) for state in STATES}

    @property
    def undecided(self) -> int:
        """How many requirements nobody has decided on."""
        return sum(line.decision is None for line in self.lines)


def named_tasks(facts: Facts) -> tuple[Named, ...]:
    """The tasks of a document, by the words they stand on."""
    tasks: Sequence[Mapping[str, Any]] = facts.content["tasks"]
    return tuple(Named(*facts.whose[f"tasks.{place}"], task["text"]) for place, task in enumerate(tasks))


def found(wanted: Named, *, among: Sequence[Named]) -> int | None:
    """The place of a task; failing its very words the only one whose words hold them or are held by them."""
    for place, one in enumerate(among):
        if (one.quote, one.nth) == (wanted.quote, wanted.nth):
            return place
    if len(wanted.quote) < _LONG_ENOUGH:
        return None
    near = [
        place
        for place, one in enumerate(among)
        if len(one.quote) >= _LONG_ENOUGH and (one.quote in wanted.quote or wanted.quote in one.quote)
    ]
    return near[0] if len(near) == 1 else None


def sheet_of(
    coverage: Coverage, *, asked: Sequence[Named], planned: Sequence[Named], decisions: Iterable[Decision]
) -> Sheet:
    """The proposals under all decisions, in the order in which these were made."""
    held: dict[int, Decision] = {}
    gone: dict[Named, Decision] = {}
    for decision in decisions:
        place = found(decision.asked, among=asked)
        if place is None:
            gone[decision.asked] = decision
        else:
            held[place] = decision
    lines = tuple(
        _line(name, proposed, held.get(place), planned)
        for place, (name, proposed) in enumerate(zip(asked, coverage.requirements, strict=True))
    )
    used = {line.task for line in lines if line.state in MET}
    extra = tuple(one.task for one in coverage.extra if one.task not in used)
    return Sheet(lines, extra, tuple(one for one in gone.values() if one.state))


def settled(sheet: Sheet, *, planned: Sequence[Named]) -> Coverage:
    """The coverage that holds: with what people decided in the place of what the machine proposes."""
    return Coverage(tuple(_settled(line, planned) for line in sheet.lines), ())


def _settled(line: Line, planned: Sequence[Named]) -> Requirement:
    if line.decision is None:
        return line.proposed
    best = None if line.task is None else Passage(planned[line.task].text, (0, 0), line.task)
    state: State = "not" if best is None or line.state == "foreign" else cast(State, line.state)
    return line.proposed._replace(state=state, best=best)


def _line(asked: Named, proposed: Requirement, decision: Decision | None, planned: Sequence[Named]) -> Line:
    if decision is None or not decision.state:
        return Line(asked, proposed, None, proposed.state, proposed.best.task if proposed.best else None)
    task = found(decision.task, among=planned) if decision.task else None
    return Line(asked, proposed, decision, decision.state, task)
