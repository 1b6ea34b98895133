"""The project's own documents, invented whole, are read as a careful reader reads them."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest

import vanban
from comparing import Tally, compare
from house.sources import ROOT
from vanban.jsonform import to_json

EXAMPLES = ROOT / "examples"
GOLD = sorted((EXAMPLES / "gold").glob("*.json"))
FLOORS = {
    "header": 0.97, "recipients": 0.96, "citations": 0.96, "outline": 0.95, "tasks": 0.96, "lead": 0.95,
    "coordinators": 0.93, "time": 0.96, "product": 0.90, "reports": 0.90, "attachments": 0.90, "spans": 1.0,
}  # fmt: skip


def wanted(path):
    """The hand-made reading of one example."""
    return json.loads(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def tallies():
    """Every example compared with its gold, summed up by field."""
    total = defaultdict(Tally)
    for path in GOLD:
        gold = wanted(path)
        for name, tally in compare(gold, to_json(vanban.read(EXAMPLES / gold["document"]))).items():
            total[name].right += tally.right
            total[name].read += tally.read
            total[name].wanted += tally.wanted
            total[name].misses += [f"{path.stem}: {miss}" for miss in tally.misses]
    return total


@pytest.mark.parametrize("field", FLOORS)
def test_the_examples_are_read_well(tallies, field):
    assert tallies[field].wanted, "nothing was compared"
    assert tallies[field].f1 >= FLOORS[field], "\n".join(tallies[field].misses)


def test_every_example_has_its_gold():
    documents = {path.name for path in EXAMPLES.glob("[0-9]*") if path.suffix != ".typ"}
    assert {wanted(path)["document"] for path in GOLD} == documents


def test_a_reading_that_differs_is_noticed():
    gold = wanted(GOLD[0])
    task = gold["tasks"][0]
    read = {
        **gold,
        "text": task["text"],
        "tasks": [
            {**task, "lead": [], "span": [0, len(task["text"])]},
            {**task, "text": "X", "span": [0, 1]},
        ],
        "header": {**gold["header"], "issuer": "Ủy ban nhân dân xã"},
        "citations": [],
    }
    scores = {name: tally.f1 for name, tally in compare(gold, read).items()}
    assert scores["header"] == pytest.approx(7 / 8)
    assert scores["citations"] == 0 and scores["lead"] == 0 and scores["time"] == 1
    assert scores["tasks"] == pytest.approx(2 / (2 + len(gold["tasks"])))
    assert scores["spans"] == 0.5
    assert scores["outline"] == scores["recipients"] == scores["reports"] == 1
