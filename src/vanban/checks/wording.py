"""How findings name things, and the days by which they judge."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from vanban.checks.model import Case


def shown(day: date) -> str:
    """ "05/3/2030": two digits for days, and for the months that a third digit could be added to."""
    return (
        f"{day.day:02d}/{day.month:02d}/{day.year}"
        if day.month < 3
        else f"{day.day:02d}/{day.month}/{day.year}"
    )


def listed(names: Sequence[str]) -> str:
    """ "I, II và IV"."""
    return " và ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def iso(value: str | None) -> date | None:
    """A whole ISO date as a day; None for another value and for a day that no calendar has."""
    try:
        return date.fromisoformat(value) if value and len(value) == 10 else None
    except ValueError:
        return None


def signed_on(case: Case) -> date | None:
    """The day on which the document was signed, None where its day is blank."""
    return iso(case.reading.header.date)


def judged_on(case: Case) -> date | None:
    """The day by which units and periods are judged: that of the document, the last one that it can be where its day
    is blank ("tháng 8 năm 2024")."""
    if day := signed_on(case):
        return day
    year, _, month = (case.reading.header.date or "").partition("-")
    if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= 12):
        return None
    return date(int(year), int(month), monthrange(int(year), int(month))[1])


def part(label: str) -> str:
    """ "mục II.1", "phần đầu" of what stands under no heading."""
    label = label.strip(".-")
    return f"mục {label}" if label else "phần đầu"
