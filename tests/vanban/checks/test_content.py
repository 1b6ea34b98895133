"""What the rules find in real documents, read by eye: every right finding is made, at most one in ten is wrong.

The documents are looked for beside the checkout, or where VANBAN_CORPUS says; they are not part of this repository.
"""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import vanban
from house.sources import ROOT
from vanban.checks import check

CORPUS = Path(os.environ.get("VANBAN_CORPUS") or ROOT.parent / "shared" / "reading")
FAMILIES = ("C", "R", "T", "U")
TODAY = date(2026, 11, 26)


def rows():
    """{file: {(code, at): verdict}}."""
    text = Path(__file__).with_name("content.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    found = defaultdict(dict)
    for row in csv.DictReader(lines, delimiter="\t"):
        found[row["file"]][row["code"], int(row["at"])] = row["verdict"]
    return found


ROWS = rows()

pytestmark = pytest.mark.skipif(
    not (CORPUS / "wild").is_dir(), reason=f"no real documents at {CORPUS} (VANBAN_CORPUS)"
)


@cache
def found_in(file):
    reading = vanban.read(CORPUS / file)
    return {(one.code, one.span[0]) for one in check(reading, select=FAMILIES, today=TODAY)}


@pytest.mark.parametrize("file", ROWS)
def test_what_is_right_is_found(file):
    right = {key for key, verdict in ROWS[file].items() if verdict == "right"}
    assert right <= found_in(file)


def test_at_most_one_finding_in_ten_is_wrong():
    """A finding that nobody has read counts as wrong."""
    found = [(file, key) for file in ROWS for key in found_in(file)]
    wrong = [(file, key) for file, key in found if ROWS[file].get(key) != "right"]
    assert len(found) > 100
    assert len(wrong) * 10 <= len(found), wrong


@pytest.mark.parametrize(
    ("file", "code", "at"),
    [
        ("004_e790bfbbf144150b.txt", "C101", "1468/QĐ/TTg"),
        ("004_e790bfbbf144150b.txt", "C201", "Kết luận số 16-KL/TW, ngày 14/02/2012"),
        ("002_1b1f77d037b4ac11.txt", "R102", ""),
        ("002_1b1f77d037b4ac11.txt", "R104", ""),
        ("001_96e476ef786eba14.txt", "U102", "Sở Thông tin và Truyền thông"),
        ("001_96e476ef786eba14.txt", "T301", "trước ngày 30 tháng 11"),
    ],
)
def test_the_slips_that_are_known_are_found(file, code, at):
    reading = vanban.read(CORPUS / "corpus" / file)
    assert any(one.quote.startswith(at) for one in check(reading, select=(code,), today=TODAY))
