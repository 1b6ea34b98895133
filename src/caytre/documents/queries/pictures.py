"""Pictures of the pages of a scan, and of the doubtful places on them."""

from __future__ import annotations

from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from caytre.core.refusals import Refused, gettext_noop
from caytre.documents.models import Document
from caytre.documents.rules.doubts import Box, around, doubts_of, leaves_of
from vanban.errors import Refused as LibraryRefused

PAGE_WIDTH, PART_WIDTH = 1400, 640
_DESK = BoundedSemaphore(2)  # each picture takes a process, and a browser asks for many at a time


class NoPicture(Refused):
    """The document has no such page, or it cannot be shown."""

    status = 404
    sentence = gettext_noop("Không có ảnh của trang này. Hãy mở tệp gốc để xem.")


def pictured(document: Document, *, page: int) -> set[Box | None]:
    """What may be shown of a page of a scan: the whole (None), and the surroundings of its doubtful words."""
    reading = document.readings.order_by("-number").first()
    content: dict[str, Any] = reading.content if reading else {}
    if page not in {leaf.number for leaf in leaves_of(content)}:
        return set()
    return {None, *(around(doubt.box) for doubt in doubts_of(content) if doubt.page == page)}


def picture_of(document: Document, *, page: int, box: Box | None) -> bytes:
    """A JPEG of a page, or of a part of it. Raises :class:`NoPicture`."""
    from vanban.files.scan import picture

    width = PAGE_WIDTH if box is None else PART_WIDTH
    try:
        with _DESK:
            return picture(Path(document.file.path), page=page, box=box, width=width)
    except (LibraryRefused, OSError):
        raise NoPicture from None
