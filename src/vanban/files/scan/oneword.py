"""What is known of a word by itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from vanban.files.scan.compounds import listed, vocabulary
from vanban.files.scan.wordforms import ACUTE, DOT, UNDER_DOT, parts
from vanban.syllables import syllables

_DASHES = ("-", "–", "—")
_STOPS = ("c", "ch", "p", "t")


class Word(NamedTuple):
    """A word or a sign of a line: its key and its form.

    ``free``: it may stand alone, as signs do. ``must``: what it has to be, where it can be no syllable.
    """

    key: str
    form: str
    free: bool
    must: str


@lru_cache(1 << 15)
def word_of(token: str) -> Word:
    """What is known of a word or sign in NFC."""
    if not token[0].isalpha():
        sign = "-" if token in _DASHES else token
        return Word(sign, sign, True, "")
    key, form = parts(token.lower())
    return Word(key, form, form in listed("alone"), _must(token, form))


def _must(token: str, form: str) -> str:
    """The one known word that is read for one that can be no syllable, or ""."""
    small = token.lower()
    if small in syllables() or token not in (small, token.upper(), token.title()):
        return ""
    known = vocabulary()
    real = [known[other] for other in _once(form, name=token.istitle()) if other in known]
    return real[0] if len(real) == 1 else ""


def _once(form: str, *, name: bool) -> Iterator[str]:
    """What a form may have been before the recognition lost what stood over a letter with a dot, or a tone without
    which nothing ends in c, ch, p or t. Names from other languages have no such tones."""
    if form.endswith(DOT):
        for at, letter in enumerate(form):
            yield from (f"{form[:at]}{lost}{form[at + 1 :]}" for lost in UNDER_DOT.get(letter, ""))
    elif form.endswith(_STOPS) and not form.isascii() and not name:
        yield from (form + ACUTE, form + DOT)
