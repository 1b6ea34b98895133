"""Form and structure of real documents, which are not part of this repository: what is found, and whether it is right.

They are looked for beside the checkout, or where VANBAN_CORPUS says. The table is ``real.tsv``.
"""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

import pytest

import vanban
from house.sources import ROOT
from vanban.checks import check

CORPUS = Path(os.environ.get("VANBAN_CORPUS") or ROOT.parent / "shared" / "reading")
ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("real.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
][1:]
EXPECTED: dict[str, set[tuple[str, int]]] = defaultdict(set)
for file, code, start, _ in ROWS:
    EXPECTED[file] |= {(code, int(start))} - {("-", 0)}

pytestmark = pytest.mark.skipif(
    not (CORPUS / "score.py").is_file(), reason=f"no corpus of real documents at {CORPUS} (VANBAN_CORPUS)"
)


@pytest.mark.parametrize("file", EXPECTED)
def test_what_was_judged_by_eye_is_found_and_nothing_else(file):
    if not (CORPUS / file).is_file():
        pytest.skip(f"{file} is not there")
    found = check(vanban.read(CORPUS / file), select=("F", "S"))
    assert {(one.code, one.span[0]) for one in found} == EXPECTED[file]


def test_at_most_one_finding_in_ten_is_false():
    judged = [right for _, code, _, right in ROWS if code != "-"]
    assert set(judged) <= {"yes", "no"}
    assert judged.count("no") * 10 <= len(judged)
