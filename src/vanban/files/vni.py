"""VNI, which sets a mark behind its vowel: two signs for most letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from vanban.grammar.lexicon import table

_DATA = table("oldfonts")["vni"]  # at import, since a child process opens no file later


def _both_cases(signs: dict[str, str]) -> dict[str, str]:
    return signs | {sign.upper(): letter.upper() for sign, letter in signs.items()}


_SINGLE = _both_cases(_DATA["letters"])
_ADDED = _both_cases(_DATA["marks"])
BASES = frozenset("aeouyAEOUY") | {sign for sign, letter in _SINGLE.items() if letter in "ơưƠƯ"}
"""The vowels behind which a mark may stand."""
MARKS = frozenset(_ADDED)
SAME = frozenset(sign for sign, letter in _SINGLE.items() if sign == letter)
"""The signs that mean themselves."""


def _pairs() -> Iterator[tuple[str, str]]:
    """Each vowel with each mark that makes one letter of it."""
    for base in BASES:
        for mark, added in _ADDED.items():
            letter = normalize("NFC", _SINGLE.get(base, base) + added)
            if len(letter) == 1:
                yield base + mark, letter


_LETTERS = dict(_pairs()) | _SINGLE
_PAIR = f"[{''.join(sorted(BASES))}][{''.join(sorted(MARKS))}]"
_SIGNS = re.compile(f"{_PAIR}|[{''.join(_SINGLE)}]")
TELLING = re.compile(_PAIR)
"""Two vowels that stand together in words of no language, or seldom."""


def turned(text: str) -> str:
    """The text in Unicode."""
    return _SIGNS.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    """A vowel with its mark; where the two make no letter, each on its own."""
    signs = found[0]
    return _LETTERS.get(signs) or "".join(_SINGLE.get(sign, sign) for sign in signs)
