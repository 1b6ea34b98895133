"""Passwords that are guessed first: common ones, alone or with years and signs around them."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Collection
from functools import cache
from importlib.resources import files

# "m@tkh4u" is read as "matkhau"; 2, 6 and 9 stand for no letter.
_STANDS_FOR = str.maketrans("đ013457@$!|", "doieastasii")
_NO_TONE = str.maketrans("đĐ", "dD")
_LEAST = 12  # letters of a password
_FEW = 5  # a password of so few different letters is a pattern


@cache
def vietnamese() -> frozenset[str]:
    """The words of ``data/guessable.toml``, without tone marks and spaces."""
    kept = tomllib.loads((files("caytre.accounts") / "data" / "guessable.toml").read_text("utf-8"))
    return frozenset(plain_of(word) for words in kept.values() for word in words)


def plain_of(text: str) -> str:
    """Small letters and digits without marks, spaces and signs."""
    parts = unicodedata.normalize("NFD", text.translate(_NO_TONE).casefold())
    return "".join(letter for letter in parts if letter.isalnum())


def is_guessable(password: str, *, common: Collection[str]) -> bool:
    """Whether a password is made of one or two common words, with whatever digits and signs, or of a pattern."""
    plain = plain_of(password)
    if len(set(plain)) < _FEW or _is_walk(plain):
        return True
    if any(plain[:cut] in common and (plain[cut:] + "0").isdigit() for cut in range(3, len(plain) + 1)):
        return True  # a common password and a year
    inner = password.strip("".join(sign for sign in set(password) if not sign.isalpha()))
    read = plain_of(inner.casefold().translate(_STANDS_FOR))
    bare = "".join(letter for letter in plain if letter.isalpha())
    return any(_is_made_of(words, common) for words in {bare, "".join(filter(str.isalpha, read))})


def _is_made_of(letters: str, common: Collection[str]) -> bool:
    """One common word, one short word again and again, or two common words."""
    if letters in common or len(letters) < 4:
        return True
    units = range(1, min(_LEAST, len(letters) // 2 + 1))
    if any(letters == letters[:size] * (len(letters) // size) for size in units):
        return True
    return any(letters[:cut] in common and letters[cut:] in common for cut in range(3, len(letters) - 2))


def _is_walk(text: str) -> bool:
    """Keys or letters in a row: 123456789012, qwertyuiop12, abcdefghijkl."""
    rows = "12345678901234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz"
    runs = [row[at : at + 3] for row in rows for at in range(len(row) - 2)]
    runs += [run[::-1] for run in runs]
    covered = set()
    for at in range(len(text) - 2):
        if text[at : at + 3] in runs:
            covered |= {at, at + 1, at + 2}
    return len(text) - len(covered) < 4
