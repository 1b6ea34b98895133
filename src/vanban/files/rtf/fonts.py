"""The table of an RTF file's fonts."""

from __future__ import annotations

from vanban.files.rtf.font import ANY, Font
from vanban.files.rtf.tokens import Tokens


def read_fonts(tokens: Tokens, *, page: int) -> dict[int, Font]:
    """The font table, up to its end. ``page`` is the code page of fonts that name none of their own."""
    fonts: dict[int, Font] = {}
    said: dict[bytes, int] = {}
    name = ""
    for stretch, word, value, brace, sign in tokens.group():
        if stretch is not None or brace == b"}":
            before, end, _ = (stretch or b";").partition(b";")
            name += ANY.words(before, fallback=1)
            if end and b"f" in said:
                charset = -1 if b"cpg" in said else said.get(b"fcharset", -1)
                fonts[said[b"f"]] = Font(name.strip(), charset=charset, page=said.get(b"cpg", page))
                said, name = {}, ""
        elif word and value:
            said[word] = int(value)
        elif sign == b"*":
            tokens.skip()
    return fonts
