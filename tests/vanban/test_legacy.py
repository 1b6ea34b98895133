"""Real files of 1995-2009 in old fonts, with transcripts: how many words are read as they were meant.

They are not part of this repository; they are looked for where the corpus is (VANBAN_CORPUS).
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest

import vanban
from house.sources import ROOT
from vanban.syllables import validity

LEGACY = Path(os.environ.get("VANBAN_CORPUS") or ROOT.parent / "shared" / "reading") / "legacy"
FILES = sorted(LEGACY.glob("*.pdf"))

pytestmark = pytest.mark.skipif(not FILES, reason=f"no old files at {LEGACY} (VANBAN_CORPUS)")


def letters(text: str) -> Counter[str]:
    """The letters of a text by number, case and the place of tones set aside, in threes that overlap.

    Words would not do: these transcripts have blanks within words.
    """
    run = re.sub(r"[\W\d_]", "", text).lower()
    for old, new in (
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("uỷ", "ủy"),
        ("uý", "úy"),
    ):
        run = run.replace(old, new)
    return Counter(run[at : at + 3] for at in range(len(run)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_old_pdf_is_read_in_unicode(path):
    reading = vanban.read(path)
    assert "old-font" in {remark.code for remark in reading.warnings}
    assert validity(reading.text) > 0.98
    meant = letters(path.with_suffix(".transcript.txt").read_text("utf-8"))
    read = letters(reading.text)
    hit = (meant & read).total()
    assert hit / meant.total() > 0.995
    assert hit / read.total() > 0.995
