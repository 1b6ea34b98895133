"""The rows of a workbook that was checked, on their way to being confirmed: nobody can change them in between.

They travel in the form itself, signed, so that nothing of a sheet that nobody confirms stays on the machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from django.core import signing

from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.web.workbooks.reading import Row, TooManyRows, rows_of

AGE = 3600  # seconds from the check to the confirmation
LONGEST = 2 << 20


class SealBroken(Refused):
    """The rows are not those that were checked, or were checked too long ago, or by somebody else."""

    status = 409
    sentence = gettext_noop(
        "Lần kiểm tra này đã hết hạn hoặc không phải của bạn. Hãy chọn tệp và kiểm tra lại."
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of a file with the digest of its bytes. ``nonce`` is new with every check."""

    name: str
    sha256: str
    rows: tuple[Row, ...]
    nonce: str = field(default_factory=lambda: token_urlsafe(16))


def read(path: Path, *, name: str, sheet: str, columns: Sequence[str]) -> Sheet:
    """The filled rows of a file. Raises what :func:`caytre.web.workbooks.reading.rows_of` refuses."""
    digest = sha256(path.read_bytes()).hexdigest()
    return Sheet(name[:200], digest, tuple(rows_of(path, sheet=sheet, columns=columns)))


def seal(sheet: Sheet, *, mark: str, by: User) -> str:
    """The sheet with the ``mark`` of what the check found, for the form that confirms it. Raises TooManyRows."""
    rows = [[row.number, dict(row.cells), dict(row.places)] for row in sheet.rows]
    sealed = signing.dumps(
        [sheet.name, sheet.sha256, sheet.nonce, rows, mark, by.pk], salt=__name__, compress=True
    )
    if len(sealed) > LONGEST:
        raise TooManyRows(limit=len(rows) // 2)
    return sealed


def unseal(sealed: str, *, by: User) -> tuple[Sheet, str]:
    """The sheet and the mark as they were sealed for this person. Raises :class:`SealBroken`."""
    try:
        kept: list[Any] = signing.loads(sealed, salt=__name__, max_age=AGE)
    except signing.BadSignature:
        raise SealBroken from None
    name, digest, nonce, rows, mark, owner = kept
    if owner != by.pk:
        raise SealBroken
    return Sheet(name, digest, tuple(Row(*row) for row in rows), nonce), mark
