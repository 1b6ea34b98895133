"""Half-open spans of days, ``[since, until)``; None is open."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def meet(*spans: Span | None) -> Span | None:
    """What the spans have in common, None where that is nothing."""
    if None in spans:
        return None
    since = max((span.since for span in spans if span and span.since), default=None)
    until = min((span.until for span in spans if span and span.until), default=None)
    return None if since and until and since >= until else Span(since, until)
