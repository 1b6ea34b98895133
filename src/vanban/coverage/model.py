"""What a comparison of an upper document with a plan says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from vanban.model import Span

State = Literal["covered", "more", "partly", "not"]
"""``more``: covered, and the plan sets a larger figure or an earlier day than is asked."""


class Passage(NamedTuple):
    """A task, by its place in ``tasks`` of its document."""

    text: str
    span: Span
    task: int


class Shared(NamedTuple):
    """Words that stand in both documents, as the upper one writes them, and where they stand in each."""

    words: str
    asked: Span
    planned: Span


class Compared(NamedTuple):
    """A figure or a time that both set, as written; ``is_more`` says that the plan sets itself more than is asked,
    False that it sets itself less."""

    asked: str
    planned: str
    is_more: bool


class Requirement(NamedTuple):
    """A task of the upper document and what the plan makes of it.

    ``best`` is the nearest task of the plan, also where it is too far to meet the requirement ("not"); None where none
    shares a telling word or an act. ``score`` is how near it is, 0 to 1. ``shared`` begins with the most telling
    words. ``acts`` are the numbers of acts that both cite. ``missing`` are the parts of the requirement of which
    ``best`` says nothing. ``others`` are the next nearest tasks of the plan.
    """

    text: str
    span: Span
    state: State
    best: Passage | None
    score: float
    shared: tuple[Shared, ...] = ()
    acts: tuple[str, ...] = ()
    compared: tuple[Compared, ...] = ()
    missing: tuple[Span, ...] = ()
    others: tuple[Passage, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The shared words, each once."""
        return tuple(dict.fromkeys(one.words for one in self.shared))


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every requirement in the order of the upper document; ``extra`` are tasks of the plan that none asks for."""

    requirements: tuple[Requirement, ...]
    extra: tuple[Passage, ...]

    def count(self, state: State) -> int:
        """How many requirements are in this state."""
        return sum(one.state == state for one in self.requirements)


class Lost(NamedTuple):
    """A requirement of the first document that a later one does not carry on: ``step`` (from 0) is the coverage in
    which it ends, ``state`` whether it ends there ("not") or is cut down ("partly"). ``carried`` is what the document
    before held of it: the task in which it was last seen."""

    text: str
    span: Span
    step: int
    state: State
    carried: Passage


@dataclass(frozen=True, slots=True)
class Chain:
    """Documents in a row, each against the next, and what of the first is lost on the way."""

    steps: tuple[Coverage, ...]
    lost: tuple[Lost, ...]
