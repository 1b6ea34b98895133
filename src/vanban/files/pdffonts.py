"""Pages of a PDF typed in old fonts: their letters are turned into Unicode before anything reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vanban.files.letters import TORN, Letter, letters_of
from vanban.files.oldfonts import each_said, encoding_of, font_of, is_doubtful, is_old
from vanban.files.oldwords import encodings_in

_NEAR = 3.0
_COLUMN_GAP = 1.0
_BEFORE_A_VOWEL = re.compile("[A-Za-z]?[b-df-hj-np-tv-xz]{0,2}")
_SOFT_HYPHEN = "\u00ad"


def old_letters(words: Any, *, text: str) -> list[Letter] | None:
    """The letters of a text page, whose text is given, in Unicode; None where no font of it is old.

    Where the fonts have no names that tell, the words themselves do.
    """
    if not is_doubtful(text):
        return None
    letters = letters_of(words, fonts=True)
    if not any(is_old(letter.font) for letter in letters):
        encodings = encodings_in(text)
        font = font_of(encodings[0]) if encodings else ""
        if not font:
            return None
        for letter in letters:
            letter.font = font
    return [letter for line in _lines(letters) for letter in _turned(line)]


def text_of(letters: list[Letter]) -> str:
    """The words of letters, a line each."""
    return "\n".join("".join(map(_spaced, line)) for line in _lines(letters))


def _lines(letters: list[Letter]) -> Iterator[list[Letter]]:
    """Letters that follow each other on one base line."""
    line: list[Letter] = []
    for letter in letters:
        if line and abs(letter.base - line[-1].base) > _NEAR:
            yield line
            line = []
        line.append(letter)
    if line:
        yield line


def _spaced(letter: Letter) -> str:
    return f" {letter.text}" if letter.first else letter.text


def _turned(line: list[Letter]) -> list[Letter]:
    """The letters of a line; a mark that is a letter of its own in the file goes into the one before it."""
    signs = list(map(_spaced, line))
    for at, letter in enumerate(line):
        if letter.text == TORN:
            before = "".join(signs[:at]).rpartition(" ")[2]
            soft = encoding_of(letter.font) == "tcvn3" and before and _BEFORE_A_VOWEL.fullmatch(before)
            signs[at] = signs[at].replace(TORN, _SOFT_HYPHEN if soft else "-")
    said = each_said(zip(signs, (letter.font for letter in line), strict=True))
    made: list[Letter] = []
    for letter, text in zip(line, said, strict=True):
        if made and not letter.first and letter.left - made[-1].right < _COLUMN_GAP * letter.size:
            made[-1].right = letter.left if text else letter.right
        if text.strip():
            letter.text = text.strip()
            made.append(letter)
    return made
