"""Acts that documents cite: what is known of each, from ``data/acts.tsv``."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import cast

from vanban.acts.model import Act as Act
from vanban.acts.model import Status

__all__ = ["Act", "every", "known"]


def known(number: str) -> tuple[Act, ...]:
    """What is known of the acts of this number, in the order of the file; most numbers are of one act.

    >>> [act.replaced_by for act in known("09/2017/NĐ-CP")]
    [('244/2026/NĐ-CP',)]
    """
    return _acts().get(_key(number), ())


def every() -> Iterator[Act]:
    """All acts that are known, those of one number together."""
    for acts in _acts().values():
        yield from acts


@cache
def _acts() -> dict[str, tuple[Act, ...]]:
    text = files("vanban.data").joinpath("acts.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found: dict[str, list[Act]] = defaultdict(list)
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        found[_key(row["number"])].append(_act(row))
    return {number: tuple(acts) for number, acts in found.items()}


def _key(number: str) -> str:
    """Numbers are compared without blanks, case and the kind of their strokes."""
    return "".join(number.split()).upper().replace("/", "-")


def _act(row: dict[str, str]) -> Act:
    return Act(
        number=row["number"],
        date=_day(row["date"]),
        issuer=row["issuer"] or None,
        type=row["type"] or None,
        title=row["title"] or None,
        status=cast("Status", row["status"]),
        ended=_day(row["ended"]),
        replaced_by=tuple(row["replaced_by"].split()),
        source=row["source"],
        verified=row["verified"] == "1",
    )


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None
