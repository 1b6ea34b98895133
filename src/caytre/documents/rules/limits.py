"""How long a document may be read: a scan takes longer by each of its pages, but never without a page done."""

from __future__ import annotations

from datetime import datetime, timedelta

START = timedelta(minutes=5)
PAGE = timedelta(minutes=1)
QUIET = timedelta(minutes=5)
MOST_PAGES = 500


def allowed(pages: int | None) -> timedelta:
    """For a document of which so many pages have to be recognised; None where that is not known or none are."""
    return START + PAGE * min(pages or 0, MOST_PAGES)


def is_overdue(at: datetime, *, started: datetime, moved: datetime, pages: int | None) -> bool:
    """Whether a reading is given up; ``moved`` is when it began or last had a page done."""
    return at - started > allowed(pages) or at - moved > QUIET
