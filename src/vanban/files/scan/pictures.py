"""From a file to pictures of its pages, upright and straight, without the red of stamps."""

from __future__ import annotations

import io
import warnings
from typing import Any, NamedTuple

from PIL import Image, ImageChops, UnidentifiedImageError
from pypdfium2 import PdfDocument, PdfiumError

from vanban.errors import BrokenFile, TooLarge
from vanban.files.blocks import Table
from vanban.files.pdf import is_pictured, leaf_of
from vanban.files.rows import Piece

DPI = 200
POINT = DPI / 72
MAX_PIXELS = 24_000_000  # an A4 page has four million
MAX_SOURCE = 120_000_000
MAX_PAGES = 500
_SMALL = 4
_STEPS = ((0.5, 7), (0.1, 5))  # degrees from one try to the next, and how many to each side
_ALIKE = 0.98
_COLOUR, _SPOT = 60, 300  # so much more of one colour than of the others, in so many dots
Image.MAX_IMAGE_PIXELS = MAX_SOURCE
Image.init()  # finds its decoders now, since the child opens no file later


class Book:
    """The pages of a PDF or a picture file. Raises BrokenFile or TooLarge where they cannot be shown."""

    def __init__(self, data: bytes, *, kind: str) -> None:
        self.document: Any = None
        self.image: Any = None
        if kind == "pdf":
            try:
                self.document = PdfDocument(data)
            except PdfiumError as error:
                raise BrokenFile from error
            self.pages = len(self.document)
        else:
            self.image = _opened(data)
            self.pages = getattr(self.image, "n_frames", 1)
        if not self.pages:
            raise BrokenFile
        if self.pages > MAX_PAGES:
            raise TooLarge

    def picture(self, number: int, *, dpi: float = DPI) -> Image.Image:
        """Page ``number`` (from 1) as RGB or grey, ``dpi`` dots an inch, less where the page is huge."""
        try:
            if self.document is not None:
                return self._rendered(number, dpi)
            self.image.seek(number - 1)
            return _scaled(self.image, dpi)
        except (
            PdfiumError,
            OSError,
            EOFError,
            SyntaxError,
            ValueError,
            Image.DecompressionBombError,
        ) as error:
            raise BrokenFile from error

    def text(self, number: int) -> list[Piece | Table] | None:
        """The page's own lines and tables; None where its words are only in its picture."""
        if self.document is None:
            return None
        page = self.document[number - 1]
        try:
            return None if is_pictured(page) else leaf_of(page, number=number).items
        finally:
            page.close()

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page of a PDF, in points."""
        width, height = self.document.get_page_size(number - 1)
        return float(width), float(height)

    def _rendered(self, number: int, dpi: float) -> Image.Image:
        page = self.document[number - 1]
        width, height = page.get_size()
        scale = dpi / 72
        pixels = width * height * scale * scale
        if pixels > MAX_PIXELS:
            scale *= (MAX_PIXELS / pixels) ** 0.5
        image: Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
        page.close()
        return image if image.mode in ("L", "RGB") else image.convert("RGB")


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
    except Image.DecompressionBombError as error:
        raise TooLarge from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise BrokenFile from error
    if image.width * image.height > MAX_SOURCE:
        raise TooLarge
    return image


def _scaled(image: Image.Image, dpi: float) -> Image.Image:
    """A picture as a page: of the resolution that it names, else as if its short side were that of A4."""
    named = image.info.get("dpi", (0, 0))[0]
    own = float(named) if 70 <= float(named) <= 1300 else min(image.size) / 8.27
    own = max(own, min(image.size) / 12.0)
    image.draft("RGB", (int(image.width * dpi / own), int(image.height * dpi / own)))
    plain = image.convert("L" if image.mode in ("1", "L", "I;16", "LA") else "RGB")
    wide, high = (max(1, round(side * dpi / own * plain.width / image.width)) for side in image.size)
    return plain if plain.size == (wide, high) else plain.resize((wide, high), Image.Resampling.LANCZOS)


class Inks(NamedTuple):
    """A page in grey by what is on it: ``printed`` without coloured ink, ``written`` with blue pens, ``red`` alone.

    The last two are None where there is no such ink.
    """

    printed: Image.Image
    written: Image.Image | None = None
    red: Image.Image | None = None


def inks_of(image: Image.Image) -> Inks:
    """Stamps are red, signatures and numbers put in by hand mostly blue; both hide print."""
    if image.mode == "L":
        return Inks(image)
    red, green, blue = image.split()
    plain = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    if 2 * _dark(plain) < _dark(red):  # the print itself is coloured
        return Inks(red)
    stamped = ImageChops.subtract(red, ImageChops.lighter(green, blue)).point(_strong)
    penned = ImageChops.subtract(ImageChops.lighter(green, blue), red).point(_strong)
    return Inks(
        plain,
        written=red if _dark(penned) > _SPOT else None,
        red=stamped if _dark(stamped) > _SPOT else None,
    )


def _strong(more: int) -> int:
    """Black where one colour is so much more than the others."""
    return 0 if more >= _COLOUR else 255


def _dark(grey: Image.Image) -> int:
    return sum(grey.histogram()[:128])


def leaning(grey: Image.Image) -> float:
    """By how many degrees the lines of a page lean, between -3.5 and 3.5; 0 where they stand straight.

    Where lines lie level, the rows of the picture differ most from each other.
    """
    small = grey.reduce(_SMALL)
    small = small.point(lambda value: 255 * (value < 128))
    best = 0.0
    for step, count in _STEPS:
        tries = [round(best + step * turn, 2) for turn in range(-count, count + 1)]
        contrasts = [_contrast(small, angle) for angle in tries]
        enough = _ALIKE * max(contrasts)
        alike = [angle for angle, contrast in zip(tries, contrasts, strict=True) if contrast >= enough]
        best = 0.0 if 0.0 in alike else alike[len(alike) // 2]
    return best


def _contrast(small: Image.Image, angle: float) -> float:
    rows = (
        small.rotate(angle, Image.Resampling.NEAREST)
        .resize((1, small.height), Image.Resampling.BOX)
        .tobytes()
    )
    return sum((one - other) ** 2 for one, other in zip(rows, rows[1:], strict=False))


def straightened(image: Image.Image, *, angle: float) -> Image.Image:
    """The picture turned by an angle in degrees, white where nothing was."""
    if not angle:
        return image
    return image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255 if image.mode == "L" else (255,) * 3)
