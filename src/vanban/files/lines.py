"""From the raw words of a paragraph, as word processors keep them, to lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vanban.files.blocks import Block, Paragraph
from vanban.grammar.markers import starts_item

_BREAK_ENDS = (";", ".", ":", ",", "/")
_RULE = re.compile(r"[-–—_=*~.]{3,}")
_BLANKS = re.compile(r"[ \t\u00a0]+")


def folded(text: str) -> str:
    """The words with single blanks between them."""
    return (
        _BLANKS.sub(" ", text).strip() if "  " in text or "\u00a0" in text or "\t" in text else text.strip()
    )


def lines_of(text: str) -> list[str]:
    """The lines of a paragraph: a typed break counts where the next line begins something of its own."""
    lines: list[list[str]] = []
    for raw in text.split("\n"):
        line = folded(raw) if "\t" not in raw else raw.replace("\u00a0", " ").strip()
        if not line:
            continue
        if lines and not _is_apart(lines[-1][-1], line):
            lines[-1].append(line)
        else:
            lines.append([line])
    return [" ".join(parts) for parts in lines]


def _is_apart(above: str, line: str) -> bool:
    """Whether a line is no part of the one above it: it begins something, that one has ended, one of them is a rule."""
    return (
        starts_item(line)
        or above.endswith(_BREAK_ENDS)
        or line[:1].isupper()
        or _RULE.fullmatch(line) is not None
        or _RULE.fullmatch(above) is not None
    )


def words_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Blocks where only paragraphs can stand: a table within a cell gives a paragraph a row."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (" ".join(text for cell in row for text in cell) for row in block.rows if any(row))


def symbol(code: int) -> str:
    """A sign of a symbol font, where it is one that plain fonts have too."""
    sign = chr(code & 0xFF)
    return sign if sign in "-+=/()%.,;:" else ""
