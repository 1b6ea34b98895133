"""Printed lines to paragraphs: what indents, full lines, gaps and centred lines show on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from vanban.files.blocks import Block, Paragraph, Table
from vanban.grammar.lexicon import letterhead, type_line
from vanban.grammar.markers import starts_item

_INDENT = 6.0
_SAME = 3.0
_LONG = 30
_FAR = 1.25
_ENDS = (".", ";", ":", "!", "?", "…")
_TYPE = type_line()
_ALONE = tuple(letterhead(name) for name in ("annex", "motto", "number", "carried"))


@dataclass(slots=True)
class Line:
    """A printed line; its places are in points from the left and from the bottom of the page."""

    text: str
    page: int
    left: float
    right: float
    base: float


@dataclass(slots=True)
class _Frame:
    """Where the lines of a page begin and end, how far apart they are, and whether items are indented."""

    left: float
    right: float
    pitch: float
    indented: bool


def paragraphs(printed: list[Line | Table]) -> list[Block]:
    """Paragraphs and tables; a paragraph without words stands where the next one is surely another."""
    lines = [line for line in printed if isinstance(line, Line)]
    frames = _frames(lines)
    blocks: list[Block] = []
    last: Line | None = None
    first = True
    for line in printed:
        if isinstance(line, Table):
            blocks.append(line)
            last = None
            continue
        frame = frames[line.page]
        if last is not None and _continues(last, line, frames[last.page], frame, first=first):
            blocks[-1] = Paragraph(_glued(blocks[-1], line.text), blocks[-1].page)
            first = False
        else:
            if last is not None and not _may_go_on(last, line, frame):
                blocks.append(Paragraph("", line.page))
            blocks.append(Paragraph(line.text, line.page))
            first = True
        last = line
    return blocks


def _glued(above: Block, text: str) -> str:
    """Two lines of a paragraph; a hyphen at the end of the first belongs to a number, "27/NQ-" and "TW"."""
    words = above.text if isinstance(above, Paragraph) else ""
    cut = words.endswith("-") and words[-2:-1].isalnum()
    return f"{words}{text}" if cut else f"{words} {text}"


def _frames(lines: list[Line]) -> dict[int, _Frame]:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    items = [line for line in lines if starts_item(line.text)]
    whole = _edges(lines)
    pitch = _pitch(lines, whole[1])
    frames: dict[int, _Frame] = {}
    for number, inside in pages.items():
        long = [line for line in inside if len(line.text) > _LONG]
        left, right = _edges(inside) if len(long) > 5 else whole
        frames[number] = _Frame(left, right, pitch, indented=True)
    inward = sum(line.left > frames[line.page].left + _INDENT for line in items)
    for frame in frames.values():
        frame.indented = inward > 0.6 * len(items)
    return frames


def _edges(lines: list[Line]) -> tuple[float, float]:
    """The left edge and the right edge of running text."""
    long = [line for line in lines if len(line.text) > _LONG] or lines
    lefts = sorted(line.left for line in long)
    rights = sorted(line.right for line in long)
    return (lefts[len(lefts) // 10], rights[-1 - len(rights) // 20]) if long else (0.0, 0.0)


def _pitch(lines: list[Line], right: float) -> float:
    """How far the lines of one paragraph are apart."""
    gaps = [
        above.base - below.base
        for above, below in zip(lines, lines[1:], strict=False)
        if above.page == below.page and above.right > right - 20 and above.base > below.base
    ]
    counts = Counter(round(gap) for gap in gaps)
    usual = counts.most_common(1)[0][0] if counts else 0
    return median([gap for gap in gaps if abs(gap - usual) <= 1]) if counts else 0.0


def _continues(above: Line, line: Line, upper: _Frame, frame: _Frame, *, first: bool) -> bool:
    """Whether the line goes on with the paragraph of the one above; ``first``: that one begins it."""
    if not _is_near(above, line, frame):
        return False
    if _is_centered(above, upper) and _is_centered(line, frame):
        return above.page == line.page and _same_title(above.text, line.text)
    if not _is_full(above, line, upper):
        return False
    inward, before = line.left - frame.left, above.left - upper.left
    if inward > _INDENT:
        return _goes_on_inward(above, line, inward - before, first=first)
    if frame.indented or not first and before > _INDENT:
        return inward > -_INDENT or before < -_INDENT
    return not (above.text.endswith(_ENDS) and (starts_item(line.text) or line.text[:1].isupper()))


def _goes_on_inward(above: Line, line: Line, further: float, *, first: bool) -> bool:
    """An indented line goes on where the one above hangs out, or stands as far in without having an end."""
    if abs(further) <= _SAME:
        return not (above.text.endswith(_ENDS) and first) and not starts_item(line.text)
    return first and further > 0 and starts_item(above.text)


def _is_near(above: Line, line: Line, frame: _Frame) -> bool:
    if above.page != line.page:
        return line.page == above.page + 1
    return 0 < above.base - line.base <= _FAR * frame.pitch + 1


def _is_full(above: Line, line: Line, frame: _Frame) -> bool:
    """The next word did not fit on the line any more."""
    word = len(line.text.split(" ", 1)[0]) + 1
    width = (line.right - line.left) / max(len(line.text), 1) * word
    return above.right + width > frame.right - 2


def _is_centered(line: Line, frame: _Frame) -> bool:
    middle, inward = (line.left + line.right) / 2, line.left - frame.left
    return (
        inward > _INDENT
        and abs(middle - (frame.left + frame.right) / 2) < _INDENT
        and inward < 0.5 * (frame.right - frame.left)
    )


def _same_title(above: str, text: str) -> bool:
    """Two centred lines that may be one title."""
    if any(_stands_alone(one) for one in (above, text)) or not any(sign.isalpha() for sign in above + text):
        return False
    return (above == above.upper()) is (text == text.upper()) and not above.endswith(_ENDS)


def _stands_alone(text: str) -> bool:
    """A type ("KẾ HOẠCH"), an annex, the motto, a number, or a rule of dashes."""
    found = _TYPE.match(text)
    kind = found is not None and found["type"] is not None
    return kind or any(one.match(text) for one in _ALONE) or not any(sign.isalnum() for sign in text)


def _may_go_on(above: Line, line: Line, frame: _Frame) -> bool:
    """Lines of a letterhead or a title, which their words may join."""
    return above.page == line.page and _is_near(above, line, frame) and _is_centered(line, frame)


def lines_in(blocks: list[Line | Table]) -> Iterator[Line]:
    """The lines among them."""
    return (block for block in blocks if isinstance(block, Line))
