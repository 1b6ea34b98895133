"""Words in capitals whose marks are lost ("NHIẸM VỤ"): found again by the same words in small letters.

And the one small word that is taken for one with a capital often enough to matter: "Và" joins names.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from vanban.files.scan.confusing import MARKS
from vanban.files.scan.slips import Run, Slip
from vanban.grammar.letters import LOWER, UPPER
from vanban.grammar.lexicon import table, type_names
from vanban.syllables import syllables

_PAIR = re.compile(r"(?=(?<![^\W_])(?P<first>[^\W\d_]+)\s(?P<second>[^\W\d_]+)(?![^\W_]))")
_WORD = re.compile(r"(?<![\w/.-])[^\W\d_]+(?![\w/])")
_LEVEL = re.compile(rf"^[{UPPER}]{{2,}}(?= [{UPPER}]{{2}})", re.MULTILINE)
_LEVELS = tuple(table("confusions")["capitals"]["levels"])
_HEAD = 4  # lines of a document in which its letterhead names the place
# A letter that is the same in both cases but for its size. No text of 139 says "Và" within a sentence.
_AND = re.compile(rf"(?<!\S)[{LOWER}]\w*[,;]?\s(?P<word>Và)(?=\s\w)")
_TWICE = re.compile(r"([aeiouy])\1")
_PHRASES = tuple(table("confusions")["capitals"]["phrases"]) + tuple(name.lower() for name in type_names())

Words = tuple[str, str]
Span = tuple[int, int]
_OFTEN = 2  # said at least so often, and so many times as often as in any other way
_FAR_MORE = 4  # so many times as often as what stands there
_SHORTEST = 3
_SURE = 0.95  # on made scans all 328 were right whose place could be compared with the text that was printed


def slips_of(lines: Sequence[str]) -> Iterator[Slip]:
    """Words that the phrases, the document's own small letters or the language write otherwise."""
    run = Run(lines)
    joining = ((found.span("word"), "và") for found in _AND.finditer(run.text))
    for span, word in chain(_in_capitals(run.text, lines).items(), joining):
        slip = run.slip(span, now=word, sure=_SURE, why="letter")
        if slip:
            yield slip


def _in_capitals(text: str, lines: Sequence[str]) -> dict[Span, str]:
    """What the words in capitals should be, by their places; none of which two things are said."""
    meant: dict[Span, set[str]] = defaultdict(set)
    for change in _changes([_Pair.of(found) for found in _PAIR.finditer(text)]):
        for span, word in change.items():
            meant[span].add(word)
    for span, word in chain(_no_syllables(text), _levels(text, lines)):
        if span not in meant:
            meant[span] = {word}
    return {span: min(words).upper() for span, words in meant.items() if len(words) == 1}


class _Pair(NamedTuple):
    """Two words that follow each other, in small letters, and their places."""

    words: Words
    spans: tuple[Span, Span]
    capitals: bool
    small: bool

    @classmethod
    def of(cls, found: re.Match[str]) -> _Pair:
        """The pair that was found."""
        first, second = found["first"], found["second"]
        capitals = (first + second).isupper() and len(first) > 1 < len(second)
        small = not (first.isupper() or second.isupper())
        return cls(
            (first.lower(), second.lower()), (found.span("first"), found.span("second")), capitals, small
        )


def _changes(pairs: Sequence[_Pair]) -> list[dict[Span, str]]:
    """What each pair in capitals would change; not where another pair shows that a word of it is sound."""
    known = _Known(pair.words for pair in pairs if pair.small)
    sound: set[Span] = set()
    changes: list[dict[Span, str]] = []
    for pair in pairs:
        if pair.capitals:
            meant = known.meant(pair.words)
            if meant == pair.words:
                sound.update(pair.spans)
            elif meant is not None:
                changed = zip(pair.spans, pair.words, meant, strict=True)
                changes.append({span: word for span, was, word in changed if was != word})
    return [change for change in changes if not change.keys() & sound]


def _no_syllables(text: str) -> Iterator[tuple[Span, str]]:
    """Words in capitals that are no syllables, where one syllable only is near."""
    for found in _WORD.finditer(text):
        word = found[0].lower()
        if len(word) >= _SHORTEST and found[0].isupper() and word not in syllables():
            near = [one for one in _syllables().get(_bare(word), ()) if _confused(word, one)]
            if len(near) == 1:
                yield found.span(), near[0]


def _levels(text: str, lines: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """The level of a place at the head of the document ("TĨNH BẾN MÂY")."""
    for found in _LEVEL.finditer(text, 0, len("\n".join(lines[:_HEAD]))):
        word = found[0].lower()
        for level in _LEVELS:
            if word != level and _bare(word) == _bare(level) and _confused(word, level):
                yield found.span(), level


@cache
def _syllables() -> dict[str, list[str]]:
    """The syllables of the language by their letters without marks."""
    by_letters: dict[str, list[str]] = defaultdict(list)
    for one in syllables():
        by_letters[_bare(one)].append(one)
    return by_letters


class _Known:
    """Pairs of words of the phrases and of the document's small letters, by their letters without marks."""

    def __init__(self, pairs: Iterable[Words]) -> None:
        self._phrases = _by_letters(_SAID)
        self._said = _by_letters(pairs)

    def meant(self, pair: Words) -> Words | None:
        """The pair as it is known; None where it is not, or not in one way only."""
        letters = _bare(pair[0]), _bare(pair[1])
        phrases, said = self._phrases.get(letters, Counter()), self._said.get(letters, Counter())
        (best, count), (_, second), *_ = [*said.most_common(2), (pair, 0), (pair, 0)]
        if said[pair] * _FAR_MORE > count or any(_alike(pair, phrase) for phrase in phrases):
            return pair
        if len(phrases) == 1:
            best = next(iter(phrases))
        elif count < _OFTEN or count < _OFTEN * second:
            return None
        return best if _confused(pair[0], best[0]) and _confused(pair[1], best[1]) else None


def _alike(pair: Words, other: Words) -> bool:
    """True where only the place of a tone differs ("hoà", "hòa")."""
    return all(sorted(_apart(one)) == sorted(_apart(two)) for one, two in zip(pair, other, strict=True))


def _confused(seen: str, meant: str) -> bool:
    """True where marks that are lost or taken for others may have made of ``meant`` what was seen."""
    one, two = _letters(seen), _letters(meant)
    if len(one) != len(two):
        return True  # a vowel read twice
    return all(_one_confused(marks, others) for (_, marks), (_, others) in zip(one, two, strict=True))


def _one_confused(seen: frozenset[str], meant: frozenset[str]) -> bool:
    more, less = seen - meant, meant - seen
    if len(more) > 1:
        return False
    return all(any(other in less or not (other or less) for other in MARKS.get(mark, ())) for mark in more)


def _letters(word: str) -> list[tuple[str, frozenset[str]]]:
    """Each letter with its marks."""
    letters: list[tuple[str, frozenset[str]]] = []
    for sign in _apart(word):
        if unicodedata.combining(sign) and letters:
            letters[-1] = letters[-1][0], letters[-1][1] | {sign}
        else:
            letters.append((sign, frozenset()))
    return letters


def _apart(word: str) -> str:
    return unicodedata.normalize("NFD", word)


def _by_letters(pairs: Iterable[Words]) -> dict[Words, Counter[Words]]:
    known: dict[Words, Counter[Words]] = defaultdict(Counter)
    for pair in pairs:
        known[_bare(pair[0]), _bare(pair[1])][pair] += 1
    return known


@lru_cache(maxsize=4096)
def _bare(word: str) -> str:
    """A word without its marks; a vowel read twice stands once."""
    letters = _apart(word.replace("đ", "d"))
    return _TWICE.sub(r"\1", "".join(sign for sign in letters if not unicodedata.combining(sign)))


_SAID = [_Pair.of(found).words for phrase in _PHRASES for found in _PAIR.finditer(phrase)]
