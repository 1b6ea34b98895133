"""How the levels of an RTF file's lists are told."""

from __future__ import annotations

import re

from vanban.files.counting import Level
from vanban.files.rtf.font import ANY
from vanban.files.rtf.tokens import Tokens

_FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero",
    23: "bullet", 255: "none",
}  # fmt: skip
_LENGTH = re.compile(rb"^\s*\\'[0-9A-Fa-f]{2}")
_PLACE = re.compile(rb"\\'0([0-8])")


def note(level: Level, *, word: bytes, number: int) -> None:
    """Take up what a word says of a level."""
    if word in (b"levelnfc", b"levelnfcn"):
        level.form = _FORMS.get(number, "decimal")
    elif word == b"levelstartat":
        level.start = number
    elif word == b"levellegal":
        level.legal = number == 1
    elif word == b"levelnorestart" and number:
        level.restart = 0


def text_of(tokens: Tokens) -> str:
    """The pattern of a level: a byte of its length, and the bytes 0 to 8 where the counts stand."""
    raw = b"".join(stretch for stretch, *_ in tokens.group() if stretch)
    places = _PLACE.sub(lambda at: b"%%%d" % (int(at[1]) + 1), _LENGTH.sub(b"", raw))
    return ANY.words(places, fallback=1).rpartition(";")[0][:100]
