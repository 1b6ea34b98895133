"""From a file to blocks: its kind judged, its container guarded, its parser kept in a child process."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.errors import BrokenFile, NoWords, TooLarge
from vanban.files import oldfonts
from vanban.files.amount import refuse_too_much
from vanban.files.blocks import Content, changed, text_of, texts_of
from vanban.files.composing import composed
from vanban.files.tabbed import tabled

if TYPE_CHECKING:
    from vanban.files.scan import Keep

__all__ = ["load", "parse"]

_SOFT_HYPHEN = "\u00ad"
"""Where a word may be parted; it is not seen, but in TCVN3 it is the letter ư."""
_WORD = re.compile(r"\w")


def load(
    source: Path | bytes, *, name: str | None = None, keep: Keep | None = None, pages: int = 0
) -> Content:
    """The blocks of a file. Raises a :class:`vanban.errors.Refused`, or ``OSError`` where it cannot be opened.

    ``keep`` keeps the pages of a scan as they are recognised; ``pages``, where not 0, is how many of them are
    recognised at most.
    """
    from vanban.files import guard, kinds

    name = source.name if isinstance(source, Path) and name is None else name
    data = _bytes_of(source, guard.MAX_FILE + 1) if isinstance(source, Path) else source
    if len(data) > guard.MAX_FILE:
        raise TooLarge
    kind = kinds.kind_of(data)
    guard.check(data, kind=kind)
    content = parse(data, kind=kind) if kind == "text" else _apart(data, kind)
    if content.pictured:
        from vanban.files.scan import read_scan

        content = read_scan(data, kind=kind, keep=keep, pages=pages)
    _refuse_wordless(content)
    if name and kinds.is_named_otherwise(kind, name=name):
        content = replace(content, remarks=(*content.remarks, "wrong-extension"))
    return content


def _bytes_of(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except ValueError as error:  # a NUL in its name
        raise FileNotFoundError(errno.ENOENT, "No such file", str(path)) from error


def _refuse_wordless(content: Content) -> None:
    if any(_WORD.search(text) for block in content.blocks for text in texts_of(block)):
        return
    if content.sheets and all(sheet.unread for sheet in content.sheets):
        raise BrokenFile
    raise NoWords


def _apart(data: bytes, kind: str) -> Content:
    if kind == "image":
        return Content(kind=kind, blocks=(), pictured=True)
    from vanban.files.pool import parse_apart

    return parse_apart(data, kind=kind)


def parse(data: bytes, *, kind: str) -> Content:
    """Parse in this process, words in NFC. Only the child process calls it for what is not plain text."""
    content = _parsed(data, kind)
    refuse_too_much(content.blocks)
    words = text_of(content.blocks)
    if oldfonts.is_doubtful(words):
        content = oldfonts.mended(content)
    content = tabled(content)
    if _SOFT_HYPHEN not in words and composed(words) == words:
        return content
    return replace(content, blocks=tuple(changed(block, change=_cleaned) for block in content.blocks))


def _cleaned(text: str) -> str:
    return composed(text).replace(_SOFT_HYPHEN, "")


def _parsed(data: bytes, kind: str) -> Content:
    """By the module that is named like the kind."""
    module = import_module(f"vanban.files.{'plain' if kind == 'text' else kind}")
    reader: Callable[[bytes], Content] = getattr(module, f"read_{'plain' if kind == 'text' else kind}")
    return reader(data)
