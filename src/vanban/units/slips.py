"""Names of places in which one letter is another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from vanban.units import spelling
from vanban.units.spelling import Atoms


class Slips:
    """Names, to be found though one word of them is written with a wrong letter."""

    def __init__(self, names: Iterable[Atoms]) -> None:
        self._gaps: dict[tuple[Atoms, Atoms], dict[str, None]] = defaultdict(dict)
        for words in names:
            for at, word in enumerate(words) if len(words) > 1 else ():
                self._gaps[words[:at], words[at + 1 :]][word] = None

    def near(self, atoms: Atoms) -> Iterator[str]:
        """The keys of names in which one letter is another, always in the same order."""
        if len(atoms) < 2 or not spelling.is_long(atoms):
            return
        for at, word in enumerate(atoms):
            before, behind = atoms[:at], atoms[at + 1 :]
            for whole in self._gaps.get((before, behind), ()):
                if whole != word and spelling.is_near(word, other=whole):
                    yield spelling.squeezed((*before, whole, *behind))
