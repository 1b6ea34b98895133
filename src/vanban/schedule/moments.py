"""Days of Việt Nam and instants. The clock there is UTC+7, without summer time since 1975."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
_LAST = time.max.replace(tzinfo=VIETNAM)


def deadline(day: date) -> datetime:
    """The last instant of a day in Việt Nam, as 16:59:59.999999 UTC: what comes at 17:00 UTC is late."""
    return datetime.combine(day, _LAST).astimezone(UTC)


def local_day(at: datetime) -> date:
    """The day that it is in Việt Nam at an instant. Raises ValueError where ``at`` names no zone."""
    if at.utcoffset() is None:
        raise ValueError("an instant without a zone is no instant")
    return at.astimezone(VIETNAM).date()
