"""The names of administrative units of any time, to be looked up without their kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from vanban.units import spelling
from vanban.units.model import Record
from vanban.units.spelling import Atoms


class Gazetteer:
    """Names of places. A key is a name squeezed ("phanrangtha'pcham`"), so that blanks and dashes do not count."""

    def __init__(self, places: Iterable[Record]) -> None:
        self._names: list[tuple[Atoms, Record]] = []
        for one in places:
            names = dict.fromkeys((*(state.short for state in one.states), *one.aliases))
            self._names += [(words, one) for words in {spelling.words(name) for name in names if name}]

    @cached_property
    def places(self) -> dict[str, list[Record]]:
        """The places of each name."""
        found: dict[str, list[Record]] = defaultdict(list)
        for words, record in self._names:
            found[spelling.squeezed(words)].append(record)
        return dict(found)

    @cached_property
    def unmarked(self) -> dict[str, list[Record]]:
        """The places of each name without any marks."""
        found: dict[str, list[Record]] = defaultdict(list)
        for words, record in self._names:
            known = found[spelling.unmarked(words)]
            if record not in known:
                known.append(record)
        return dict(found)

    def words(self) -> set[str]:
        """All words of the names."""
        return {word for words, _ in self._names for word in words}

    def near(self, atoms: Atoms) -> Iterator[str]:
        """The keys of names in which one letter is another."""
        if len(atoms) < 2 or not spelling.is_long(atoms):
            return
        for at, word in enumerate(atoms):
            before, behind = atoms[:at], atoms[at + 1 :]
            for whole in self._gaps.get((before, behind), ()):
                if whole != word and spelling.is_near(word, other=whole):
                    yield spelling.squeezed((*before, whole, *behind))

    @cached_property
    def _gaps(self) -> dict[tuple[Atoms, Atoms], set[str]]:
        """Names with one word left out: which words stand there."""
        found: dict[tuple[Atoms, Atoms], set[str]] = defaultdict(set)
        for words in {words for words, _ in self._names if len(words) > 1}:
            for at, word in enumerate(words):
                found[words[:at], words[at + 1 :]].add(word)
        return found
