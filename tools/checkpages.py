"""Writes docs/reference/checks.md from the pages of the codes: python tools/checkpages.py"""

from __future__ import annotations

from pathlib import Path

from vanban.checks import pages
from vanban.review.rulepages import FAMILIES, chapter

TARGET = Path(__file__).resolve().parents[1] / "docs" / "reference" / "checks.md"
OPENING = """# Findings

What `vanban check` finds, code by code. This page is made by `python tools/checkpages.py` from the files in
`src/vanban/data/checks`, which `vanban rule CODE` prints too; a test holds it to them.

A rule is asked only of documents of the dates for which its law holds; a document without a date is judged by what
holds still. The form is that of the state (Nghị định 30/2020/NĐ-CP) or of the Party (Hướng dẫn 36-HD/VPTW), as the
head of the document tells; of bodies with a form of their own (Front, unions) little is asked. Not looked for:

- what a source cannot hold: a component of the head is missed only where others of the head came with the text, and a
  signature or a list of recipients only beside the other, or below a whole head;
- in scans: numbering, and what may only not have been recognised; in PDFs that were signed digitally: a blank number or
  day, since they are stamped on the page as a picture;
- in lists: numbers that stand within a line, in tables and in quoted provisions.
"""


def page() -> str:
    """The whole page."""
    parts = [OPENING]
    for family, name in FAMILIES.items():
        own = [one for one in pages().values() if one.code[0] == family]
        if own:
            parts += [f"## {family}: {name}\n", *map(chapter, own)]
    return "\n".join(parts)


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8")
