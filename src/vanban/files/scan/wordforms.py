"""How words are written: their letters, what stands over them, and how far two of the same letters are apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TOKEN = re.compile(r"[^\W\d_]+|\d+|\S")
ACUTE, DOT = "\u0301", "\u0323"
TONES = frozenset(f"\u0300{ACUTE}\u0303\u0309{DOT}")
UNDER_DOT = {"e": "ê", "o": "ôơ", "a": "âă"}
"""What a letter with a dot may have been that lost its hat, horn or breve."""

LOST, TONE, LETTERS, BOTH = 1, 2, 3, 4
"""How far a word is from another: what a letter with a dot loses, the tone, the letters, tone and letters."""


@lru_cache(1 << 15)
def parts(small: str) -> tuple[str, str]:
    """The key of a word in small letters, which has no marks, and its form: its letters, and then its tone.

    Where the tone is written does not matter: "hòa" and "hoà" have the same form.
    """
    key, tone = "", ""
    letters: list[str] = []
    for sign in unicodedata.normalize("NFD", small):
        if sign in TONES:
            tone += sign
        elif unicodedata.combining(sign) and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + sign)
        else:
            key += "d" if sign == "đ" else sign
            letters.append(sign)
    return key, "".join(letters) + tone


def step(written: str, *, right: str) -> int:
    """How far one form is from another of the same letters, 0 where they are the same."""
    if written == right:
        return 0
    letters, tone = _parted(written)
    others, other = _parted(right)
    if tone != other or len(letters) != len(others):
        return TONE if letters == others else BOTH
    lost = all(a == b or b in UNDER_DOT.get(a, "") for a, b in zip(letters, others, strict=True))
    return LOST if lost and tone == DOT else LETTERS


def cased_like(spelled: str, *, token: str) -> str:
    """The word with large letters where another of as many letters has them."""
    pairs = zip(token, spelled, strict=True)
    return "".join(letter.upper() if old.isupper() else letter.lower() for old, letter in pairs)


def _parted(form: str) -> tuple[str, str]:
    """Letters and tone."""
    return (form[:-1], form[-1]) if form[-1] in TONES else (form, "")
