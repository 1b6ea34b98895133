"""In which of the old encodings words are, by which of their readings are Vietnamese syllables."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from vanban.files.oldcodes import ENCODINGS, FOREIGN, PAGES, SAME, TELLING, turned
from vanban.syllables import syllables

_TOKEN = re.compile(r"[^\s!-@\[-`{-~]+")
_EDGES = "“”„‟‘’‚‛«»‹›–—…•·"
_LETTER = re.compile(r"[A-Za-z]")
_NOT_OURS = re.compile(r"[fjwzFJWZ]")
_LONE = "đôơýỷàạáởủ"
"""Letters that stand alone as a word or as the label of an item, and whose signs seldom stand for themselves."""
_BULLETS = "·•§"
_TELLING_WORDS, _FOUND_WORDS, _SHARE = 3, 4, 0.75
_BESIDE_WORDS, _BESIDE_SHARE = 12, 0.1  # of a second encoding beside the first
_LONGEST = 24  # signs of a token that may be a word
_CLEAR = 2
_MOSTLY = 5


class Weight(NamedTuple):
    """How many words with signs beyond ASCII are words in the old encoding only, and how many only as they stand."""

    old: int = 0
    now: int = 0


def encodings_in(text: str) -> tuple[str, ...]:
    """The encoding, seldom two, that words of the text are surely in; none in Unicode and other languages.

    Of the words that are none as they stand, three in four must become syllables, some of them with signs that
    stand within words of no language.
    """
    tokens = {token for token in _TOKEN.findall(text) if not token.isascii() and not FOREIGN.search(token)}
    strange = {token for token in tokens if _has_signs(token) and not _is_word(token)}
    first, left = _most(strange, at_least=_FOUND_WORDS)
    if not first:
        return ()
    second, still = _most(left, at_least=max(_BESIDE_WORDS, int(_BESIDE_SHARE * len(strange))))
    return (*first, *second) if len(still) <= (1 - _SHARE) * len(strange) else ()


def _most(strange: set[str], *, at_least: int) -> tuple[tuple[str, ...], set[str]]:
    """The encoding in which most of the words are words, and those that are none in it."""
    if len(strange) < at_least:
        return (), strange
    known = {name: {one for one in strange if _is_word(turned(one, encoding=name))} for name in ENCODINGS}
    best = max(ENCODINGS, key=lambda name: len(known[name]))
    telling = sum(TELLING[best].search(one) is not None for one in known[best])
    if len(known[best]) < at_least or telling < _TELLING_WORDS:
        return (), strange
    return (best,), strange - known[best]


def weigh(text: str, *, encoding: str) -> Weight:
    """What the words of a text speak for."""
    old = now = 0
    for token in _TOKEN.findall(text):
        if not token.isascii() and len(token) <= _LONGEST:
            weight = _weight(token, encoding)
            old += weight.old
            now += weight.now
    return Weight(old, now)


@lru_cache(maxsize=8192)
def _weight(token: str, encoding: str) -> Weight:
    word = _is_word(token)
    made = token if FOREIGN.search(token) else turned(token, encoding=encoding)
    if made == token:
        means_itself = SAME[encoding].issuperset(sign for sign in token if not sign.isascii())
        return Weight(now=word and not means_itself)
    if _is_word(made):
        return Weight(old=not word and _LETTER.search(token) is not None)
    return Weight(now=word)


def is_mostly_old(weight: Weight) -> bool:
    """Whether what says nothing itself is in the old encoding like the rest, by the weight of the whole text."""
    return weight.old >= _MOSTLY * weight.now


def is_old_text(weight: Weight) -> bool:
    """Whether the words of a paragraph plainly speak for the old encoding."""
    return weight.old >= max(1, _CLEAR * weight.now)


def words_turned(text: str, *, encoding: str) -> str:
    """The text with its words in Unicode but those that are words as they stand, or words of other languages."""
    return _each_turned(text, encoding, _is_meant)


def sure_words_turned(text: str, *, encoding: str) -> str:
    """A text that is not in the encoding on the whole, with those of its words that cannot be anything else."""
    return _each_turned(text, encoding, _is_sure)


def _each_turned(text: str, encoding: str, may: Callable[[str, str, str], bool]) -> str:
    def word(found: re.Match[str]) -> str:
        token = found[0]
        if token.isascii() or FOREIGN.search(token) or not found.start() and token in _BULLETS:
            return token
        made = turned(token, encoding=encoding)
        return made if may(token, made, encoding) else token

    return _TOKEN.sub(word, text)


def _is_sure(token: str, made: str, encoding: str) -> bool:
    telling = encoding not in PAGES and TELLING[encoding].search(token) is not None
    return telling and not _is_word(token) and (_is_word(made) or made.isupper())


def _is_meant(token: str, made: str, encoding: str) -> bool:
    """Whether a token of an old text was meant as what is made of it; a name from abroad was not."""
    if not _LETTER.search(token):
        return made.isalpha() and (len(made) > 1 or made.lower() in _LONE and token != "§")
    if _is_word(made) or _is_word(token):
        return _is_word(made)
    if made.isupper() or _are_two_words(made):
        return True
    return TELLING[encoding].search(token) is not None and not _NOT_OURS.search(token)


def _are_two_words(made: str) -> bool:
    """Whether the blank between two syllables was forgotten."""
    word = made.strip(_EDGES).lower()
    return any(word[:at] in syllables() and word[at:] in syllables() for at in range(1, min(len(word), 16)))


def holds_words(text: str) -> bool:
    """Whether anything in a text may be a word with signs, not only signs of their own."""
    return any(map(_has_signs, _TOKEN.findall(text)))


def _has_signs(token: str) -> bool:
    """Whether it is no mere sign, and more than quotes around plain letters."""
    return _LETTER.search(token) is not None and not token.strip(_EDGES).isascii()


def _is_word(token: str) -> bool:
    """Whether it is a syllable with a letter beyond ASCII; quotes around it do not matter."""
    word = token.strip(_EDGES)
    return not word.isascii() and word.lower() in syllables()
