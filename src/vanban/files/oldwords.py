"""In which of the old encodings words are, by which of their readings are Vietnamese syllables."""

from __future__ import annotations

import re
from typing import NamedTuple

from vanban.files.oldcodes import ENCODINGS, FOREIGN, TELLING, turned
from vanban.syllables import syllables

_TOKEN = re.compile(r"[^\s!-@\[-`{-~]+")
_EDGES = "“”‘’«»‹›–—…•·"
_LETTER = re.compile(r"[A-Za-z]")
_NOT_OURS = re.compile(r"[fjwzFJWZ]")
_LONE = "đĐôÔơýÝỷàạáởủưỉì"
"""Letters that stand alone as a word or as the label of an item."""
_TELLING_WORDS, _FOUND_WORDS, _SHARE = 3, 4, 0.75
_CLEAR = 2
_MOSTLY = 5


class Weight(NamedTuple):
    """How many words with signs beyond ASCII are words in the old encoding only, and how many only as they stand."""

    old: int = 0
    now: int = 0


def encoding_in(text: str) -> str | None:
    """The encoding that words of the text are surely in; None for Unicode and for other languages.

    Of the words that are none as they stand, three in four must become syllables, some of them with signs that
    stand within words of no language.
    """
    tokens = {token for token in _TOKEN.findall(text) if not token.isascii() and not FOREIGN.search(token)}
    strange = [token for token in tokens if _LETTER.search(token) and not _is_word(token)]
    if len(strange) < _FOUND_WORDS:
        return None
    known = {name: [one for one in strange if _is_word(turned(one, encoding=name))] for name in ENCODINGS}
    best = max(ENCODINGS, key=lambda name: len(known[name]))
    found = known[best]
    sure = sum(TELLING[best].search(one) is not None for one in found) >= _TELLING_WORDS
    return best if sure and len(found) >= max(_FOUND_WORDS, _SHARE * len(strange)) else None


def weigh(text: str, *, encoding: str) -> Weight:
    """What the words of a text speak for."""
    old = now = 0
    for token in _TOKEN.findall(text):
        if token.isascii():
            continue
        word = _is_word(token)
        made = token if FOREIGN.search(token) else turned(token, encoding=encoding)
        if made == token or not _is_word(made):
            now += word
        else:
            old += not word
    return Weight(old, now)


def is_mostly_old(weight: Weight) -> bool:
    """Whether what says nothing itself is in the old encoding like the rest, by the weight of the whole text."""
    return weight.old >= _MOSTLY * weight.now


def is_old_text(weight: Weight, *, otherwise: bool) -> bool:
    """Whether a paragraph is in the old encoding; ``otherwise`` where its words do not tell."""
    if weight == (0, 0):
        return otherwise
    return weight.old >= max(1, _CLEAR * weight.now)


def words_turned(text: str, *, encoding: str) -> str:
    """The text with its words in Unicode but those that are words as they stand, or words of other languages."""

    def word(found: re.Match[str]) -> str:
        token = found[0]
        if token.isascii() or FOREIGN.search(token):
            return token
        made = turned(token, encoding=encoding)
        return made if _is_better(token, made) else token

    return _TOKEN.sub(word, text)


def _is_better(token: str, made: str) -> bool:
    if not _LETTER.search(token):
        return made.isalpha() and (len(made) > 1 or made in _LONE)
    return _is_word(made) or not _is_word(token) and not _NOT_OURS.search(token)


def _is_word(token: str) -> bool:
    """Whether it is a syllable with a letter beyond ASCII; quotes around it do not matter."""
    word = token.strip(_EDGES)
    return not word.isascii() and word.lower() in syllables()
