"""Which files may show that work was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from caytre.core.refusals import Refused, gettext_noop
from vanban.files.degrees import degree_of

MOST = 20
KINDS = ("docx", "doc", "odt", "rtf", "pdf", "image", "text")
WITHOUT_WORDS = ("pdf", "image")
"""Kinds that show something without a word."""
HEAD_ROWS = 15
_TAIL = (1 << 20) + 66_000


class NotEvidence(Refused):
    sentence = gettext_noop(
        "Loại tệp này không nhận làm minh chứng. Hãy dùng .pdf, .docx, .xlsx, .odt, hoặc ảnh .jpg, .png."
    )


def check_kind(kind: str) -> str:
    """The kind of a file, if it may be kept. Raises :class:`NotEvidence`."""
    if kind not in KINDS:
        raise NotEvidence
    return kind


def is_workbook(data: bytes) -> bool:
    """Whether a package is a workbook of Excel. One with macros is none: nobody has to show a program."""
    listed = data[-_TAIL:]
    return data.startswith(b"PK\x03\x04") and b"xl/workbook.xml" in listed and b"vbaProject" not in listed


def is_stamped(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bool:
    """Whether a cell at the head of a sheet holds nothing but a degree of secrecy."""
    return any(degree_of(cell) for rows in sheets.values() for row in rows[:HEAD_ROWS] for cell in row)


def short_name(name: str) -> str:
    """The name that a person knows, without folders and control characters, short enough to store."""
    plain = "".join(letter for letter in name.replace("\\", "/").split("/")[-1] if letter.isprintable())
    path = Path(plain.strip() or "minh-chung")
    return path.name if len(path.name) <= 200 else path.stem[:180] + path.suffix[:20]
