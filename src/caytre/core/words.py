"""Vietnamese words made comparable: without marks for searching, as a key for sorting."""

from __future__ import annotations

import unicodedata

_FOLDED = {ord("đ"): "d", ord("Đ"): "d"}
_LETTERS = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(0x21 + place) for place, letter in enumerate(_LETTERS)}
# Tones in the order of dictionaries: none, grave, hook, tilde, acute, dot below.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
# Vietnamese letters that are composed with a mark that is no tone.
_SHAPES = {"\u0306", "\u0302", "\u031b"}


def exact(text: str) -> str:
    """The text in lower case, composed."""
    return unicodedata.normalize("NFC", text).lower()


def folded(text: str) -> str:
    """The text in lower case without any mark: "ĐỐI NGOẠI" and "doi ngoai" are the same."""
    plain = unicodedata.normalize("NFD", text.translate(_FOLDED))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


def sort_key(text: str) -> str:
    """A key that sorts as a Vietnamese dictionary does: letters first (đ after d), then tones."""
    letters: list[str] = []
    tones: list[str] = []
    base = ""
    for mark in unicodedata.normalize("NFD", text.lower()) + " ":
        if mark in _TONES:
            tones[-1:] = [_TONES[mark]]
        elif mark in _SHAPES and base:
            base = unicodedata.normalize("NFC", base + mark)
        elif not unicodedata.combining(mark):
            if base:
                letters.append(_RANK.get(base, " "))
            base = mark
            tones.append("0")
    return "".join(letters) + "\x01" + "".join(tones).rstrip("0")


def name_key(name: str) -> str:
    """A key that sorts names of people as lists in offices do: by the last word, the given name, then by the whole.

    >>> sorted(["Trần Văn Bình", "Vũ Thị An", "Lò Văn An"], key=name_key)
    ['Lò Văn An', 'Vũ Thị An', 'Trần Văn Bình']
    """
    words = name.split()
    return sort_key(" ".join([*words[-1:], *words]))
