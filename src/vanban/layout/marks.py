"""Typing marks of crawled and hand-made text: emphasis, headings, rules, blanks."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u3000]+")
_STAR = re.compile(r"(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|^\s*(?:\*\s*)+$")
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x0C])
_WORD = re.compile(r"\w")
COLUMN_GAP = re.compile(r"(?<=\S)(?:\s*\t\s*| {4,})(?=\S)")


def bold_marks(line: str) -> int:
    """How many times the line opens or closes bold."""
    return line.count("**")


def clean(line: str) -> str:
    """The line's words without emphasis marks, invisible signs and repeated blanks."""
    if "*" in line:
        line = _STAR.sub("", line.replace("**", ""))
    if not line.isascii():
        line = line.translate(_INVISIBLE)
    if line.startswith("#"):
        line = line.lstrip("#")
    if "_" in line and not _WORD.search(line.replace("_", "")):
        return ""
    return _BLANKS.sub(" ", line).strip()


def has_words(line: str) -> bool:
    """False for rules ("-----"), dots and stray signs."""
    return _WORD.search(line) is not None
