"""Values as the command line shows them."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localtime

from caytre.core import chain


def count(number: int) -> str:
    """12345 is "12.345"."""
    return f"{number:,}".replace(",", ".")


def moment(written: str) -> str:
    """An ISO instant as people here read it."""
    return f"{localtime(datetime.fromisoformat(written)):%d/%m/%Y %H:%M}"


def plain(value: object) -> str:
    """One line that does nothing to a terminal: what is no letter is written as an escape."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in str(value))


def event(number: int) -> str:
    """What the database now holds as this event, whoever wrote it; "" where it has none."""
    row = next(chain.rows(after=number - 1), (None,))
    if row[0] != number:
        return ""
    labels = ("tên", "về", "lúc (UTC)", "người", "tư cách", "chi tiết")
    return "; ".join(f"{label}: {plain(value)}" for label, value in zip(labels, row[1:7], strict=True))
