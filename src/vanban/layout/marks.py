"""Typing marks of crawled and hand-made text: emphasis, headings, rules, blanks."""

from __future__ import annotations

import re

_SIGNS = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\f", "")
_SIGNS |= dict.fromkeys(
    "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000", " "
)
_TYPED = "*_\\#"
_STAR = re.compile(r"(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|^\s*(?:\*\s*)+$")
_ESCAPE = re.compile(r"\\([-*_.#|()\[\]]|$)")
_WORD = re.compile(r"\w")
COLUMN_GAP = re.compile(r"(?<=\S)(?:\s*\t\s*| {4,})(?=\S)")


def clean_lines(raw: list[str]) -> list[str]:
    """Each line's words without emphasis marks, invisible signs and repeated blanks."""
    text = "\n".join(raw)
    for sign, plain in _SIGNS.items() if not "".join(raw).isprintable() else ():
        if sign in text:
            text = text.replace(sign, plain)
    text = _single_blanks(text)
    if not any(sign in text for sign in _TYPED):
        return [line.strip() for line in text.split("\n")]
    return [
        _plain(line) if "*" in line or "_" in line or "\\" in line or line[:1] == "#" else line.strip()
        for line in text.split("\n")
    ]


def clean(line: str) -> str:
    """One line, cleaned as :func:`clean_lines` does."""
    return clean_lines([line])[0]


def _single_blanks(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _plain(line: str) -> str:
    if "\\" in line:
        line = _ESCAPE.sub(r"\1", line)
    if "*" in line:
        line = line.replace("**", "")
        line = _STAR.sub("", line) if "*" in line else line
    if line.startswith("#"):
        line = line.lstrip("#")
    if "_" in line and not _WORD.search(line.replace("_", "")):
        return ""
    return _single_blanks(line).strip()


def has_words(line: str) -> bool:
    """False for rules ("-----"), dots and stray signs."""
    return _WORD.search(line) is not None
