"""What holds for the words that follow, until the group that they stand in ends."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.files.rtf.story import Story

_NUMBERS = {
    b"f": "font",
    b"s": "style",
    b"uc": "fallback",
    b"itap": "depth",
    b"ls": "listed",
    b"ilvl": "level",
}
_SWITCHES = {b"b": "bold", b"v": "hidden", b"deleted": "deleted", b"mvf": "deleted"}
WORDS = (*_NUMBERS, *_SWITCHES, b"intbl", b"plain", b"pard")


@dataclass(slots=True)
class State:
    """``font``, ``bold``, ``listed`` (the list) and ``level`` are None where the style decides.

    ``depth``: in how many tables, one in another, the words stand. ``fallback``: so many signs behind a letter's
    number are for readers that know no Unicode.
    """

    story: Story
    font: int | None = None
    bold: bool | None = None
    hidden: bool = False
    deleted: bool = False
    fallback: int = 1
    style: int = 0
    depth: int = 0
    listed: int | None = None
    level: int | None = None

    def apply(self, word: bytes, number: int) -> None:
        """What one of the :data:`WORDS` says of the words that follow."""
        if word in _NUMBERS:
            setattr(self, _NUMBERS[word], max(number, 0))
        elif word in _SWITCHES:
            setattr(self, _SWITCHES[word], number != 0)
        elif word == b"intbl":
            self.depth = max(self.depth, 1)
        elif word == b"plain":
            self.font = self.bold = None
            self.hidden = self.deleted = False
        else:
            self.style = self.depth = 0
            self.listed = self.level = None

    def copy(self) -> State:
        """The same, for a group within this one."""
        return State(
            self.story, self.font, self.bold, self.hidden, self.deleted,
            self.fallback, self.style, self.depth, self.listed, self.level,
        )  # fmt: skip

    @property
    def is_silent(self) -> bool:
        """Whether the words are not shown."""
        return self.hidden or self.deleted
