"""The words of a line: where compounds stand, where something only has their letters, what may be a name."""

from __future__ import annotations

from typing import NamedTuple

from vanban.files.scan.compounds import Run, compounds, cut_pieces, listed

_REACH = 4  # words of a compound that the line may cut off


class Doubt(NamedTuple):
    """Words from ``start`` to ``end`` with the letters of compounds, not their marks; ``here`` as in a node."""

    start: int
    end: int
    here: dict[Run, Run]


class Words(NamedTuple):
    """Words and signs of a line; of each its key, its form, and whether it may stand alone.

    ``sound``: from and to which words compounds stand.
    """

    tokens: list[str]
    keys: Run
    forms: Run
    free: tuple[bool, ...]
    sound: list[tuple[int, int]]

    def known(self) -> list[bool]:
        """Of each word, whether it may stand where it does."""
        known = list(self.free)
        for start, end in self.sound:
            known[start:end] = [True] * (end - start)
        return known

    def cut(self) -> set[int]:
        """The words at the line's ends that may be pieces of compounds the rest of which stands on another line."""
        count = len(self.forms)
        ends, begins = cut_pieces()
        cut: set[int] = set()
        for length in range(1, min(_REACH, count) + 1):
            if self.forms[-length:] in ends:
                cut.update(range(count - length, count))
            if self.forms[:length] in begins:
                cut.update(range(length))
        return cut

    def is_crossed(self, doubt: Doubt, *, at: int) -> bool:
        """Whether a word of the run belongs to a compound that reaches out of it."""
        return any(low <= at < high and (low < doubt.start or doubt.end < high) for low, high in self.sound)

    def may_be_name(self, start: int, *, first: bool) -> bool:
        """Whether two words, of which the first has a capital, may be of a name; ``first``: it would be changed."""
        one, two = self.tokens[start : start + 2]
        if two.istitle() or two[0].isupper() and first and self.forms[start] in listed("surnames"):
            return True
        if first and one.istitle() and start > 0 and self.tokens[start - 1].istitle():
            return True
        return self._opens_name(start - 1) or self._opens_name(start - 2)

    def _opens_name(self, at: int) -> bool:
        """Whether a name may follow the word: it is a surname, or says that a place is meant, in no compound."""
        if at < 0 or any(low <= at < high for low, high in self.sound):
            return False
        form = self.forms[at]
        surname = form in listed("surnames") or form in listed("doubtful_surnames")
        return form in listed("areas") or surname and self.tokens[at][0].isupper()


def looked_up(keys: Run, *, forms: Run) -> tuple[list[tuple[int, int]], list[Doubt]]:
    """From and to which words compounds stand, and where something has their letters."""
    count = len(keys)
    sound: list[tuple[int, int]] = []
    doubts: list[Doubt] = []
    for start, first in enumerate(map(compounds().get, keys)):
        node, end = first, start + 1
        while node is not None:
            below, here = node
            if here:
                if forms[start:end] in here:
                    sound.append((start, end))
                else:
                    doubts.append(Doubt(start, end, here))
            if end == count:
                break
            node = below.get(keys[end])
            end += 1
    return sound, doubts
