"""How near two tasks are: words and words in a row that both have, each the more telling the rarer it is.

The cosine of two weighted vectors, as BM25 and TF-IDF do it, with what a task of an administration has of its own: it
says first what is to be done, and it stands under a heading that the plan often takes over from above.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence, Set
from math import log, sqrt

from vanban.coverage.words import meanings_of, measure

Counts = Mapping[str, float]
Vector = Mapping[str, float]


def terms_of(forms: Sequence[str]) -> dict[str, float]:
    """Each word, two and three words in a row, and what they stand for, counted; those of the opening count more."""
    first, opening = int(measure("weights", name="opening_words")), measure("weights", name="opening")
    found: dict[str, float] = defaultdict(float)
    for length in (1, 2, 3):
        for place in range(len(forms) - length + 1):
            found[" ".join(forms[place : place + length])] += opening if place < first else 1.0
    near = measure("weights", name="near")
    for place, meaning in meanings_of(forms):
        found[meaning] += near * (opening if place < first else 1.0)
    return found


class Nearness:
    """Two lists of texts, as words in comparable form, in one space: ``asked`` against ``planned``.

    ``subject``: words that say what both documents are about, so that no task stands out by them.
    """

    def __init__(
        self,
        asked: Iterable[Sequence[str]],
        *,
        planned: Iterable[Sequence[str]],
        subject: Set[str] = frozenset(),
    ) -> None:
        ours, theirs = [terms_of(one) for one in asked], [terms_of(one) for one in planned]
        self.telling = _telling(ours, theirs, subject)
        self._asked = [self._vector(one) for one in ours]
        self._where: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, counts in enumerate(theirs):
            for term, value in self._vector(counts).items():
                self._where[term].append((place, value))
        self._size = len(theirs)

    def _vector(self, counts: Mapping[str, float]) -> Vector:
        """Of length 1."""
        values = {term: sqrt(count) * self.telling[term] for term, count in counts.items()}
        length = sqrt(sum(value * value for value in values.values())) or 1.0
        return {term: value / length for term, value in values.items()}

    def row(self, place: int) -> list[float]:
        """How near each planned text is to this one, 0 to 1."""
        found = [0.0] * self._size
        for term, value in self._asked[place].items():
            for other, weight in self._where.get(term, ()):
                found[other] += value * weight
        return found

    def share(self, part: Sequence[str], *, held: Container[str]) -> float:
        """How much of what a part of an asked text tells is among these terms, 0 to 1."""
        terms = terms_of(part)
        whole = sum(self.telling[term] for term in terms)
        return sum(self.telling[term] for term in terms if term in held) / whole if whole else 0.0


def _telling(ours: Sequence[Counts], theirs: Sequence[Counts], subject: Set[str]) -> dict[str, float]:
    """How much each term tells: the rarer the more, less where only one document has it or it is their subject."""
    asked, planned = (Counter(term for one in many for term in one) for many in (ours, theirs))
    total, unmatched, common = len(ours) + len(theirs), measure("weights", name="unmatched"), _about(subject)
    found = {}
    for term, held in (asked + planned).items():
        rarity = log(1 + (total - held + 0.5) / (held + 0.5))
        found[term] = rarity * common(term) * (1.0 if term in asked and term in planned else unmatched)
    return found


def _about(subject: Set[str]) -> Callable[[str], float]:
    less = measure("weights", name="subject")
    return lambda term: less if all(word in subject for word in term.split(" ")) else 1.0
