"""The history is a chain: each event carries the digest of the one before.

With heads noted elsewhere no change of it goes unseen; without them, whoever reckons all later digests anew does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from django.db import connection

_AT = {
    # Django writes whole seconds without a fraction.
    "sqlite": "CASE length(at) WHEN 19 THEN at || '.000000' ELSE at END",
    "postgresql": "to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')",
}
_ROWS = """
SELECT id, name, about, {at}, by_id, capacity, CAST(details AS text), previous, digest
FROM core_event WHERE id > %s ORDER BY id LIMIT 5000
"""
_GUARDS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'core_event'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'core_event'::regclass AND tgenabled IN ('O', 'A')",
}
GUARDS = {
    "sqlite": {"core_event_no_update", "core_event_no_delete"},
    "postgresql": {"core_event_kept", "core_event_not_emptied"},
}
FIRST = ""  # what the first event has in place of the digest of the one before
_encode = json.JSONEncoder(separators=(",", ":"), sort_keys=True).encode


class Fault(NamedTuple):
    """Where the chain does not hold: at the event ``here``; ``last`` is the last one before it that does.

    ``what``: "changed" (its columns are not what was hashed), "removed" (events between ``last`` and ``here`` are
    missing), "unlinked" (it does not follow ``last``, though its number does), "rewritten" (a head noted
    elsewhere says otherwise), "truncated" (a head noted elsewhere names an event that is missing).
    """

    what: str
    here: int
    last: int


class Verdict(NamedTuple):
    """How many events were followed, the number and digest of the last that holds, and the first fault."""

    events: int
    last: int
    digest: str
    fault: Fault | None = None


def canonical(details: str) -> str:
    """The details of an event, as a database gives them, in the one form that is hashed."""
    return _encode(json.loads(details))


_known = lru_cache(4096)(canonical)


def digest_of(columns: tuple[Any, ...]) -> str:
    """SHA-256 of (id, name, about, at, by, capacity, details, previous) as a JSON list of ASCII without blanks.

    ``at`` is "YYYY-MM-DD HH:MM:SS.ffffff" in UTC, ``by`` the key of the user or null, ``details`` :func:`canonical`.
    The form never changes: all digests there are were made with it.
    """
    return sha256(_encode(columns).encode("ascii")).hexdigest()


def rows(*, after: int = 0) -> Iterator[tuple[Any, ...]]:
    """The columns of the events with a higher number, in their order, as the database has them, and the digest."""
    sql, last = _ROWS.format(at=_AT[connection.vendor]), after
    while True:
        with connection.cursor() as cursor:
            cursor.execute(sql, [last])
            found = cursor.fetchall()
        if not found:
            return
        yield from found
        last = found[-1][0]


def verify(heads: Mapping[int, str]) -> Verdict:
    """Follow the chain from its first event to the first fault, or to its end.

    ``heads`` are digests by the number of their event, as they were noted outside of the database.
    """
    count, last, link, fault = 0, 0, FIRST, None
    for *columns, digest in rows():
        number = columns[0]
        fault = _fault(columns, digest=digest, last=last, link=link)
        if fault is None and heads.get(number, digest) != digest:
            fault = Fault("rewritten", number, last)
        if fault is not None:
            return Verdict(count, last, link, fault)
        count, last, link = count + 1, number, digest
    beyond = min((number for number in heads if number > last), default=None)
    return Verdict(count, last, link, None if beyond is None else Fault("truncated", beyond, last))


def _fault(columns: list[Any], *, digest: str, last: int, link: str) -> Fault | None:
    number, details, previous = columns[0], columns[6], columns[7]
    try:
        columns[6] = _known(details)
        same = digest_of(tuple(columns)) == digest
    except (TypeError, ValueError):  # what was written there by hand is no event at all
        same = False
    if not same:
        return Fault("changed", number, last)
    if previous != link:
        return Fault("unlinked" if number == last + 1 else "removed", number, last)
    return None


def is_guarded() -> bool:
    """Whether the database itself refuses to change or delete an event."""
    with connection.cursor() as cursor:
        cursor.execute(_GUARDS[connection.vendor])
        return GUARDS[connection.vendor] <= {name for (name,) in cursor.fetchall()}
