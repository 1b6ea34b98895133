"""What is no word of a page: left by signatures, stamps and dirt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from unicodedata import combining, normalize

from vanban.files.scan.acts import is_symbol
from vanban.files.scan.leaf import Box
from vanban.files.scan.seen import Line, Word, sure_of
from vanban.syllables import syllables

_SURE, _FAINT, _UNSURE, _LOST, _NONE = 0.8, 0.45, 0.5, 0.3, 0.15
_SHORT = 6  # capitals that are fewer are an abbreviation rather than dirt
_BULLETS = ("-", "+")
_FLAT = 3.5  # points: letters are higher
_WORD = re.compile(r"[^\W\d_]{2,}")
_SAYS = re.compile(r"\d|^[IVX]+[.,;]?$|^\([^()]+\)[.,;]?$|^[a-zđ][.)]$")
_STRAY = re.compile(r".*[.):;] [-–—]")
_ARRIVED = re.compile(r"[ĐD][EÊẾỀỂ]N\b|Chuy[eêểề]n\b")
_FOOT = re.compile(r"N\w{0,2}i nh\w{1,2}n\b")
_APART = 15.0
_AUTHORITY = re.compile(r"(?:T/?M|K/?T|T/?L|TUQ|Q|PP|P?GS|TS|Th\.?S)\.?(?:TS\.?)?|\(.+|.+\)")


def without_noise(lines: Iterable[Line], *, boxes: Iterable[Box], width: float) -> Iterator[Line]:
    """The lines of a page without noise; ``boxes`` are ruled boxes that may be stamps of arrival."""
    lines = _without_arrival(list(lines), boxes)
    signed = False
    for line in lines:
        line = [word for word in line if not _is_lost(word)]
        signed = signed or _FOOT.match(" ".join(word.text for word in line)) is not None
        if signed:
            line = list(_of_foot(line, width / 2))
        while line and (_is_noise(line[-1]) or _is_stray(line)):
            line = line[:-1]
        while line and _is_noise(line[0]) and line[0].text not in _BULLETS:
            line = line[1:]
        if line and (sure_of(line) >= _FAINT or any(map(_is_plain, line))):
            yield line


def _without_arrival(lines: list[Line], boxes: Iterable[Box]) -> list[Line]:
    """Without the stamp by which an office numbers what comes in: a small box that says "ĐẾN"."""
    for box in boxes:
        if any(_ARRIVED.search(word.text) for line in lines for word in line if _is_in(word, box)):
            lines = [[word for word in line if not _is_in(word, box)] for line in lines]
    return lines


def _is_in(word: Word, box: Box) -> bool:
    left, top, right, bottom = box
    return left <= (word.left + word.right) / 2 <= right and top <= (word.top + word.bottom) / 2 <= bottom


def _is_noise(word: Word) -> bool:
    """Unsure, and neither a word nor a figure, a numeral, a bracket or a part of the number of an act."""
    text = word.text
    short = text.isupper() and len(text.strip(".,;:")) < _SHORT
    if word.sure >= (_UNSURE if not _WORD.search(text) else _NONE if short else _LOST):
        return False
    return not (_SAYS.search(text) or _has_syllable(text) or is_symbol(text))


def _is_stray(line: Line) -> bool:
    """A dash that nothing follows, behind the end of a sentence."""
    return len(line) > 1 and _STRAY.fullmatch(f"{line[-2].text} {line[-1].text}") is not None


def _is_plain(word: Word) -> bool:
    return word.sure >= _SURE and _has_syllable(word.text)


def _is_lost(word: Word) -> bool:
    """Too flat for letters, or a sign or two that nothing speaks for."""
    if any(sign.isalnum() for sign in word.text):
        low = word.bottom - word.top < _FLAT
        return low or word.sure < _LOST and len(word.text) < 3 and _is_noise(word)
    return False


def _has_syllable(text: str) -> bool:
    """Whether something in it could be a syllable, had its marks been read rightly."""
    return any(_bare(part) in _bare_syllables() for part in _WORD.findall(text))


@cache
def _bare_syllables() -> frozenset[str]:
    return frozenset(map(_bare, syllables()))


def _bare(word: str) -> str:
    """Small letters without marks."""
    parts = normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(sign for sign in parts if not combining(sign))


def _of_foot(line: Line, middle: float) -> Iterator[Word]:
    """Recipients, and beside them only what a signature block can hold: marks and words with capitals.

    A word behind something that was left out is not sure: that may have been a part of a name.
    """
    beside = left_out = False
    edge = 0.8 * middle - _APART  # a line that begins far to the right stands beside none
    for word in line:
        beside = beside or word.left - edge > _APART
        edge = word.right
        if not beside or _may_sign(word):
            yield word._replace(sure=min(word.sure, _UNSURE)) if left_out else word
            left_out = False
        else:
            left_out = _WORD.search(word.text) is not None


def _may_sign(word: Word) -> bool:
    if word.sure < _LOST:
        return False
    capital = word.text[:1].isupper() and len(word.text) > 1
    return capital and _has_syllable(word.text) or _AUTHORITY.fullmatch(word.text) is not None
