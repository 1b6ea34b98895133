"""The append-only history of events."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

from django.db import connection, transaction

from caytre.core.chain import FIRST, canonical, digest_of
from caytre.core.models import Event, User
from caytre.prepared import Prepared

_KEY = re.compile(r"[\w.:/+-]{0,64}")
_TURN = 0x0CA1_7BEE  # the number of the lock under which events are appended, one writer after the other
_LAST = Prepared(lambda: Event.objects.order_by("-id").values_list("id", "digest")[:1])


def record(name: str, *, about: object, by: User | None, at: datetime, **details: object) -> None:
    """Note that ``name`` happened to the object whose key is ``about``; ``by`` None is the machine.

    Details are numbers and keys (without blanks), or lists of them: a TypeError keeps words of documents out.
    Call it last in a transaction: other writers wait from here until the transaction ends.
    """
    facts = {key: _key(value) for key, value in details.items() if value is not None}
    with transaction.atomic(savepoint=False):
        if connection.vendor == "postgresql":  # SQLite has one writer at a time
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])
        last = _LAST.first() or (0, FIRST)
        event = Event(
            id=last[0] + 1, name=name, about=str(about), at=at.astimezone(UTC), by=by,
            capacity=by.capacity[:200] if by else "", details=facts, previous=last[1],
        )  # fmt: skip
        event.digest = _digest(event)
        event.save(force_insert=True)


def _digest(event: Event) -> str:
    at = event.at.replace(tzinfo=None).isoformat(" ", "microseconds")
    details = canonical(json.dumps(event.details))
    return digest_of(
        (event.pk, event.name, event.about, at, event.by_id, event.capacity, details, event.previous)
    )


def _key(value: object) -> object:
    if isinstance(value, list):
        return [_key(one) for one in value]
    if isinstance(value, int) or (isinstance(value, str) and _KEY.fullmatch(value)):
        return value
    raise TypeError("An event holds keys and whole numbers, no words.")
