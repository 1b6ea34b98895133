"""The degrees of secrecy, as they are stamped."""

from __future__ import annotations

import re
from unicodedata import normalize

_DEGREE = re.compile(r"(?:TUYỆT|TỐI)?MẬT")
_MARKS = re.compile(r"[\W_]+")
_LONGEST = 40


def degree_of(text: str) -> str | None:
    """The degree, where a line or box holds nothing else: "MẬT", "TỐIMẬT", "TUYỆTMẬT"; blanks and signs do not count.

    >>> degree_of("- T Ố I  M Ậ T -")
    'TỐIMẬT'
    """
    if "M" not in text or len(text) > _LONGEST:
        return None
    bare = _MARKS.sub("", normalize("NFC", text))
    return bare if _DEGREE.fullmatch(bare) else None
