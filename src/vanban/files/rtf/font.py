"""What a stretch of an RTF file says in one of its fonts."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from string import hexdigits

from vanban.files.oldfonts import encoding_of
from vanban.files.rtf.pages import SIGNS, WESTERN, letters, page_of

_BYTE = {f"{a}{b}".encode(): bytes([int(f"{a}{b}", 16)]) for a in hexdigits for b in hexdigits}
_BYTE |= {said: b"" for said, byte in _BYTE.items() if byte < b" " and byte != b"\t" or byte == b"\x7f"}
_CONTROLS = bytes(byte for byte in range(32) if byte != 9) + b"\x7f"
_OF_SIGNS = re.compile(r"(?:Symbol|Wingdings|Webdings|Marlett|Monotype Sorts|MT Extra|ZapfDingbats)\b")
_HALF = re.compile("[\ud800-\udfff]")
_MOST_FALLBACK = 20


class Font:
    """A font: ``old`` where its letters are those of an encoding from before Unicode."""

    def __init__(self, name: str, *, charset: int = 0, page: int = WESTERN) -> None:
        self.name = name
        self.charset = charset
        self.other_page = page

    @cached_property
    def old(self) -> bool:
        return encoding_of(self.name) is not None

    @cached_property
    def page(self) -> int:
        """The code page of its bytes. Old fonts lie about their charset: theirs are read as western."""
        if self.old:
            return WESTERN
        if _OF_SIGNS.match(self.name):
            return SIGNS
        return page_of(self.charset, otherwise=self.other_page)

    def words(self, stretch: bytes, *, fallback: int) -> str:
        """What a stretch says. Behind a letter's number stand so many signs for readers that know no Unicode."""
        raw = stretch.translate(None, _CONTROLS)
        if b"\\" not in raw:
            return letters(raw, page=self.page)
        if b"\\u" not in raw:
            return letters(_plain(raw), page=self.page)
        parts = _numbered(min(fallback, _MOST_FALLBACK)).split(raw)
        text = "".join(
            self.letter(int(part)) if at % 2 else letters(_plain(part), page=self.page)
            for at, part in enumerate(parts)
        )
        if _HALF.search(text):  # letters beyond the first 65,536 are written as two halves
            return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
        return text

    def letter(self, code: int) -> str:
        """The letter of a number as Word writes it: those over 32,767 are negative."""
        code += 65_536 if code < 0 else 0
        if self.old and 0xF020 <= code <= 0xF0FF:
            return letters(bytes([code & 0xFF]), page=self.page)
        if not 32 <= code < 0x110000 and code != 9 or code in (0x7F, 0xFFFE, 0xFFFF):
            return ""
        return chr(code)


ANY = Font("")
"""A font of which nothing is known."""


def _plain(raw: bytes) -> bytes:
    """The bytes, those that are written as numbers included."""
    first, *rest = raw.split(b"\\'")
    return first + b"".join([_BYTE[part[:2]] + part[2:] for part in rest])


@lru_cache(maxsize=_MOST_FALLBACK + 1)
def _numbered(fallback: int) -> re.Pattern[bytes]:
    return re.compile(rb"\\u(-?\d{1,6}) ?(?:\\'[0-9A-Fa-f]{2}|[^\\]){0,%d}" % fallback)
