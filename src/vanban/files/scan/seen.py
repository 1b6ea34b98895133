"""What was seen on the pages of a scan."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A recognised word: its place in points from the page's top left corner, how sure it is (0 to 1)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float


class Mend(NamedTuple):
    """What the grammar repaired in a line; ``why`` names the rule."""

    was: str
    now: str
    sure: float
    why: str


class Sheet(NamedTuple):
    """One page, its size in points. ``words`` is empty where the file itself held the text.

    ``unread``: nothing could be recognised on it, since that took too long or ended badly.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    mends: tuple[Mend, ...] = ()
    unread: bool = False

    @property
    def sure(self) -> float:
        """How sure the page is: the mean of its words, by their length."""
        signs = sum(len(word.text) for word in self.words)
        return sum(len(word.text) * word.sure for word in self.words) / signs if signs else 1.0
