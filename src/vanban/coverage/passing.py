"""What of the first document of a chain is lost before the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.coverage.model import Coverage, Lost, Passage, Requirement


def lost_of(steps: Sequence[Coverage]) -> tuple[Lost, ...]:
    """Every requirement of the first document that ends, or is cut down, at some step: the first such step."""
    if not steps:
        return ()
    return tuple(
        found for place, one in enumerate(steps[0].requirements) for found in _followed(place, one, steps)
    )


def _followed(place: int, first: Requirement, steps: Sequence[Coverage]) -> Iterator[Lost]:
    cut: Lost | None = None
    carried = Passage(first.text, first.span, place)
    for number, step in enumerate(steps):
        here = step.requirements[carried.task]
        if here.state == "not" or here.best is None:
            yield Lost(first.text, first.span, number, "not", carried)
            return
        if here.state == "partly" and cut is None:
            cut = Lost(first.text, first.span, number, "partly", carried)
        carried = here.best
    if cut is not None:
        yield cut
