"""Plain and marked-down text: decoded, one paragraph for each raw line."""

from __future__ import annotations

import codecs
import re

from vanban.errors import TooLarge
from vanban.files.amount import LETTERS, MAX_LETTERS, MAX_PARAGRAPHS, PARAGRAPHS
from vanban.files.blocks import Content, Paragraph
from vanban.files.composing import composed
from vanban.files.oldcodes import PAGES, as_windows, decoded
from vanban.files.oldwords import encodings_in
from vanban.syllables import validity

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)

_CHARSETS = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "ascii", "ascii": "ascii", "iso-8859-1": "cp1252",
    "latin1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252", "windows-1258": "cp1258", "cp1258": "cp1258",
    "x-cp1258": "cp1258", "utf-16": "utf-16", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
}  # fmt: skip
"""What a page may say it is written in: those that a child process has in memory. Others may take for ever."""
_TORN, _RARE = "\ufffd", 8
_MARKED = re.compile(r"[^\x00-\x7f\ufffd]+")


def decode(data: bytes) -> str:
    """The text in NFC, without signs that are no text."""
    return composed(_CONTROL.sub("", _decoded(data)))


def _decoded(data: bytes) -> str:
    """By a mark of order, as UTF-8, by a declared charset, by what makes words of its bytes.

    A text in UTF-8 of which few signs are torn is one, too: it was cut, or damaged in places.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, errors="replace")
    if data.startswith((b"<\x00", b"\x00<")):
        return data.decode("utf-16-le" if data[0] else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        torn = data.decode("utf-8", errors="replace")
    if torn.count(_TORN) * _RARE < sum(map(len, _MARKED.findall(torn))):
        return torn.rstrip(_TORN)
    said = _CHARSET.search(data[:4096])
    try:
        return data.decode(_CHARSETS[said[1].decode("ascii").lower()] if said else "")
    except (LookupError, UnicodeError):
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
    text = decode(data)
    if len(text) > MAX_LETTERS:
        raise TooLarge(LETTERS)
    lines = text.splitlines()
    if len(lines) > MAX_PARAGRAPHS:
        raise TooLarge(PARAGRAPHS)
    return Content(kind="text", blocks=tuple(map(Paragraph, lines)), wrapped=True)
