"""The names of administrative units of any time, to be looked up without their kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from vanban.units import spelling
from vanban.units.model import Record
from vanban.units.slips import Slips
from vanban.units.spelling import Atoms

_LONGEST = 7  # atoms of a name, abbreviations parted


class Gazetteer:
    """Names of places. A key is a name squeezed ("phanrangtha'pcham`"), so that blanks and dashes do not count."""

    def __init__(self, places: Iterable[Record]) -> None:
        self._names: list[tuple[Atoms, Record]] = []
        for one in places:
            names = dict.fromkeys((*(state.short for state in one.states), *one.aliases))
            self._names += [
                (words, one) for words in dict.fromkeys(spelling.words(name) for name in names if name)
            ]

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

    def at(self, atoms: Atoms, *, start: int, is_unmarked: bool) -> list[tuple[int, str]]:
        """The keys of names that begin here, each with its end, the longest first."""
        known = self.unmarked if is_unmarked else self.places
        begins, found, text = self._begins[is_unmarked], [], ""
        for end in range(start, min(len(atoms), start + _LONGEST)):
            if end > start and atoms[end].isdecimal() and atoms[end - 1].isdecimal():
                break  # "phường 1, 2" is not "phường 12"
            text += (spelling.bare(atoms[end]) if is_unmarked else atoms[end]).lower()
            if text not in begins:
                break
            if text in known:
                found.append((end + 1, text))
        return found[::-1]

    @cached_property
    def _begins(self) -> tuple[frozenset[str], frozenset[str]]:
        """How the keys begin, with and without marks."""
        return (
            frozenset(key[:end] for key in self.places for end in range(1, len(key) + 1)),
            frozenset(key[:end] for key in self.unmarked for end in range(1, len(key) + 1)),
        )

    def words(self) -> set[str]:
        """All words of the names."""
        return {word for words, _ in self._names for word in words}

    @cached_property
    def slips(self) -> Slips:
        """The same names where one letter is wrong; only without kind, which would make a short name long."""
        shorts = dict.fromkeys(state.short for _, one in self._names for state in one.states)
        return Slips(map(spelling.words, shorts))
