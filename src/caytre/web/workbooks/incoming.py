"""The one workbook of a form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest

from caytre.core.refusals import Refused, gettext_noop
from caytre.web.workbooks import sealed
from caytre.web.workbooks.reading import NoWorkbook, TooManyRows
from caytre.web.workbooks.sealed import Sheet

MOST_ROWS = (
    1_000  # all of them are entered in one transaction, for which other changes of units and posts wait
)


class NoFile(Refused):
    sentence = gettext_noop("Chưa chọn tệp nào.")


def sheet_of(request: HttpRequest, *, sheet: str, columns: Sequence[str], most: int = MOST_ROWS) -> Sheet:
    """The rows of the workbook that was sent, at most so many; the spooled file goes at once.

    Raises :class:`NoFile`, and what the reading of the workbook refuses.
    """
    file = spooled(request)
    try:
        path = Path(file.temporary_file_path())
        read = sealed.read(path, name=file.name or "", sheet=sheet, columns=columns)
    finally:
        file.close()
    if len(read.rows) > most:
        raise TooManyRows(limit=most)
    return read


def spooled(request: HttpRequest) -> TemporaryUploadedFile:
    """The workbook that was sent, to be closed soon. Raises :class:`NoFile`, NoWorkbook where it was too long."""
    file = request.FILES.get("file")
    if file is None:
        raise NoWorkbook if getattr(request, "too_large", ()) else NoFile
    assert isinstance(file, TemporaryUploadedFile)
    return file
