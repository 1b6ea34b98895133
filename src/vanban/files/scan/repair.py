"""Recognised lines mended by their form: symbols of acts, dates, numerals, marks that count up, words in capitals.

Nothing is mended that is a known form as it stands; what is mended becomes one, and only one was near.
"""

from __future__ import annotations

from collections.abc import Sequence

from vanban.files.scan import acts, capitals, counting, dates
from vanban.files.scan.seen import Mend
from vanban.files.scan.slips import put_right

# In this order: numbers of acts and dates first, so that no line is taken for a mark because of them.
_STEPS = (acts.slips_of, dates.slips_of, capitals.slips_of, counting.slips_of)


def mended(lines: Sequence[str]) -> list[tuple[str, tuple[Mend, ...]]]:
    """Every line of a document in reading order, lines of cells too: as mended, and what was mended in it."""
    texts = list(lines)
    mends: list[list[Mend]] = [[] for _ in texts]
    for slips_of in _STEPS:
        for number, found in put_right(texts, slips_of(texts)).items():
            mends[number] += found
    return [(text, tuple(found)) for text, found in zip(texts, mends, strict=True)]
