"""What the control words of RTF do. A word that is not here says nothing about the text.

Source: Microsoft, Rich Text Format (RTF) Specification, version 1.9.1 (2008); and what Word and LibreOffice write.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from vanban.files.rtf import state
from vanban.files.rtf.fonts import Font, read_fonts
from vanban.files.rtf.rows import RowForm
from vanban.files.rtf.styles import read_styles

if TYPE_CHECKING:
    from vanban.files.rtf.reader import Reader

Action = Callable[["Reader", int], None]
"""What a word does; its number is 1 where it has none."""

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
    **{
        f"{place}{pages}".encode(): "margin"
        for place in ("header", "footer")
        for pages in ("", "l", "r", "f")
    },
}  # fmt: skip
_PAGES = {b"mac": 10000, b"pc": 437, b"pca": 850}
_SYMBOL = re.compile(r'\s*SYMBOL\s+(\d{1,5})\b(?:.*?\\f\s*"?([^"\\]+))?', re.IGNORECASE | re.DOTALL)
_PLAIN = Font("")


def _end_paragraph(reader: Reader, _: int) -> None:
    """A paragraph whose end was deleted as a tracked change goes on in the next one."""
    if not reader.state.deleted:
        _number(reader)
        reader.state.story.end_paragraph(reader.state.depth)


def _end_cell(reader: Reader, _: int) -> None:
    """Where no table has been told of, it is the end of a paragraph."""
    _number(reader)
    story, depth = reader.state.story, reader.state.depth
    if depth or story.form.edges:
        story.end_cell(1)
    else:
        story.end_paragraph(0)


def _end_inner_cell(reader: Reader, _: int) -> None:
    _number(reader)
    reader.state.story.end_cell(max(reader.state.depth, 2))


def _end_row(reader: Reader, _: int) -> None:
    reader.state.story.end_row(1)


def _end_inner_row(reader: Reader, _: int) -> None:
    """A row of a table within a cell, behind which its form stands."""
    if b"nestrow" in {word for _, word, *_ in reader.tokens.group()}:
        reader.state.story.end_row(max(reader.state.depth, 2))
    reader.leave()


def _begin_row(reader: Reader, _: int) -> None:
    reader.state.story.form = RowForm()


def _set_left(reader: Reader, number: int) -> None:
    reader.state.story.form.left = number


def _add_edge(reader: Reader, number: int) -> None:
    reader.state.story.form.add(number)


def _cover(reader: Reader, _: int) -> None:
    reader.state.story.form.covered = True


def _number(reader: Reader) -> None:
    """The number of a paragraph in a list, where the writer of the file did not say what it shows."""
    if reader.says_numbers or not reader.lists.named:
        return
    here, styles = reader.state, reader.styles
    listed = styles.value(b"ls", style=here.style) if here.listed is None else here.listed
    level = styles.value(b"ilvl", style=here.style) if here.level is None else here.level
    if listed is not None:
        here.story.label = reader.lists.label(listed, level=level or 0)


def _instruct(reader: Reader, _: int) -> None:
    """What a field does. Only one that is a sign of some font says something."""
    text = "".join(
        _PLAIN.words(stretch, fallback=1) if stretch else "\\"
        for stretch, _, _, _, sign in reader.tokens.group()
        if stretch or sign == b"\\"
    )
    reader.leave()
    if found := _SYMBOL.match(text):
        font = Font(found[2].strip()) if found[2] else reader.font()
        reader.put(font.words(bytes([int(found[1]) & 0xFF]), fallback=1), font=font)
        reader.is_said = True


def _begin_field(reader: Reader, _: int) -> None:
    reader.is_said = False


def _begin_result(reader: Reader, _: int) -> None:
    if reader.is_said:
        reader.skip()


def _read_fonts(reader: Reader, _: int) -> None:
    reader.fonts |= read_fonts(reader.tokens, page=reader.page)
    reader.leave()


def _read_styles(reader: Reader, _: int) -> None:
    reader.styles = read_styles(reader.tokens)
    reader.leave()


def _read_lists(reader: Reader, _: int) -> None:
    reader.lists.read_patterns(reader.tokens)
    reader.leave()


def _read_list_names(reader: Reader, _: int) -> None:
    reader.lists.read_names(reader.tokens)
    reader.leave()


def _set_page(reader: Reader, number: int) -> None:
    reader.page = number
    reader.unknown_font = Font("", charset=-1, page=number)


def _set_default_font(reader: Reader, number: int) -> None:
    reader.default_font = number


def _skip(reader: Reader, _: int) -> None:
    reader.skip()


def _go_on(reader: Reader, _: int) -> None:
    pass


def _putting(text: str) -> Action:
    return lambda reader, _: reader.put(text)


def _beginning(kind: str) -> Action:
    return lambda reader, _: reader.begin(kind)


def _applying(word: bytes) -> Action:
    return lambda reader, number: reader.state.apply(word, number)


def _paging(page: int) -> Action:
    return lambda reader, _: _set_page(reader, page)


DESTINATIONS: dict[bytes, Action] = {
    **dict.fromkeys(_SKIPPED, _skip),
    **{word: _beginning(kind) for word, kind in _STORIES.items()},
    b"fonttbl": _read_fonts,
    b"stylesheet": _read_styles,
    b"listtable": _read_lists,
    b"listoverridetable": _read_list_names,
    b"nesttableprops": _end_inner_row,
    b"fldinst": _instruct,
    b"fldrslt": _begin_result,
    b"shpinst": _go_on,
    b"do": _go_on,
}
"""The words that say what their group is for."""

ACTIONS: dict[bytes, Action] = {
    **DESTINATIONS,
    **{word: _putting(text) for word, text in _SAID.items()},
    **{word: _applying(word) for word in state.WORDS},
    **{word: _paging(page) for word, page in _PAGES.items()},
    b"ansicpg": _set_page,
    b"deff": _set_default_font,
    b"field": _begin_field,
    b"par": _end_paragraph,
    b"sect": _end_paragraph,
    b"cell": _end_cell,
    b"nestcell": _end_inner_cell,
    b"row": _end_row,
    b"trowd": _begin_row,
    b"trleft": _set_left,
    b"cellx": _add_edge,
    b"clvmrg": _cover,
    b"clmrg": _cover,
}
