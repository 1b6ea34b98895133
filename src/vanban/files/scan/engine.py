"""Tesseract with its Vietnamese data, in this process: lines of words with their places in dots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PIL import Image
from tesserocr import PSM, RIL, PyTessBaseAPI, WritingDirection

from vanban.files.scan.data import LANGUAGE
from vanban.files.scan.pictures import DPI

PAGE, BLOCK, LINE, SPARSE = PSM.AUTO, PSM.SINGLE_BLOCK, PSM.SINGLE_LINE, PSM.SPARSE_TEXT
Box = tuple[int, int, int, int]


class Seen(NamedTuple):
    """A recognised word in dots from the top left corner; ``base`` is how far down its line stands there.

    ``first``: a line begins with it.
    """

    text: str
    box: Box
    base: float
    sure: float
    first: bool = False


def lines_of(words: Iterable[Seen]) -> list[list[Seen]]:
    """Words by their lines."""
    lines: list[list[Seen]] = []
    for word in words:
        if word.first or not lines:
            lines.append([])
        lines[-1].append(word)
    return lines


class Engine:
    """One Tesseract. Its data is in memory once it is made."""

    def __init__(self, folder: str) -> None:
        self.api = PyTessBaseAPI(path=folder, lang=LANGUAGE, psm=PAGE)
        self.api.SetVariable("debug_file", "")  # else it opens /dev/null when it has something to complain of

    def show(self, grey: Image.Image) -> None:
        """Take a picture, of which the words are asked next."""
        self.api.SetImageBytes(grey.tobytes(), grey.width, grey.height, 1, grey.width)
        self.api.SetSourceResolution(DPI)

    def words(self, *, box: Box | None = None, mode: int = PAGE) -> list[Seen]:
        """The words of the picture, or of a part of it, line by line."""
        self.api.SetPageSegMode(mode)
        if box is not None:
            left, top, right, bottom = box
            self.api.SetRectangle(left, top, right - left, bottom - top)
        if not self.api.Recognize():
            return []
        return list(self._seen())

    def lines(self, *, box: Box | None = None, mode: int = PAGE) -> list[list[Seen]]:
        """The same, each line for itself."""
        return lines_of(self.words(box=box, mode=mode))

    def _seen(self) -> Iterator[Seen]:
        at = self.api.GetIterator()
        level = RIL.WORD
        along = True
        base: tuple[tuple[int, int], tuple[int, int]] | None = None
        while at is not None and not at.Empty(level):
            first = base is None or at.IsAtBeginningOf(RIL.TEXTLINE)
            if first:
                base = at.Baseline(RIL.TEXTLINE)
            if at.IsAtBeginningOf(RIL.BLOCK):
                along = (
                    at.Orientation()[1] == WritingDirection.LEFT_TO_RIGHT
                )  # else the page lies on its side
            text, box = at.GetUTF8Text(level), at.BoundingBox(level)
            if along and text.strip() and box:
                yield Seen(text.strip(), box, _height(base, box), at.Confidence(level) / 100, first)
            if not at.Next(level):
                break


def _height(base: tuple[tuple[int, int], tuple[int, int]] | None, box: Box) -> float:
    """How high the base line runs below the middle of a word."""
    if not base:
        return float(box[3])
    (left, start), (right, end) = base
    share = ((box[0] + box[2]) / 2 - left) / (right - left) if right > left else 0.0
    return start + share * (end - start)
