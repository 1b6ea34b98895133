"""Fields: what they do is left out, what they show is text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vanban.files.rtf.action import Action
from vanban.files.rtf.font import ANY, Font

if TYPE_CHECKING:
    from vanban.files.rtf.reader import Reader

_SYMBOL = re.compile(r'\s*SYMBOL\s+(\d{1,5})\b(?:.*?\\f\s*"?([^"\\]+))?', re.IGNORECASE | re.DOTALL)


def _begin(reader: Reader, _: int) -> None:
    reader.is_said = False


def _instruct(reader: Reader, _: int) -> None:
    """What a field does. Only one that is a sign of some font says something."""
    text = "".join(
        ANY.words(stretch, fallback=1) if stretch else "\\"
        for stretch, _, _, _, sign in reader.tokens.group()
        if stretch or sign == b"\\"
    )
    reader.leave()
    if found := _SYMBOL.match(text):
        font = Font(found[2].strip()) if found[2] else reader.font()
        reader.put(font.words(bytes([int(found[1]) & 0xFF]), fallback=1), font=font)
        reader.is_said = True


def _show(reader: Reader, _: int) -> None:
    if reader.is_said:
        reader.skip()


DESTINATIONS: dict[bytes, Action] = {b"fldinst": _instruct, b"fldrslt": _show}
ACTIONS: dict[bytes, Action] = {b"field": _begin}
