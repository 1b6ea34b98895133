"""Which words can be Vietnamese syllables: a near-free sign of whether a text was read rightly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from vanban.grammar.lexicon import table

_WORD = re.compile(r"[^\W\d_]+")
_DATA = table("syllables")  # at import, since a child process opens no file later
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_OF_STOPS = ("\u0301", "\u0323")
_STOPS = ("c", "p", "t", "ch")
_SHAPED = "ăâêôơư"
_VOWELS = f"aeiouy{_SHAPED}"
_FLOATING = ("oa", "oe", "uy")
"""Their tone stands over either letter: "hòa" and "hoà"."""


def validity(text: str) -> float:
    """The share of the words of a text that can be Vietnamese syllables: 1 where it has no words.

    Abbreviations in capitals and labels of one letter are no words. Sound Vietnamese has 0.97 and more: the
    rest are names and terms from abroad.
    """
    known = syllables()
    words = _WORD.findall(normalize("NFC", text))
    strange = [word for word in words if word not in known and word.lower() not in known]
    counted = len(words) - sum(len(word) == 1 or word.isupper() for word in strange)
    return (len(words) - len(strange)) / counted if counted else 1.0


@cache
def syllables() -> frozenset[str]:
    """All that can be written, in small letters and NFC."""
    return frozenset(normalize("NFC", one) for base in _bases() for one in _toned(*base))


def _bases() -> Iterator[tuple[str, str]]:
    """Onsets and the rhymes that may follow, without tones."""
    rhymes = _DATA["rhymes"].split()
    before = _DATA["before"]
    for onset in _DATA["onsets"].split():
        firsts = before.get(onset, _VOWELS)
        yield from ((onset, rhyme) for rhyme in rhymes if rhyme[0] in firsts)
    yield from (("", rhyme) for rhyme in rhymes if not rhyme.startswith("iê"))
    yield from (("", rhyme) for rhyme in _DATA["with_y"].split())
    yield from ((onset, "y") for onset in _DATA["y_alone_behind"].split())
    for onset, shared in _DATA["shared"].items():
        length = len(onset) - 1
        yield from ((one[:length], one[length:]) for one in shared.split())


def _toned(onset: str, rhyme: str) -> Iterator[str]:
    """The syllable in every tone that its rhyme can bear."""
    for at in _places(onset, rhyme):
        for tone in _OF_STOPS if rhyme.endswith(_STOPS) else _TONES:
            yield f"{onset}{rhyme[:at]}{tone}{rhyme[at:]}"


def _places(onset: str, rhyme: str) -> Iterator[int]:
    """Behind which of its letters the tone of a rhyme may be written."""
    shaped = [at for at, letter in enumerate(rhyme, start=1) if letter in _SHAPED]
    vowels = next((at for at, letter in enumerate(rhyme) if letter not in _VOWELS), len(rhyme))
    if shaped:
        yield shaped[-1]
    elif vowels < len(rhyme):
        yield vowels
    elif rhyme in _FLOATING:
        yield 1
        yield 2
    else:
        yield 2 if vowels == 3 else 1
