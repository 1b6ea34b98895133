"""An upper document against a plan: the tasks of one, the nearest of the other, and what they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from vanban.coverage.clauses import clauses_of
from vanban.coverage.figures import compared_of, weaker
from vanban.coverage.model import Compared, Coverage, Passage, Requirement, Shared, State
from vanban.coverage.nearness import Nearness, terms_of
from vanban.coverage.sharing import shared_of
from vanban.coverage.sides import Side
from vanban.coverage.words import measure, words_of
from vanban.model import Document, Span

_OTHERS = 3
_HALF = 0.5
_FEW = 8
"""Tasks on each side; of fewer nothing is usual."""


class Comparison:
    """Two documents side by side."""

    def __init__(self, upper: Document, *, plan: Document) -> None:
        self.upper, self.plan = Side(upper), Side(plan)
        self.nearness = Nearness(
            [words.forms for words in self.upper.words], planned=[words.forms for words in self.plan.words],
            subject=self.upper.subject & self.plan.subject,
        )  # fmt: skip
        self._above = self._headings()

    def _headings(self) -> dict[str, list[float]]:
        """For each heading of the upper document how near that of each task of the plan is."""
        theirs = list(dict.fromkeys(self.plan.headings))
        ours = list(dict.fromkeys(self.upper.headings))
        near = Nearness(
            [words_of(one).forms for one in ours], planned=[words_of(one).forms for one in theirs]
        )
        places = [theirs.index(one) for one in self.plan.headings]
        return {
            one: [row[at] for at in places]
            for one, row in zip(ours, map(near.row, range(len(ours))), strict=True)
        }

    @cached_property
    def usual(self) -> dict[str, float]:
        """In which share of all tasks two words in a row stand; of few tasks nothing is usual."""
        many = [*self.upper.words, *self.plan.words]
        if len(many) < 2 * _FEW:
            return {}
        held = Counter(pair for words in many for pair in {f"{a} {b}" for a, b in pairwise(words.forms)})
        return {pair: count / len(many) for pair, count in held.items()}

    @cached_property
    def rows(self) -> list[list[float]]:
        """How near each task of the plan is to each requirement."""
        return [self._row(place) for place in range(len(self.upper.tasks))]

    def _row(self, place: int) -> list[float]:
        heading, act = measure("weights", name="heading"), measure("weights", name="act")
        above, cited = self._above[self.upper.headings[place]], self.upper.acts[place]
        return [
            near + heading * same + (act if cited & acts else 0.0)
            for near, same, acts in zip(self.nearness.row(place), above, self.plan.acts, strict=True)
        ]

    def coverage(self) -> Coverage:
        """Every requirement, and what the plan has beyond them."""
        found = tuple(self._requirement(place) for place in range(len(self.upper.tasks)))
        return Coverage(found, self._extra(found))

    def _requirement(self, place: int) -> Requirement:
        task, row = self.upper.tasks[place], self.rows[place]
        order = sorted(range(len(row)), key=lambda other: (-row[other], other))
        near = [other for other in order[: _OTHERS + 1] if row[other] >= measure("states", name="nearest")]
        for best in near:
            shared, acts = self.shared(place, other=best), self._common(place, best)
            if shared or acts:
                break
        else:
            return Requirement(task.text, task.span, "not", None, round(row[order[0]], 3) if order else 0.0)
        others = [other for other in near if other != best]
        clauses = clauses_of(self.upper.words[place].text)
        missing = self._missing(place, clauses, near=[best, *others])
        compared = compared_of(task, planned=self.plan.tasks[best])
        state = _state(row[best], len(missing) / len(clauses), compared)
        told = state == "partly" and len(missing) < len(clauses)
        return Requirement(
            task.text, task.span, state, self.plan.passage(best), round(min(row[best], 1.0), 3), shared, acts, compared,
            tuple(span for span in missing if told and span[1]), tuple(self.plan.passage(other) for other in others),
        )  # fmt: skip

    def shared(self, place: int, *, other: int) -> tuple[Shared, ...]:
        """The words that a requirement and a task of the plan have in common."""
        return shared_of(self.upper.words[place], planned=self.plan.words[other], usual=self.usual)

    def _common(self, place: int, other: int) -> tuple[str, ...]:
        return tuple(sorted(self.upper.acts[place] & self.plan.acts[other]))

    def _missing(self, place: int, clauses: Sequence[Span], *, near: Sequence[int]) -> tuple[Span, ...]:
        """The clauses of which neither the nearest task nor another near one says enough."""
        held = [terms_of(self.plan.words[other].forms) for other in near]
        least = [measure("states", name="clause"), *[measure("states", name="elsewhere")] * (len(near) - 1)]
        found = []
        words = self.upper.words[place]
        for start, end in clauses:
            forms = words.between(start, end=end)
            shares = (self.nearness.share(forms, held=one) for one in held)
            if forms and not any(share >= enough for share, enough in zip(shares, least, strict=True)):
                found.append(words.place(start, end=end))
        return tuple(found)

    def _extra(self, found: tuple[Requirement, ...]) -> tuple[Passage, ...]:
        """Tasks of the plan that no requirement is near to."""
        used = {one.best.task for one in found if one.best and one.state != "not"}
        least = measure("states", name="basis")
        return tuple(
            self.plan.passage(other)
            for other in range(len(self.plan.tasks))
            if other not in used and max((row[other] for row in self.rows), default=0.0) < least
        )


def _state(score: float, missing: float, compared: Sequence[Compared]) -> State:
    """``missing`` is the share of the clauses that nothing meets."""
    if score < measure("states", name="met"):
        return "not"
    if score < measure("states", name="covered") or missing >= _HALF or weaker(compared):
        return "partly"
    return "more" if compared else "covered"
