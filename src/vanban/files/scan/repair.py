"""Recognised lines mended by their form: symbols of acts, dates, numerals, marks that count up, words in capitals.

Nothing is mended that is a known form as it stands; what is mended becomes one, and only one was near.
"""

from __future__ import annotations

from collections.abc import Sequence

from vanban.files.scan import acts, capitals, counting, dates, words
from vanban.files.scan.seen import Line, Mend, Word
from vanban.files.scan.slips import Slip, by_line, put_right

# Words first, since marks of headings are told by what stands behind them.
_STEPS = (acts.slips_of, dates.slips_of, words.slips_of, capitals.slips_of, counting.slips_of)


def mended(lines: Sequence[str]) -> list[tuple[str, tuple[Mend, ...]]]:
    """Every line of a document in reading order, lines of cells too: as mended, and what was mended in it."""
    texts = list(lines)
    mends: list[list[Mend]] = [[] for _ in texts]
    for slips_of in _STEPS:
        for number, slips in by_line(slips_of(texts)).items():
            texts[number], found = put_right(texts[number], slips=slips)
            mends[number] += found
    return [(text, tuple(found)) for text, found in zip(texts, mends, strict=True)]


def repaired(lines: Sequence[Line]) -> list[Line]:
    """The same of words in their places: a word that was mended says what it was, and is as sure as its mend."""
    found = list(lines)
    for slips_of in _STEPS:
        texts = [" ".join(word.text for word in line) for line in found]
        for number, slips in by_line(slips_of(texts)).items():
            found[number] = _put_right(found[number], slips)
    return found


def _put_right(line: Line, slips: Sequence[Slip]) -> Line:
    for slip in reversed(slips):
        first, start = _place(line, slip.start)
        last, _ = _place(line, slip.end) if slip.end > slip.start else (first, start)
        touched = line[first : last + 1]
        was = " ".join(word.text for word in touched)
        now = was[: slip.start - start] + slip.now + was[slip.end - start :]
        line = [
            *line[:first],
            *([_joined(touched, now.strip(), slip.sure)] if now.strip() else []),
            *line[last + 1 :],
        ]
    return line


def _place(line: Line, at: int) -> tuple[int, int]:
    """The word in which a sign of the line stands, or behind which, and where that word begins."""
    start = 0
    for number, word in enumerate(line):
        if at <= start + len(word.text):
            return number, start
        start += len(word.text) + 1
    return len(line) - 1, start - len(line[-1].text) - 1


def _joined(words: Sequence[Word], now: str, sure: float) -> Word:
    return words[0]._replace(
        text=now,
        left=min(word.left for word in words),
        top=min(word.top for word in words),
        right=max(word.right for word in words),
        bottom=max(word.bottom for word in words),
        sure=min([sure, *(word.sure for word in words if word.was is not None)]),
        was=" ".join(word.was or word.text for word in words),
    )
