"""Lines of a paragraph in which breaks were typed."""

from __future__ import annotations

import pytest

from vanban.files.lines import lines_of, symbol


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Dọn\nrác", ["Dọn rác"]),
        ("Dọn rác;\nhọp dân", ["Dọn rác;", "họp dân"]),
        ("Dọn rác\n- họp dân", ["Dọn rác", "- họp dân"]),
        ("Dọn rác\nHọp dân", ["Dọn rác", "Họp dân"]),
        ("XÃ SUỐI MÂY\n_______", ["XÃ SUỐI MÂY", "_______"]),
        ("_______\nngày 5", ["_______", "ngày 5"]),
        ("Dọn\n\n \u00a0rác  và\u00a0lá", ["Dọn rác và lá"]),
        ("\tDọn\t rác ", ["Dọn\t rác"]),
        ("", []),
    ],
)
def test_a_typed_break_counts_where_something_begins(words, lines):
    assert lines_of(words) == lines


@pytest.mark.parametrize(("code", "sign"), [(0xF02D, "-"), (0x2B, "+"), (0xF04A, ""), (0xF0B7, "")])
def test_signs_of_symbol_fonts(code, sign):
    assert symbol(code) == sign
