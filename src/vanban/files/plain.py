"""Plain and marked-down text: decoded, one paragraph for each raw line."""

from __future__ import annotations

import codecs
import re
import unicodedata

from vanban.files.blocks import Content, Paragraph

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def decode(data: bytes) -> str:
    """The text in NFC. A mark of order, UTF-8, a declared charset, then the Windows page for Vietnamese."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return unicodedata.normalize("NFC", data.decode(name, errors="replace"))
    try:
        return unicodedata.normalize("NFC", data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    said = _CHARSET.search(data[:4096])
    for name in (said[1].decode("ascii") if said else "", "cp1258"):
        try:
            return unicodedata.normalize("NFC", data.decode(name))
        except (LookupError, UnicodeDecodeError):
            continue
    return unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))


def read_plain(data: bytes) -> Content:
    """Every raw line a paragraph; the layout joins what wrapping cut."""
    return Content(
        kind="text", blocks=tuple(Paragraph(line) for line in decode(data).splitlines()), wrapped=True
    )
