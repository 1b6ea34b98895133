"""The words of schedule.toml mean what stands beside them."""

from __future__ import annotations

import pytest

from vanban.grammar.lexicon import form, table

PATTERNS = [name for name, row in table("schedule").items() if "pattern" in row]


@pytest.mark.parametrize("name", PATTERNS)
def test_samples_fit_and_others_do_not(name):
    row = table("schedule")[name]
    fits = form("schedule", name=name).search
    assert [words for words in row["samples"] if not fits(words)] == []
    assert row["others"] and [words for words in row["others"] if fits(words)] == []
