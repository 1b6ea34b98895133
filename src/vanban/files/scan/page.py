"""One page of a scan: its words recognised, those of ruled tables cell by cell, and put in their places."""

from __future__ import annotations

import io
from typing import NamedTuple

from PIL import Image

from vanban.files.ruled import Grid, Rulings, grids_of
from vanban.files.scan import pictures
from vanban.files.scan.engine import BLOCK, SPARSE, Box, Engine, Seen, lines_of
from vanban.files.scan.foot import columns_again
from vanban.files.scan.leaf import Leaf
from vanban.files.scan.pens import read_again
from vanban.files.scan.pictures import POINT, Book, Inks, inks_of
from vanban.files.scan.rulings import erased, flattened, ruled
from vanban.files.scan.seen import Word

_EDGE = 1  # dots of a cell's border that are left out
_LEAST = 8
_DARK, _INK = 128, 12  # a cell with fewer dark dots is empty
_HEAD = 0.4  # the letterhead ends above this share of the page
_UPRIGHT = 0.6  # a page of which the words are less sure may stand on its side or head
_SHOWN, _QUALITY = 150, 70
Shares = tuple[float, float, float, float]
_TURNS = {90: Image.Transpose.ROTATE_90, 270: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180}
"""By how many degrees, against the clock, a page is turned to stand upright."""


def leaf_of(book: Book, *, number: int, engine: Engine) -> Leaf:
    """A page of a file: its own words where the file holds them, else those on its picture."""
    own = book.text(number)
    if own is not None:
        return Leaf(number, *book.size(number), [], Rulings(), own=own)
    inks = inks_of(book.picture(number))
    page = _upright(inks.printed, engine)
    lines = columns_again(lines_of(page.words), page=page.flat, engine=engine)
    if inks.written is not None and number == 1:
        lines = read_again(lines, written=page.like(inks.written), engine=engine)
    wide, high = page.flat.size
    words = [[_word(word) for word in line] for line in lines]
    boxes = tuple((a / POINT, b / POINT, c / POINT, d / POINT) for a, b, c, d in page.boxes)
    head = page.flat.crop((0, 0, wide, int(_HEAD * high))) if number == 1 else None
    stamps = _stamps(inks, head, engine)
    return Leaf(number, wide / POINT, high / POINT, words, page.rulings, boxes, stamps=stamps, turn=page.turn)


def part_of(book: Book, *, number: int, box: Shares | None, width: int) -> bytes:
    """A picture of the page, or of a part of it given in shares of its width and height, as a JPEG."""
    image = book.picture(number, dpi=_SHOWN)
    if box is not None:
        left, top, right, bottom = (min(max(share, 0.0), 1.0) for share in box)
        wide, high = image.size
        corner = int(left * wide), int(top * high)
        image = image.crop(
            (*corner, max(int(right * wide), corner[0] + 1), max(int(bottom * high), corner[1] + 1))
        )
    if image.width > width:
        image = image.resize((width, max(1, image.height * width // image.width)), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


class _Page(NamedTuple):
    """A page as it is read best: in even light, turned and straightened; its words and its rulings."""

    flat: Image.Image
    words: list[Seen]
    rulings: Rulings
    boxes: list[Box]
    turn: int
    angle: float

    @property
    def sure(self) -> float:
        """How sure its words are on the whole; 0 where it has none."""
        signs = sum(len(word.text) for word in self.words)
        return sum(len(word.text) * word.sure for word in self.words) / max(signs, 1)

    def like(self, image: Image.Image) -> Image.Image:
        """Another picture of the page, turned alike."""
        return pictures.straightened(_turned(image, self.turn), angle=self.angle)


def _upright(grey: Image.Image, engine: Engine) -> _Page:
    best = _read(grey, 0, engine)
    if best.sure < _UPRIGHT:
        turned = [_read(grey, turn, engine) for turn in _TURNS]
        best = max(best, *turned, key=lambda page: page.sure)
    return best


def _turned(image: Image.Image, turn: int) -> Image.Image:
    return image.transpose(_TURNS[turn]) if turn else image


def _read(grey: Image.Image, turn: int, engine: Engine) -> _Page:
    grey = _turned(grey, turn)
    angle = pictures.leaning(grey)
    flat = flattened(pictures.straightened(grey, angle=angle))
    lines = ruled(flat)
    rulings = lines.rulings(flat.height)
    grids = grids_of(rulings) if rulings.is_grid else []
    if not grids:
        engine.show(flat)
        return _Page(flat, engine.words(), Rulings(), lines.boxes, turn, angle)
    clean = erased(flat, lines=lines)
    rest = clean.copy()
    for grid in grids:
        rest.paste(255, _dots(grid, flat.height))
    engine.show(rest)
    words = engine.words()
    engine.show(clean)
    for grid in grids:
        for box in _cells(grid, clean):
            words += engine.words(box=box, mode=BLOCK)
    return _Page(flat, words, rulings, lines.boxes, turn, angle)


def _dots(grid: Grid, high: int) -> Box:
    """The place of a table on the picture."""
    left, right = grid.columns[0] * POINT, grid.columns[-1] * POINT
    return int(left), int(high - grid.rows[-1] * POINT), int(right) + 1, int(high - grid.rows[0] * POINT) + 1


def _cells(grid: Grid, clean: Image.Image) -> list[Box]:
    """The places of a table's cells that are not empty, without their borders."""
    boxes = []
    for left, low, right, top in grid.cells():
        box = (
            int(left * POINT) + _EDGE,
            int(clean.height - top * POINT) + _EDGE,
            int(right * POINT) - _EDGE,
            int(clean.height - low * POINT) - _EDGE,
        )
        if box[2] - box[0] > _LEAST and box[3] - box[1] > _LEAST and _is_inked(clean.crop(box)):
            boxes.append(box)
    return boxes


def _is_inked(cell: Image.Image) -> bool:
    return sum(cell.histogram()[:_DARK]) > _INK


def _word(word: Seen) -> Word:
    left, top, right, bottom = (round(side / POINT, 1) for side in word.box)
    return Word(word.text, left, top, right, bottom, round(word.sure, 3), round(word.base / POINT, 1))


def _stamps(inks: Inks, head: Image.Image | None, engine: Engine) -> tuple[str, ...]:
    """The lines that are stamped in red, and those of the head of the first page as far as they stand alone.

    Degrees of secrecy are stamped; a lone word that is larger than the text is passed over elsewhere.
    """
    lines: list[str] = []
    for picture in (inks.red, head):
        if picture is not None:
            engine.show(picture)
            lines += (" ".join(word.text for word in line) for line in engine.lines(mode=SPARSE))
    return tuple(lines)
