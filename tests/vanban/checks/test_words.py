"""The forms by which checks judge fit their samples."""

from __future__ import annotations

import pytest

from vanban.grammar.lexicon import form, table

FILES = ("checks", "check_words")
ROWS = [
    (file, name, sample) for file in FILES for name, row in table(file).items() for sample in row["samples"]
]


@pytest.mark.parametrize(("file", "name", "sample"), ROWS)
def test_a_form_fits_its_samples(file, name, sample):
    assert form(file, name=name).search(sample)
