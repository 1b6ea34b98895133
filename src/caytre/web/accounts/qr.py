"""A QR code as the path of a picture, without a script or a style of its own."""

from __future__ import annotations

from dataclasses import dataclass

import qrcode


@dataclass(frozen=True, slots=True)
class Square:
    """``path`` draws the dark modules on a square of ``size`` × ``size``."""

    size: int
    path: str


def square(text: str) -> Square:
    """The QR code of a text, with the quiet border that cameras need."""
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    code.make()
    rows = code.get_matrix()
    dark = (f"M{x},{y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return Square(len(rows), "".join(dark))
