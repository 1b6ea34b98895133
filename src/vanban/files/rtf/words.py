"""What the control words of RTF do. A word that is not here says nothing about the text.

Source: Microsoft, Rich Text Format (RTF) Specification, version 1.9.1 (2008); and what Word and LibreOffice write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.files.rtf import ends, fields, preamble, state
from vanban.files.rtf.action import Action

if TYPE_CHECKING:
    from vanban.files.rtf.reader import Reader

SIGNS = {b"~": "\u00a0", b"_": "-", b"-": "\u00ad", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}
"""The soft hyphen is a letter in fonts from before Unicode, and LibreOffice writes that letter so."""
_SAID = {
    b"tab": "\t", b"line": "\n", b"lbr": "\n", b"page": "\n", b"column": "\n", b"emdash": "—", b"endash": "–",
    b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"emspace": " ",
    b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_SKIPPED = (
    b"colortbl", b"info", b"pict", b"nonshppict", b"object", b"shprslt", b"sp", b"nonesttables", b"filetbl",
    b"upr", b"annotation", b"comment", b"xe", b"tc", b"tcn", b"rxe", b"txe", b"ftnsep", b"ftnsepc", b"ftncn",
    b"aftnsep", b"aftnsepc", b"aftncn", b"pn",
)  # fmt: skip
_STORIES = {
    b"footnote": "note", b"shptxt": "box", b"dptxbxtext": "box", b"listtext": "label", b"pntext": "label",
    b"header": "margin", b"headerl": "margin", b"headerr": "margin", b"headerf": "margin",
    b"footer": "margin", b"footerl": "margin", b"footerr": "margin", b"footerf": "margin",
}  # fmt: skip


def _skip(reader: Reader, _: int) -> None:
    reader.skip()


def _go_on(reader: Reader, _: int) -> None:
    """What stands in the group is text like that around it."""


def _putting(text: str) -> Action:
    return lambda reader, _: reader.put(text)


def _beginning(kind: str) -> Action:
    return lambda reader, _: reader.begin(kind)


def _applying(word: bytes) -> Action:
    return lambda reader, number: reader.state.apply(word, number)


DESTINATIONS: dict[bytes, Action] = {
    **dict.fromkeys(_SKIPPED, _skip),
    **{word: _beginning(kind) for word, kind in _STORIES.items()},
    **preamble.DESTINATIONS,
    **ends.DESTINATIONS,
    **fields.DESTINATIONS,
    b"shpinst": _go_on,
    b"do": _go_on,
}
"""The words that say what their group is for."""

ACTIONS: dict[bytes, Action] = {
    **DESTINATIONS,
    **{word: _putting(text) for word, text in _SAID.items()},
    **{word: _applying(word) for word in state.WORDS},
    **preamble.ACTIONS,
    **ends.ACTIONS,
    **fields.ACTIONS,
}
