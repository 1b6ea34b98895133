"""The degrees of secrecy, as they are stamped."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

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


_FAINT = re.compile(r"([TF]UYE+[TIL1])?([TF]O+[IL1T])?M+A+[TIL1]")
_D = str.maketrans("Đ0", "DO")


def faint_degree_of(text: str) -> str | None:
    """The same of words recognised on a picture, where marks go astray first and strokes come double.

    >>> faint_degree_of("| TÔI MẠT |")
    'TỐI MẬT'
    """
    if "M" not in text or len(text) > _LONGEST:
        return None
    parts = normalize("NFD", _MARKS.sub("", text)).translate(_D)
    found = _FAINT.fullmatch("".join(sign for sign in parts if not combining(sign)))
    if found is None:
        return None
    return "TUYỆT MẬT" if found[1] else "TỐI MẬT" if found[2] else "MẬT"
