"""In which of the old encodings words are, by which of their readings are Vietnamese syllables."""

from __future__ import annotations

import re
from typing import NamedTuple

from vanban.files.oldcodes import ENCODINGS, FOREIGN, SAME, TELLING, turned
from vanban.syllables import syllables

_TOKEN = re.compile(r"[^\s!-@\[-`{-~]+")
_EDGES = "“”„‟‘’‚‛«»‹›–—…•·"
_LETTER = re.compile(r"[A-Za-z]")
_NOT_OURS = re.compile(r"[fjwzFJWZ]")
_LONE = "đôơýỷàạáởủư"
"""Letters that stand alone as a word or as the label of an item, and whose signs seldom stand for themselves."""
_BULLETS = "·•§"
_TELLING_WORDS, _FOUND_WORDS, _SHARE = 3, 4, 0.75
_BESIDE_WORDS, _BESIDE_SHARE = 12, 0.1  # of a second encoding beside the first
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
        if token.isascii():
            continue
        word = _is_word(token)
        made = token if FOREIGN.search(token) else turned(token, encoding=encoding)
        if made == token:
            now += word and not SAME[encoding].issuperset(sign for sign in token if not sign.isascii())
        elif _is_word(made):
            old += not word and _LETTER.search(token) is not None
        else:
            now += word
    return Weight(old, now)


def is_mostly_old(weight: Weight) -> bool:
    """Whether what says nothing itself is in the old encoding like the rest, by the weight of the whole text."""
    return weight.old >= _MOSTLY * weight.now


def is_old_text(weight: Weight) -> bool:
    """Whether the words of a paragraph plainly speak for the old encoding."""
    return weight.old >= max(1, _CLEAR * weight.now)


def words_turned(text: str, *, encoding: str) -> str:
    """The text with its words in Unicode but those that are words as they stand, or words of other languages."""

    def word(found: re.Match[str]) -> str:
        token = found[0]
        if token.isascii() or FOREIGN.search(token) or not found.start() and token in _BULLETS:
            return token
        made = turned(token, encoding=encoding)
        return made if _is_meant(token, made, encoding) else token

    return _TOKEN.sub(word, text)


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
