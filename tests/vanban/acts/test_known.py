"""The register of acts: whole rows, successors that are in it, numbers found however they are written."""

from __future__ import annotations

from datetime import date

import pytest

from vanban.acts import known
from vanban.grammar.lexicon import files

TEXT = files("vanban.data").joinpath("acts.tsv").read_text("utf-8")
NUMBERS = [line.split("\t")[0] for line in TEXT.splitlines() if not line.startswith("#")][1:]
ACTS = [act for number in dict.fromkeys(NUMBERS) for act in known(number)]


def test_every_row_is_an_act():
    assert len(ACTS) == len(NUMBERS)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.number)
def test_a_row_is_whole(act):
    assert act.status in ("in_force", "ended", "unknown")
    assert act.source and act.issuer and act.type and act.title
    assert (act.ended is not None) == (act.status == "ended")
    assert act.date is None or act.ended is None or act.date < act.ended
    assert all(known(number) for number in act.replaced_by), "a successor is in the register, too"


def test_an_act_tells_its_end_and_its_successor():
    (act,) = known("09/2017/NĐ-CP")
    assert (act.ended, act.replaced_by) == (date(2026, 7, 1), ("244/2026/NĐ-CP",))


@pytest.mark.parametrize("number", ["57-KL/TW", "57- KL/TW", "57-kl/tw", "57/KL-TW"])
def test_a_number_is_found_however_it_is_written(number):
    assert [act.issuer for act in known(number)] == ["Bộ Chính trị"]


def test_nothing_is_known_of_an_unknown_number():
    assert known("9999/QĐ-UBND") == ()
