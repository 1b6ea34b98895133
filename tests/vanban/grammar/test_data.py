"""Every sample that stands beside a rule in a data file holds for the rule."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

import pytest

from house.sources import ROOT
from vanban.grammar import doers, reports
from vanban.grammar.lexicon import attribute_line, column_patterns, form, role_patterns, table
from vanban.grammar.times import find_times
from vanban.layout import plain

DATA = sorted((ROOT / "src" / "vanban" / "data").glob("*.toml"))
# How the grammar applies a pattern: some are tried on the text before, some on the words after.
LOWER = {"reports.noun_before", "reports.paper_owed"}


def sampled():
    """(file, name of the rule, rule) of every rule with a pattern, in every data file."""
    for path in DATA:
        for name, value in table(path.stem).items():
            for row in value if isinstance(value, list) else [value]:
                if isinstance(row, dict) and "pattern" in row:
                    yield path.stem, row.get("name") or row.get("role") or row.get("field") or name, row


RULES = list(sampled())


def samples(file, *names):
    """(name, sample) of the rules of one file, of all or of the named kind."""
    kinds = names or tuple(table(file))
    rows = [(kind, row) for kind in kinds for row in table(file)[kind]]
    return [
        (row.get("role") or row.get("field") or row.get("name"), words)
        for _, row in rows
        for words in row["samples"]
    ]


def test_there_are_rules():
    assert {file for file, _, _ in RULES} == {
        "check_words",
        "checks",
        "doers",
        "furniture",
        "letterhead",
        "oldfonts",
        "reports",
        "schedule",
        "sections",
        "times",
    }


@pytest.mark.parametrize(
    ("file", "name", "row"), RULES, ids=[f"{file}.{name}-{i}" for i, (file, name, _) in enumerate(RULES)]
)
def test_a_rule_has_samples(file, name, row):
    assert row["samples"]


@pytest.mark.parametrize("row", table("times")["rule"], ids=lambda row: row["name"])
def test_a_rule_of_time_reads_its_samples(row):
    for words, same in groupby(row["samples"], key=itemgetter(0)):
        found = find_times(words, year=2030, line=True)
        meant = [tuple(value or None for value in sample[1:]) for sample in same]
        assert [(t.kind, t.every, t.start, t.due) for t in found] == meant, words
        assert {t.raw for t in found} == {words.strip()}


@pytest.mark.parametrize(("role", "title"), samples("sections", "role"))
def test_a_heading_has_its_role(role, title):
    assert next(name for name, pattern in role_patterns() if pattern.search(title.lower())) == role


@pytest.mark.parametrize(("field", "words"), samples("sections", "attribute"))
def test_a_line_is_an_attribute(field, words):
    found = attribute_line().match(f"{words.lower()}: một điều gì đó")
    assert found and [k for k, v in found.groupdict().items() if v is not None and k != "colon"] == [field]


@pytest.mark.parametrize(("field", "words"), samples("sections", "column"))
def test_a_column_holds_its_field(field, words):
    assert next(name for name, pattern in column_patterns() if pattern.search(words.lower())) == field


FORMS = [
    (file, name, words)
    for file in ("letterhead", "doers", "reports")
    for name, row in table(file).items()
    if isinstance(row, dict) and "pattern" in row
    for words in row["samples"]
]


@pytest.mark.parametrize(("file", "name", "words"), FORMS)
def test_a_form_is_found_in_its_samples(file, name, words):
    assert form(file, name=name).search(words.lower() if f"{file}.{name}" in LOWER else words)


@pytest.mark.parametrize("name", ["end", "line"])
def test_furniture_is_known(name):
    rows = [words for row in table("furniture")[name] for words in row["samples"]]
    found = {words: plain._furniture().match(words) for words in rows}
    assert [words for words, match in found.items() if match is None or match.lastgroup != name] == []


def test_a_word_of_the_grammar_is_not_furniture():
    body = ["Thứ ba, tăng cường kiểm tra.", "I. NHIỆM VỤ", "Tác phong làm việc", "- Sở Y tế chủ trì."]
    assert [line for line in body if plain._furniture().match(line)] == []


def test_every_motto_passes_the_look_before_the_search():
    samples = table("letterhead")["motto"]["samples"]
    assert [words for words in samples if not plain._MOTTO.search(words)] == []


def test_a_type_has_one_name_and_a_symbol_one_type():
    types = table("types")["type"]
    named = [row["name"] for row in types]
    symbols = [symbol for row in types for symbol in row["symbols"]]
    assert len(named) == len(set(named)) and len(symbols) == len(set(symbols))


def test_words_are_composed_and_written_once():
    for file, key in (("units", "heads"), ("units", "openers"), ("citations", "issuer_heads")):
        words = table(file)[key]
        assert len(words) == len(set(words)), (file, key, sorted(w for w in words if words.count(w) > 1))


def test_the_grammar_uses_the_forms_that_are_tested():
    assert form("doers", name="asked") == doers._ASKED and form("reports", name="verb") == reports._VERB
