"""The forms by which checks judge fit their samples."""

from __future__ import annotations

import pytest

from vanban.grammar.lexicon import form, table

ROWS = [(name, sample) for name, row in table("checks").items() for sample in row["samples"]]


@pytest.mark.parametrize(("name", "sample"), ROWS)
def test_a_form_fits_its_samples(name, sample):
    assert form("checks", name=name).search(sample)
