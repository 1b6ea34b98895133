"""The lists of an RTF file whose writer did not say which number stands before which paragraph."""

from __future__ import annotations

from dataclasses import replace

from vanban.files.counting import Counts, Level
from vanban.files.rtf.levels import note, text_of
from vanban.files.rtf.tokens import Tokens

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
                levels[len(levels) - 1].text = text_of(tokens)
            elif word and levels:
                note(levels[len(levels) - 1], word=word, number=number)

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
