"""The lists of an RTF file whose writer did not say which number stands before which paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

from vanban.files.counting import Counts, Level
from vanban.files.rtf.fonts import Font
from vanban.files.rtf.tokens import Tokens

_FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero",
    23: "bullet", 255: "none",
}  # fmt: skip
_LENGTH = re.compile(rb"^\s*\\'[0-9A-Fa-f]{2}")
_PLACE = re.compile(rb"\\'0([0-8])")
_ANY = Font("")
_LEVELS = 9


class Lists:
    """The lists by the number that paragraphs call them by, and how far they have counted."""

    def __init__(self) -> None:
        self.patterns: dict[int, dict[int, Level]] = {}
        self.named: dict[int, tuple[str, dict[int, Level]]] = {}
        self.counts = Counts()

    def label(self, number: int, *, level: int) -> str:
        """What stands before the next paragraph of a list; "" where there is no such list."""
        name, levels = self.named.get(number, ("", {}))
        return self.counts.label(name, levels=levels, level=level) if level in levels else ""

    def read_patterns(self, tokens: Tokens) -> None:
        """The table of lists, up to its end."""
        levels: dict[int, Level] = {}
        for _, word, value, _, _ in tokens.group():
            number = int(value or 0)
            if word == b"list":
                levels = {}
            elif word == b"listid":
                self.patterns[number] = levels
            elif word == b"listlevel" and len(levels) < _LEVELS:
                levels[len(levels)] = Level()
            elif word == b"leveltext" and levels:
                levels[len(levels) - 1].text = _text(tokens)
            elif word and levels:
                _note(levels[len(levels) - 1], word, number)

    def read_names(self, tokens: Tokens) -> None:
        """The table of what paragraphs call the lists, with numbers that they start at instead of their own."""
        pattern = 0
        starts: list[int] = []
        for _, word, value, _, _ in tokens.group():
            number = int(value or 0)
            if word == b"listoverride":
                starts = []
            elif word == b"listid":
                pattern = number
            elif word == b"lfolevel":
                starts.append(0)
            elif word == b"levelstartat" and starts:
                starts[-1] = number
            elif word == b"ls":
                levels = dict(self.patterns.get(pattern, {}))
                for at, start in enumerate(starts[:_LEVELS]):
                    levels[at] = replace(levels.get(at, Level()), start=start or 1)
                self.named[number] = (f"{pattern}:{number}" if starts else str(pattern), levels)


def _note(level: Level, word: bytes, number: int) -> None:
    if word in (b"levelnfc", b"levelnfcn"):
        level.form = _FORMS.get(number, "decimal")
    elif word == b"levelstartat":
        level.start = number
    elif word == b"levellegal":
        level.legal = number == 1
    elif word == b"levelnorestart" and number:
        level.restart = 0


def _text(tokens: Tokens) -> str:
    """The pattern of a level: a byte of its length, and the bytes 0 to 8 where the counts stand."""
    raw = b"".join(stretch for stretch, *_ in tokens.group() if stretch)
    places = _PLACE.sub(lambda at: b"%%%d" % (int(at[1]) + 1), _LENGTH.sub(b"", raw))
    return _ANY.words(places, fallback=1).rpartition(";")[0][:100]
