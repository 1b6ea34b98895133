"""The paragraph styles of an RTF file."""

from __future__ import annotations

from dataclasses import dataclass, field

from vanban.files.rtf.tokens import Tokens

_DEEPEST = 12
_NOT_OF_PARAGRAPHS = {b"cs", b"ds", b"ts"}


@dataclass(slots=True)
class Styles:
    """What the styles say of their letters: "f" is the font, "b" whether bold, "ls" and "ilvl" list and level."""

    said: dict[int, dict[bytes, int]] = field(default_factory=dict)

    def value(self, word: bytes, *, style: int) -> int | None:
        """What the style, or the one that it is based on, says of a property."""
        for _ in range(_DEEPEST):
            said = self.said.get(style, {})
            if word in said:
                return said[word]
            base = said.get(b"sbasedon", style)
            if base == style:
                break
            style = base
        return None


def read_styles(tokens: Tokens) -> Styles:
    """The style sheet, up to its end. Styles of letters and of tables are passed over."""
    styles = Styles()
    said: dict[bytes, int] = {}
    sheet = tokens.depth
    for _, word, value, brace, sign in tokens.group():
        if word:
            said[word] = int(value) if value else 1
        elif sign == b"*":
            tokens.skip()
        elif brace == b"{" and tokens.depth == sheet + 1:
            said = {}
        elif brace == b"}" and tokens.depth == sheet and not said.keys() & _NOT_OF_PARAGRAPHS:
            styles.said[said.get(b"s", 0)] = said
    return styles
