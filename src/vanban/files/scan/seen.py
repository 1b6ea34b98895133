"""What was seen on the pages of a scan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Word(NamedTuple):
    """A recognised word: its place in points from the page's top left corner, how sure it is (0 to 1).

    ``base``: how far down the line stands on which it is written. ``was``: what was recognised, where it was
    repaired.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float
    base: float = 0.0
    was: str | None = None


Line = list[Word]


class Mend(NamedTuple):
    """What the grammar repaired in a line; ``why`` names the rule."""

    was: str
    now: str
    sure: float
    why: str


class Sheet(NamedTuple):
    """One page, its size in points. ``words`` is empty where the file itself held the text.

    ``turn``: by how many degrees, against the clock, the page was turned to stand upright; places are those on
    the turned page. ``unread``: nothing could be recognised on it, since that took too long or ended badly.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    turn: int = 0
    unread: bool = False

    @property
    def sure(self) -> float:
        """How sure the page is; 1 where the file held the text, 0 where nothing was read."""
        if not self.words:
            return 0.0 if self.unread else 1.0
        return sure_of(self.words)


def sure_of(words: Iterable[Word]) -> float:
    """How sure words are on the whole, by their length; 0 where there are none."""
    weighed = [(len(word.text), word.sure) for word in words]
    signs = sum(size for size, _ in weighed)
    return sum(size * sure for size, sure in weighed) / signs if signs else 0.0
