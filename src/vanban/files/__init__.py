"""From a file to blocks: its kind judged, its container guarded, its parser kept in a child process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

from vanban.errors import TooLarge
from vanban.files import oldfonts
from vanban.files.blocks import Content, changed, text_of
from vanban.files.tabbed import tabled

if TYPE_CHECKING:
    from vanban.files.scan import Keep

__all__ = ["load", "parse"]

_SOFT_HYPHEN = "\u00ad"
"""Where a word may be parted; it is not seen, but in TCVN3 it is the letter ư."""


def load(
    source: Path | bytes, *, name: str | None = None, keep: Keep | None = None, pages: int = 0
) -> Content:
    """The blocks of a file. Raises a :class:`vanban.errors.Refused`, or ``OSError`` where it cannot be opened.

    ``keep`` keeps the pages of a scan as they are recognised; ``pages``, where not 0, is how many of them are
    recognised at most.
    """
    from vanban.files import guard, kinds

    if isinstance(source, Path):
        name = source.name if name is None else name
        with source.open("rb") as file:
            data = file.read(guard.MAX_FILE + 1)
    else:
        data = source
    if len(data) > guard.MAX_FILE:
        raise TooLarge
    kind = kinds.kind_of(data)
    guard.check(data, kind=kind)
    content = parse(data, kind=kind) if kind == "text" else _apart(data, kind)
    if content.pictured:
        from vanban.files.scan import read_scan

        content = read_scan(data, kind=kind, keep=keep, pages=pages)
    if name and kinds.is_named_otherwise(kind, name=name):
        content = replace(content, remarks=(*content.remarks, "wrong-extension"))
    return content


def _apart(data: bytes, kind: str) -> Content:
    if kind == "image":
        return Content(kind=kind, blocks=(), pictured=True)
    from vanban.files.pool import parse_apart

    return parse_apart(data, kind=kind)


def parse(data: bytes, *, kind: str) -> Content:
    """Parse in this process, words in NFC. Only the child process calls it for what is not plain text."""
    content = _parsed(data, kind)
    words = text_of(content.blocks)
    if oldfonts.is_doubtful(words):
        content = oldfonts.mended(content)
    content = tabled(content)
    if _SOFT_HYPHEN not in words and is_normalized("NFC", words):
        return content
    return replace(content, blocks=tuple(changed(block, change=_cleaned) for block in content.blocks))


def _cleaned(text: str) -> str:
    return normalize("NFC", text).replace(_SOFT_HYPHEN, "")


def _parsed(data: bytes, kind: str) -> Content:
    """By the module that is named like the kind."""
    module = import_module(f"vanban.files.{'plain' if kind == 'text' else kind}")
    reader: Callable[[bytes], Content] = getattr(module, f"read_{'plain' if kind == 'text' else kind}")
    return reader(data)
