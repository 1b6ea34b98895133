"""What a file says before its text: its code page, its fonts, styles and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.files.rtf.action import Action
from vanban.files.rtf.font import Font
from vanban.files.rtf.fonts import read_fonts
from vanban.files.rtf.styles import read_styles

if TYPE_CHECKING:
    from vanban.files.rtf.reader import Reader

_PAGES = {b"mac": 10000, b"pc": 437, b"pca": 850}


def _set_page(reader: Reader, number: int) -> None:
    reader.page = number
    reader.unknown_font = Font("", charset=-1, page=number)


def _paging(page: int) -> Action:
    return lambda reader, _: _set_page(reader, page)


def _set_default_font(reader: Reader, number: int) -> None:
    reader.default_font = number


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


DESTINATIONS: dict[bytes, Action] = {
    b"fonttbl": _read_fonts,
    b"stylesheet": _read_styles,
    b"listtable": _read_lists,
    b"listoverridetable": _read_list_names,
}
ACTIONS: dict[bytes, Action] = {
    **{word: _paging(page) for word, page in _PAGES.items()},
    b"ansicpg": _set_page,
    b"deff": _set_default_font,
}
