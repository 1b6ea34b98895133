"""The JSON form of a coverage and of a chain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vanban.coverage.model import Chain, Coverage, Passage, Requirement

Json = dict[str, Any]


def to_json(coverage: Coverage) -> Json:
    """The coverage as plain values; spans point into the texts of the two readings."""
    return {
        "requirements": [_requirement(one) for one in coverage.requirements],
        "extra": [_passage(one) for one in coverage.extra],
    }


def chain_to_json(chain: Chain, *, names: Sequence[str]) -> Json:
    """Each step under the names of its two documents, then what is lost of the first."""
    steps = [
        {"upper": names[number], "plan": names[number + 1], **to_json(step)}
        for number, step in enumerate(chain.steps)
    ]
    lost = [
        {
            "text": one.text,
            "span": list(one.span),
            "state": one.state,
            "step": one.step,
            "carried": _passage(one.carried),
        }
        for one in chain.lost
    ]
    return {"steps": steps, "lost": lost}


def _requirement(one: Requirement) -> Json:
    return {
        "text": one.text,
        "span": list(one.span),
        "state": one.state,
        "best": _passage(one.best) if one.best else None,
        "words": list(one.words),
        "score": one.score,
        "acts": list(one.acts),
        "compared": [
            {"asked": each.asked, "planned": each.planned, "more": each.is_more} for each in one.compared
        ],
        "missing": [list(span) for span in one.missing],
        "others": [_passage(other) for other in one.others],
    }


def _passage(one: Passage) -> Json:
    return {"text": one.text, "span": list(one.span)}
