"""When a requirement and a task are due, compared."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.coverage.model import Compared
from vanban.model import Time

_OFTEN = ("week", "month", "quarter", "half", "year")


def compared_times(asked: Time | None, *, planned: Time | None) -> Iterator[Compared]:
    """Days against days, and how often against how often; a day of the year against one."""
    if asked is None or planned is None or asked.kind != planned.kind:
        return
    if asked.kind == "recurring" and asked.every and planned.every and asked.every != planned.every:
        is_more = _OFTEN.index(planned.every) < _OFTEN.index(asked.every)
    elif asked.kind in ("deadline", "recurring") and asked.due and planned.due and asked.due != planned.due:
        is_more = planned.due < asked.due
    else:
        return
    yield Compared(_words(asked), _words(planned), is_more)


def _words(time: Time) -> str:
    return time.raw or time.due or ""
