"""Letters with their marks as single signs (NFC), in a time that grows with the length of the text alone."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

_FAR = 4_000
_TOWER = re.compile(r"[^\w\s\x00-\u02ff\u2000-\u20cf\u2100-\u2bff]{31,}")
"""Signs among which there may be more marks in a row than any letter bears."""
_HIGHEST = 30


def composed(text: str) -> str:
    """The text in NFC. Of more than 30 marks on one letter the others are left out, as Unicode allows (UAX 15, D4):
    to put them in order takes a time that grows with the square of their number."""
    at = 0
    while at + _FAR < len(text):
        after = text.rfind(" ", at + 1, at + _FAR)
        if after < 0:  # a blank ends what has to be put in order
            return normalize("NFC", _TOWER.sub(_lowered, text))
        at = after
    return normalize("NFC", text)


def _lowered(found: re.Match[str]) -> str:
    kept: list[str] = []
    height = 0
    for sign in found[0]:
        height = height + 1 if combining(sign) else 0
        if height <= _HIGHEST:
            kept.append(sign)
    return "".join(kept)
