"""The fonts of the file by their numbers."""

from __future__ import annotations

from vanban.files.doc.header import FONTS, Header

_NAME, _OLD_NAME = 40, 6
_MOST = 0x7FFF
_SYMBOLS = ("symbol", "wingdings", "webdings", "zapfdingbats")


def fonts_of(header: Header) -> list[str]:
    """Their names."""
    table = header.part(FONTS)
    names: list[str] = []
    at = 2 if header.old else 4
    while at < len(table) and len(names) < _MOST:
        size = table.number("B", at) + 1
        entry = table.bytes(at, min(size, len(table) - at))
        if header.old:
            name = entry[_OLD_NAME:].split(b"\x00")[0].decode("latin-1")
        else:
            name = entry[_NAME:].decode("utf-16-le", "replace").split("\x00")[0]
        names.append(name)
        at += size
    return names


def is_symbolic(font: str) -> bool:
    """Whether a font holds signs in place of letters."""
    return font.lower().startswith(_SYMBOLS)
