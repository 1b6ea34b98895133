"""Typing marks of crawled and hand-made text: emphasis, headings, rules, blanks."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u3000]{2,}|[\t\u00a0\u2000-\u200a\u3000]")
_STAR = re.compile(r"(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|^\s*(?:\*\s*)+$")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\f]")
_ESCAPE = re.compile(r"\\([-*_.#|()\[\]]|$)")
_WORD = re.compile(r"\w")
COLUMN_GAP = re.compile(r"(?<=\S)(?:\s*\t\s*| {4,})(?=\S)")


def bold_marks(line: str) -> int:
    """How many times the line opens or closes bold."""
    return line.count("**")


def clean_lines(raw: list[str]) -> list[str]:
    """Each line's words without emphasis marks, invisible signs and repeated blanks."""
    text = _BLANKS.sub(" ", _INVISIBLE.sub("", "\n".join(raw)))
    return [
        _plain(line) if "*" in line or "_" in line or "\\" in line or line[:1] == "#" else line.strip()
        for line in text.split("\n")
    ]


def clean(line: str) -> str:
    """One line, cleaned as :func:`clean_lines` does."""
    return clean_lines([line])[0]


def _plain(line: str) -> str:
    if "\\" in line:
        line = _ESCAPE.sub(r"\1", line)
    if "*" in line:
        line = _STAR.sub("", line.replace("**", ""))
    line = line.lstrip("#") if line.startswith("#") else line
    if "_" in line and not _WORD.search(line.replace("_", "")):
        return ""
    return _BLANKS.sub(" ", line).strip()


def has_words(line: str) -> bool:
    """False for rules ("-----"), dots and stray signs."""
    return _WORD.search(line) is not None
