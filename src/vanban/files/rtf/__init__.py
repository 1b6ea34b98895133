"""Rich Text Format: what Word and others write where a file must be text."""

from __future__ import annotations

from vanban.files.blocks import Content
from vanban.files.rtf.reader import Reader


def read_rtf(data: bytes) -> Content:
    """The blocks of an .rtf file. Raises BrokenFile where its end is missing, TooLarge, DangerousFile."""
    return Reader(data).read()
