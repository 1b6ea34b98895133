"""Real documents, their true counterparts chosen by a reader: ``tests/data/coverage.tsv`` holds places, no text.

The documents are not part of this repository; they are looked for where the corpus is (VANBAN_CORPUS).
"""

from __future__ import annotations

import csv
import os
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import vanban
from house.sources import ROOT
from vanban.coverage import cover

CORPUS = Path(os.environ.get("VANBAN_CORPUS") or ROOT.parent / "shared" / "reading")
GOLD = ROOT / "tests" / "data" / "coverage.tsv"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no real documents at {CORPUS} (VANBAN_CORPUS)")


class Judged(NamedTuple):
    """A requirement: what the reader chose (the first of ``states``; the second may be chosen as well), and what we
    say. ``is_right``: whether our best is a true counterpart; None where the reader named none, or doubts that."""

    part: str
    pair: tuple[str, str]
    states: tuple[str, ...]
    ours: str
    is_right: bool | None


def place(words: str) -> tuple[int, int]:
    start, end = words.split("-")
    return int(start), int(end)


def overlap(one, other) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


@cache
def reading_of(name: str) -> vanban.Document:
    folder = CORPUS if name.startswith("corpus/") else CORPUS / "wild"
    return vanban.read(folder / name)


@cache
def coverage_of(upper: str, plan: str):
    return cover(reading_of(upper), plan=reading_of(plan))


@cache
def judged() -> tuple[Judged, ...]:
    rows = [line for line in GOLD.read_text("utf-8").splitlines() if not line.startswith("#")]
    found = []
    for row in csv.DictReader(rows, delimiter="\t"):
        pair = row["upper"], row["plan"]
        asked = place(row["requirement"])
        one = max(coverage_of(*pair).requirements, key=lambda each: overlap(each.span, asked))
        true = [place(words) for words in row["counterparts"].split(",") if words]
        states = tuple(row["state"].split(","))
        is_right = None
        if true and states != ("not", "partly"):
            is_right = one.best is not None and any(overlap(one.best.span, span) > 0 for span in true)
        ours = "covered" if one.state == "more" else one.state
        found.append(Judged(row["part"], pair, states, ours, is_right))
    return tuple(found)


def first_right(rows) -> float:
    asked = [row.is_right for row in rows if row.is_right is not None]
    return sum(asked) / len(asked)


def test_every_judged_requirement_is_read():
    assert len(judged()) == 385
    assert sum(row.is_right is not None for row in judged()) == 233


@pytest.mark.parametrize(
    ("part", "least"), [("tune", 0.92), ("held", 0.88), ("fresh", 0.64), ("last", 0.8), ("", 0.85)]
)
def test_the_true_counterpart_comes_first(part, least):
    assert first_right([row for row in judged() if part in ("", row.part)]) >= least


def test_the_true_counterpart_comes_first_where_both_carry_out_the_same_act():
    pair = {"corpus/000_140b4737f0dd7c6d.txt", "corpus/002_1b1f77d037b4ac11.txt"}
    assert first_right([row for row in judged() if set(row.pair) == pair]) >= 0.95


def test_states_are_those_of_a_careful_reader():
    rows = judged()
    assert sum(row.ours in row.states for row in rows) / len(rows) >= 0.76
    assert sum(row.ours == row.states[0] for row in rows) / len(rows) >= 0.63


@pytest.mark.parametrize(
    ("state", "precision", "recall"), [("covered", 0.62, 0.62), ("partly", 0.48, 0.57), ("not", 0.75, 0.64)]
)
def test_each_state_is_found(state, precision, recall):
    both = Counter((row.states[0], row.ours) for row in judged())
    said = sum(count for (_, ours), count in both.items() if ours == state)
    true = sum(count for (theirs, _), count in both.items() if theirs == state)
    assert both[state, state] / said >= precision
    assert both[state, state] / true >= recall


def test_nothing_is_met_without_shared_words_or_an_act():
    for pair in {row.pair for row in judged()}:
        for one in coverage_of(*pair).requirements:
            assert one.state == "not" or (one.best and (one.words or one.acts))
