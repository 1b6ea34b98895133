"""Real binary Word files: none crashes, their tables stand as they are printed, their words are there.

They are not part of this repository; they are looked for where the corpus is (VANBAN_CORPUS).
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from house.sources import ROOT
from vanban.files import parse
from vanban.files.blocks import Content, Table

CORPUS = Path(os.environ.get("VANBAN_CORPUS") or ROOT.parent / "shared" / "reading")
LEGACY = sorted((CORPUS / "legacy").glob("*.doc"))
WILD = CORPUS / "wild" / "full"
WORD = re.compile(r"\w+")
FIELDS = {"page", "embed", "excel", "sheet", "sum", "above", "word", "picture"}
"""Of how fields are made, which transcripts hold and readers do not."""
DELETED = {"2004-1ED4D_Francois_Godement-Thoikyquado.doc"}
"""Its transcript holds what tracked changes took out."""

# By hand, November 2026: tables, and rows and columns of the largest.
TABLES = {
    "061.doc": (4, 2, 2), "062.doc": (2, 3, 2), "064.doc": (2, 1, 2), "066.doc": (3, 3, 3), "067.doc": (7, 9, 5),
}  # fmt: skip

pytestmark = pytest.mark.skipif(not LEGACY, reason=f"no real documents at {CORPUS} (VANBAN_CORPUS)")


def read(path: Path) -> Content:
    return parse(path.read_bytes(), kind="doc")


def words_of(content: Content) -> str:
    texts = [
        " ".join(text for row in block.rows for cell in row for text in cell)
        if isinstance(block, Table)
        else block.text
        for block in content.blocks
    ]
    return "\n".join(texts)


@pytest.mark.parametrize("name", TABLES)
def test_tables_stand_as_they_are_printed(name):
    tables = [block for block in read(WILD / name).blocks if isinstance(block, Table)]
    largest = max(tables, key=lambda table: len(table.rows) * len(table.rows[0]))
    assert (len(tables), len(largest.rows), len(largest.rows[0])) == TABLES[name]


@pytest.mark.parametrize("path", LEGACY, ids=lambda path: path.name)
def test_the_words_of_the_transcript_are_there(path):
    """Transcripts keep the small letters that a font of capitals prints large: case is left out of this."""
    transcript = path.with_suffix(".transcript.txt").read_text("utf-8")
    said, read_words = (Counter(WORD.findall(text.lower())) for text in (transcript, words_of(read(path))))
    for word in FIELDS:
        del said[word]
    missing = sum((said - read_words).values())
    assert missing <= (0.2 if path.name in DELETED else 0.01) * sum(said.values()) + 2
