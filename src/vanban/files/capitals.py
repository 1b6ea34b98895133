"""Capitals that TCVN3 cannot write: it has no capitals with tones, so "HéI" is what was typed for "HỘI"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vanban.syllables import syllables

_WORD = re.compile(r"[^\W\d_]+")
_SMALL, _CAPITAL = re.compile("[a-z]"), re.compile("[A-ZĂÂÊÔƠƯĐ]")
_LOUD, _QUIET, _UNSURE, _SILENT = "loud", "quiet", "unsure", ""


def raised(text: str) -> str:
    """The text with the words whose plain letters are capitals all in capitals; it stays as long as it is.

    A word with fewer than two plain letters ("Hà", "à") follows the words on both sides of it.
    """
    words = list(_WORD.finditer(text))
    kinds = [_kind(found[0]) for found in words]
    if _LOUD not in kinds:
        return text
    before, after = _nearest(kinds), list(_nearest(kinds[::-1]))[::-1]
    parts: list[str] = []
    end = 0
    for found, kind, *beside in zip(words, kinds, before, after, strict=True):
        if kind == _LOUD or kind == _UNSURE and _QUIET not in beside:
            parts += (text[end : found.start()], found[0].upper())
            end = found.end()
    return "".join(parts) + text[end:]


def _kind(word: str) -> str:
    """What a word says about capitals: an abbreviation ("UBND") and a numeral say nothing."""
    if _SMALL.search(word):
        return _QUIET
    if word.isupper():
        return _LOUD if len(word) > 1 and word.lower() in syllables() else _SILENT
    return _LOUD if len(_CAPITAL.findall(word)) > 1 else _UNSURE


def _nearest(kinds: list[str]) -> Iterable[str]:
    """For each word what the nearest one before it says, of those that say anything."""
    last = _SILENT
    for kind in kinds:
        yield last
        last = kind if kind in (_LOUD, _QUIET) else last
