"""Fields: what they show is read, how they are made is not."""

from __future__ import annotations

import re

BLANK = "\x00"
_FIRST, _SHOWN, _LAST = "\x13", "\x14", "\x15"
_SIGNS = re.compile("[\x13\x14\x15]")


def without_instructions(text: str) -> str:
    """The text, as long as before: blanks of no width stand for the instructions. A field without an end is left."""
    if _FIRST not in text:
        return text
    parts: list[str] = []
    done = 0
    for start, end in _instructions(text):
        if start >= done:
            parts += (text[done:start], BLANK * (end - start))
            done = end
    return "".join(parts) + text[done:]


def _instructions(text: str) -> list[tuple[int, int]]:
    """From and to of each, the outer before the inner."""
    found: list[tuple[int, int]] = []
    open_fields: list[list[int]] = []
    for sign in _SIGNS.finditer(text):
        if sign[0] == _FIRST:
            open_fields.append([sign.start()])
        elif open_fields and sign[0] == _SHOWN:
            open_fields[-1].append(sign.end())
        elif open_fields:
            field = open_fields.pop()
            found.append((field[0], field[1] if len(field) > 1 else sign.end()))
    return sorted(found)
