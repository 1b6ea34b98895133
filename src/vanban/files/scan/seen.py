"""What recognition gives: words with their places, and what was mended in them."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A word on its page. The place is in points from the page's top left corner; ``sure`` from 0 to 1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float


class Mend(NamedTuple):
    """What was read and what it was taken for instead; ``sure`` from 0 to 1.

    ``why`` names what shows it: "symbol" (of an act or a body), "outline" (marks that count up), "date",
    "number", "roman" (numerals), "letter" (words in capitals).
    """

    was: str
    now: str
    sure: float
    why: str
