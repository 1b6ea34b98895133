"""Law, calendars, lexicons and forms are data files with a source and dates (rule 14)."""

from __future__ import annotations

import re
import tomllib

import pytest

from house.sources import files, shown

LEXICONS = files("src", "tools", suffix=".toml")
TABLES = files("src", suffix=".tsv")
SOURCE = re.compile(r"\bSources?\b|\bPractice\b")
DATED = re.compile(r"\b(?:19|20)\d\d\b|\bunverified\b")


def faults(text: str) -> list[str]:
    """What the opening comment of a data file does not say."""
    opening = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        opening.append(line)
    comment = "\n".join(opening)
    said = {"a source": SOURCE.search(comment), "a date or that it is unverified": DATED.search(comment)}
    return [what for what, found in said.items() if not found]


@pytest.mark.parametrize("path", LEXICONS, ids=shown)
def test_a_lexicon_says_where_it_comes_from_and_when(path):
    text = path.read_text("utf-8")
    assert tomllib.loads(text)
    assert faults(text) == []


@pytest.mark.parametrize("path", TABLES, ids=shown)
def test_a_table_says_where_it_comes_from_and_when(path):
    text = path.read_text("utf-8")
    heading, *rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    assert faults(text) == []
    assert rows
    assert {len(row) for row in rows} == {len(heading)}


def test_a_lexicon_without_a_source_is_refused():
    assert faults("# Words.\n\n# Source: an act of 2020\n[x]\n") == [
        "a source",
        "a date or that it is unverified",
    ]
    assert faults("# Source: own practice\nx = 1\n") == ["a date or that it is unverified"]
    assert faults("# Practice in plans; unverified.\nx = 1\n") == []
