"""Words in capitals whose marks are lost ("NHIẸM VỤ"): found again by the same words in small letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from vanban.files.scan.confusing import MARKS
from vanban.files.scan.slips import Run, Slip
from vanban.grammar.letters import UPPER
from vanban.grammar.lexicon import table, type_names
from vanban.syllables import syllables

_PAIR = re.compile(r"(?=(?<![^\W_])(?P<first>[^\W\d_]+)\s(?P<second>[^\W\d_]+)(?![^\W_]))")
_WORD = re.compile(r"(?<![\w/.-])[^\W\d_]+(?![\w/])")
_LEVEL = re.compile(rf"^[{UPPER}]{{2,}}(?= [{UPPER}]{{2}})", re.MULTILINE)
_LEVELS = tuple(table("confusions")["capitals"]["levels"])
_HEAD = 4  # lines of a document in which its letterhead names the place
_TWICE = re.compile(r"([aeiouy])\1")
_PHRASES = tuple(table("confusions")["capitals"]["phrases"]) + tuple(name.lower() for name in type_names())

Pair = tuple[str, str]
Span = tuple[int, int]
_FAR_MORE = 4  # so many times as often as what stands there
_SHORTEST = 3
_OFTEN = 2  # said at least so often, and so many times as often as in any other way


def slips_of(lines: Sequence[str]) -> Iterator[Slip]:
    """Words in capitals that the phrases or the document's own small letters write with other marks."""
    run = Run(lines)
    pairs = list(_PAIR.finditer(run.text))
    known = _Known(found.group("first", "second") for found in pairs)
    meant: dict[Span, set[str]] = defaultdict(set)
    for change in _changes(pairs, known):
        for span, word in change.items():
            meant[span].add(word)
    for found in _WORD.finditer(run.text):
        if found[0].isupper() and found.span() not in meant and (one := _syllable(found[0].lower())):
            meant[found.span()].add(one.upper())
    for found in _LEVEL.finditer(run.text, 0, len("\n".join(lines[:_HEAD]))):
        near = [level for level in _LEVELS if level != found[0].lower() and _is_near(found[0].lower(), level)]
        if len(near) == 1 and found.span() not in meant:
            meant[found.span()].add(near[0].upper())
    for span, words in meant.items():
        slip = run.slip(span, min(words), sure=0.95, why="letter")
        if slip and len(words) == 1:
            yield slip


def _changes(pairs: Sequence[re.Match[str]], known: _Known) -> list[dict[Span, str]]:
    """What each pair would change; not where another pair shows that a word of it is sound."""
    sound: set[Span] = set()
    changes: list[dict[Span, str]] = []
    for found in pairs:
        seen = found.group("first", "second")
        if all(word.isupper() and len(word) > 1 for word in seen):
            pair = seen[0].lower(), seen[1].lower()
            better, spans = known.meant(pair), (found.span("first"), found.span("second"))
            if better == pair:
                sound.update(spans)
            changed = zip(spans, pair, better, strict=False)
            changes.append({span: word.upper() for span, was, word in changed if was != word})
    return [change for change in changes if not change.keys() & sound]


@cache
def _syllables() -> dict[str, list[str]]:
    """The syllables of the language by their letters without marks."""
    by_letters: dict[str, list[str]] = defaultdict(list)
    for one in syllables():
        by_letters[_bare(one)].append(one)
    return by_letters


def _is_near(seen: str, meant: str) -> bool:
    return _bare(seen) == _bare(meant) and _confused(seen, meant)


def _syllable(word: str) -> str:
    """The one syllable that was meant by a word that is none; blank where there is none or no single one."""
    if len(word) < _SHORTEST or word in syllables():
        return ""
    near = [one for one in _syllables().get(_bare(word), ()) if _confused(word, one)]
    return near[0] if len(near) == 1 else ""


class _Known:
    """Pairs of words that stand in the phrases, or in the document but not in capitals, by their letters without marks."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._phrases = _by_letters(_SAID)
        self._said = _by_letters(
            (first.lower(), second.lower()) for first, second in pairs if not (first.isupper() or second.isupper())
        )

    def meant(self, pair: Pair) -> Pair | tuple[()]:
        """The pair as it is known; nothing where it is not, or not in one way only."""
        letters = _bare(pair[0]), _bare(pair[1])
        phrases, said = self._phrases.get(letters, Counter()), self._said.get(letters, Counter())
        (best, count), (_, second), *_ = [*said.most_common(2), (pair, 0), (pair, 0)]
        if said[pair] * _FAR_MORE > count or any(_alike(pair, phrase) for phrase in phrases):
            return pair
        if len(phrases) == 1:
            best = next(iter(phrases))
        elif count < _OFTEN or count < _OFTEN * second:
            return ()
        return best if _confused(pair[0], best[0]) and _confused(pair[1], best[1]) else ()


def _alike(pair: Pair, other: Pair) -> bool:
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


def _by_letters(pairs: Iterable[Pair]) -> dict[Pair, Counter[Pair]]:
    known: dict[Pair, Counter[Pair]] = defaultdict(Counter)
    for pair in pairs:
        known[_bare(pair[0]), _bare(pair[1])][pair] += 1
    return known


@lru_cache(maxsize=4096)
def _bare(word: str) -> str:
    """A word without its marks; a vowel read twice stands once."""
    letters = _apart(word.replace("đ", "d"))
    return _TWICE.sub(r"\1", "".join(sign for sign in letters if not unicodedata.combining(sign)))


_SAID = [pair for phrase in _PHRASES for one in _PAIR.finditer(phrase) if (pair := one.group("first", "second"))]
