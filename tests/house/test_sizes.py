"""A cap on size (rule 14): nothing is too long to be read at once."""

from __future__ import annotations

from statistics import median

import pytest

from house.sources import files, parts, shown

FILE, FUNCTION, CLASS, MEDIAN, CORE = 400, 50, 200, 80, 600
CODE = files("src", "tests", "tools", "benchmarks", "examples", suffix=".py")


def too_long(source: str) -> list[str]:
    """What in a module is over its cap."""
    caps = {"function": FUNCTION, "class": CLASS}
    found = [
        f"line {part.line}: {part.kind} {part.name} has {part.length} lines, at most {caps[part.kind]}"
        for part in parts(source)
        if part.length > caps[part.kind]
    ]
    lines = source.count("\n")
    return found + ([f"{lines} lines, at most {FILE}"] if lines > FILE else [])


@pytest.mark.parametrize("path", CODE, ids=shown)
def test_nothing_is_too_long(path):
    assert too_long(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", files("src", suffix=".html") + files("src", suffix=".css"), ids=shown)
def test_no_template_or_style_is_too_long(path):
    assert path.read_text("utf-8").count("\n") <= FILE


def test_the_floor_is_small():
    assert sum(path.read_text("utf-8").count("\n") for path in files("src/caytre/core", suffix=".py")) <= CORE


def test_the_median_file_is_short():
    lengths = [path.read_text("utf-8").count("\n") for path in CODE]
    assert median(length for length in lengths if length) < MEDIAN


def test_what_is_over_a_cap_is_named():
    body = "    pass\n" * FUNCTION
    assert too_long(f"def f():\n{body}") == ["line 1: function f has 51 lines, at most 50"]
    assert too_long(f"@cache\ndef f():\n{body[:-9]}") == ["line 1: function f has 51 lines, at most 50"]
    assert too_long("class C:\n" + "    x = 1\n" * CLASS) == ["line 1: class C has 201 lines, at most 200"]
    assert too_long("x = 1\n" * (FILE + 1)) == ["401 lines, at most 400"]
    assert too_long(f"def f():\n{body[:-9]}") == []
