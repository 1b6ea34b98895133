"""Code pages: which letter a byte stands for. All are made at import, since later no file can be opened."""

from __future__ import annotations

from codecs import charmap_decode, lookup

WESTERN = 1252
_UNDEFINED = "\ufffe"
_NAMES = {
    437: "cp437", 850: "cp850", 874: "cp874", 10000: "mac_roman",
    **{number: f"cp{number}" for number in range(1250, 1259)},
}  # fmt: skip
_WIDE = {932: "cp932", 936: "gbk", 949: "cp949", 950: "cp950"}
_OF_CHARSET = {
    0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
    178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}  # fmt: skip
"""By the number that a font gives for its set of letters (Rich Text Format 1.9.1, "Font Table")."""


def _table(name: str) -> str:
    """The 256 letters of a page; where it has none, the sign of the byte's own number, as Windows has it."""
    letters = (bytes([byte]).decode(name, errors="replace") for byte in range(256))
    return "".join(chr(byte) if letter == "\ufffd" else letter for byte, letter in enumerate(letters))


_TABLES = {number: _table(name) for number, name in _NAMES.items()}
_TABLES |= {0: "".join(chr(0xF000 + byte) for byte in range(256))}
SIGNS = 0
"""The page of fonts of signs: letters for private use, as Word keeps them."""

for _name in _WIDE.values():
    lookup(_name)


def page_of(charset: int, *, otherwise: int) -> int:
    """The page of a font's charset."""
    return _OF_CHARSET.get(charset, otherwise)


def letters(data: bytes, *, page: int) -> str:
    """The letters that bytes stand for."""
    if data.isascii() and page != SIGNS:
        return data.decode("ascii")
    if page in _WIDE:
        return data.decode(_WIDE[page], errors="replace")
    return charmap_decode(data, "strict", _TABLES.get(page, _TABLES[WESTERN]))[0]
