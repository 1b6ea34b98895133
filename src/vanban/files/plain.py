"""Plain and marked-down text: decoded, one paragraph for each raw line."""

from __future__ import annotations

import codecs
import re
import unicodedata

from vanban.files.blocks import Content, Paragraph
from vanban.files.oldcodes import PAGES, as_windows, decoded
from vanban.files.oldwords import encodings_in
from vanban.syllables import validity

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def decode(data: bytes) -> str:
    """The text in NFC, without signs that are no text."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", _decoded(data)))


def _decoded(data: bytes) -> str:
    """By a mark of order, as UTF-8, by a declared charset, by what makes words of its bytes."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, errors="replace")
    if data.startswith((b"<\x00", b"\x00<")):
        return data.decode("utf-16-le" if data[0] else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    said = _CHARSET.search(data[:4096])
    try:
        return data.decode(said[1].decode("ascii") if said else "")
    except (LookupError, UnicodeError, ValueError):
        return _of_bytes(data)


def _of_bytes(data: bytes) -> str:
    """Bytes of a code page that nothing names. TCVN3 and VNI are no code pages: their signs are kept."""
    western = as_windows(data)
    encodings = encodings_in(western)
    if len(encodings) == 1 and encodings[0] in PAGES:
        return decoded(data, encoding=encodings[0])
    vietnamese = decoded(data, encoding="cp1258")
    return vietnamese if not encodings and validity(vietnamese) > validity(western) else western


def read_plain(data: bytes) -> Content:
    """Every raw line a paragraph; the layout joins what wrapping cut."""
    return Content(
        kind="text", blocks=tuple(Paragraph(line) for line in decode(data).splitlines()), wrapped=True
    )
