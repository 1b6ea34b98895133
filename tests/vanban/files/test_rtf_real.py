"""Real RTF files: their words are there once, their tables stand as they are printed.

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
LEGACY = sorted((CORPUS / "legacy").glob("*.rtf"))
WORD = re.compile(r"(?<![^\s(])[0-9A-Za-z]+(?![^\s.,;:)])")
DIGITS = re.compile(r"\d+")

# By hand, November 2026: tables, and rows and columns of the largest.
TABLES = {
    "2003-A04.rtf": (7, 16, 5), "2003-A06.rtf": (1, 1, 2), "2003-A37.rtf": (1, 3, 11), "2004-A3.rtf": (1, 3, 3),
    "2004-A40.rtf": (1, 25, 3),
}  # fmt: skip

pytestmark = pytest.mark.skipif(not LEGACY, reason=f"no real documents at {CORPUS} (VANBAN_CORPUS)")


def read(path: Path) -> Content:
    return parse(path.read_bytes(), kind="rtf")


def words_of(content: Content) -> str:
    texts = [
        " ".join(text for row in block.rows for cell in row for text in cell)
        if isinstance(block, Table)
        else block.text
        for block in content.blocks
        if isinstance(block, Table) or not block.margin
    ]
    return "\n".join(texts)


@pytest.mark.parametrize("path", LEGACY, ids=lambda path: path.name)
def test_words_that_every_encoding_has_are_there_once(path):
    """Old fonts hide most words before they are turned into Unicode, but not those in plain letters and digits.
    Fonts of capitals hide which letters are small."""
    transcript = path.with_suffix(".transcript.txt").read_text("utf-8")
    words = words_of(read(path))
    said, found = (Counter(WORD.findall(text.lower())) for text in (transcript, words))
    assert sum((said - found).values()) <= 0.01 * sum(said.values()) + 1
    said, found = (Counter(DIGITS.findall(text)) for text in (transcript, words))
    assert not said - found
    assert sum((found - said).values()) <= 1


@pytest.mark.parametrize("path", LEGACY, ids=lambda path: path.name)
def test_tables_stand_as_they_are_printed(path):
    tables = [block for block in read(path).blocks if isinstance(block, Table)]
    largest = max(tables, key=lambda table: len(table.rows) * len(table.rows[0]), default=None)
    shape = (len(tables), len(largest.rows), len(largest.rows[0])) if largest else (0, 0, 0)
    assert shape == TABLES.get(path.name, (0, 0, 0))
