"""What a check sees and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from vanban.model import Document, Span
from vanban.units import Directory


class Finding(NamedTuple):
    """What a careful reviewer would mark: ``message`` is a sentence in Vietnamese that names the thing ("mục III"),
    ``span`` and ``quote`` are the words, ``suggestion`` is what a machine would write in their place."""

    code: str
    message: str
    span: Span
    quote: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One document under review; no two are the same, so that what several rules ask of one is worked out once.

    ``on``: its own date, by which the law is chosen; None where it bears none. ``today``: for what has ended since;
    None asks nothing about today. ``units``: who existed when.
    """

    reading: Document
    on: date | None
    today: date | None
    units: Directory
