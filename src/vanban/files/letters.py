"""The letters of a PDF page with their places."""

from __future__ import annotations

from ctypes import byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

TORN = "\ufffe"
"""What stands in a page's text for a hyphen at the end of a line, with the next line right behind it."""
_HYPHEN = 2  # the same sign, asked for by its place
_BLANK = 32
_HYPHENS = (TORN, "\u00ad")
_LONGEST = 128  # bytes of the name of a font
_LEADING = 1.15  # a letter's box is that much higher than its size


@dataclass(slots=True)
class Letter:
    """A letter with its place: left, right (with its advance), base line, size, all in points; ``first``
    where the file sets a blank before it; the name of its font where it was asked for."""

    text: str
    left: float
    right: float
    base: float
    size: float
    first: bool = False
    font: str = ""


def letters_of(
    words: Any, *, start: int = 0, end: int | None = None, blanks: bool = True, fonts: bool = False
) -> list[Letter]:
    """The letters from ``start`` to ``end`` of a text page.

    Gaps show where words end. ``blanks`` keeps the blanks that the file itself sets, which shows it better
    where a line is squeezed; those of a file that sets them in place of letters must be left out.
    With ``fonts`` the letters know their fonts, hyphens that may be letters in one of them are kept as such,
    and words end where PDFium sees it, which it does well where letters and their marks are not apart.
    """
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    at_box, at_x, at_y = byref(box), byref(x), byref(y)
    name, at_flags = create_string_buffer(_LONGEST), byref(c_int())
    letters: list[Letter] = []
    blank = False
    for index in range(start, raw.FPDFText_CountChars(words) if end is None else end):
        code = raw.FPDFText_GetUnicode(words, index)
        sign = chr(code) if code != _HYPHEN else TORN if fonts else "-"
        if code <= _BLANK and code != _HYPHEN or not sign.isprintable() and not (fonts and sign in _HYPHENS):
            blank = blanks and (
                blank or code == _BLANK and (fonts or not raw.FPDFText_IsGenerated(words, index))
            )
            continue
        raw.FPDFText_GetLooseCharBox(words, index, at_box)
        raw.FPDFText_GetCharOrigin(words, index, at_x, at_y)
        size = (box.top - box.bottom) / _LEADING
        letter = Letter(sign, box.left, box.right, y.value, size if size > 1 else 12.0, blank)
        if fonts:
            raw.FPDFText_GetFontInfo(words, index, name, _LONGEST, at_flags)
            letter.font = name.value.decode("utf-8", "replace")
        letters.append(letter)
        blank = False
    return letters
