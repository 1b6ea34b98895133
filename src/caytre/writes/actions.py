"""Receipts are opened and closed, drafts are kept and dropped, and old ones of both are swept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.messages.storage.cookie import MessageEncoder
from django.db import connection, transaction

from caytre.core.models import User
from caytre.writes.models import Draft, Receipt
from caytre.writes.rules import DRAFTS_KEPT, LARGEST_DRAFT, RECEIPTS_KEPT, DraftTooLong

# By the ORM these two, of every form that is sent, take as long as all the rest of a short one.
_OPEN = """
INSERT INTO writes_receipt (user_id, once, sent, at, status, location, messages) VALUES (%s, %s, %s, %s, 0, '', '[]')
ON CONFLICT DO NOTHING
"""
_CLOSE = (
    "UPDATE writes_receipt SET status = %s, location = %s, messages = %s WHERE user_id = %s AND once = %s"
)
PATIENCE = "20s"  # how long one who writes waits for another on PostgreSQL, as on SQLite


class SentBefore(Exception):
    """The same form was sent and done already. It is no refusal: whoever sent it gets the answer of the first time."""


def open_receipt(once: UUID, *, sent: str, by: User, at: datetime) -> None:
    """Say that a form is being done: the first statement of its transaction. Raises :class:`SentBefore`.

    Who sends the same form at the same time waits here until the first is through.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
        cursor.execute(_OPEN, [by.pk, _stored("once", once), sent, _stored("at", at)])
        if cursor.rowcount == 0:
            raise SentBefore


def close_receipt(once: UUID, *, by: User, status: int, location: str, messages: Sequence[Any]) -> None:
    """Say what the sender is told: the last statement of the transaction."""
    told = json.dumps(list(messages), cls=MessageEncoder)
    with connection.cursor() as cursor:
        cursor.execute(_CLOSE, [status, location, told, by.pk, _stored("once", once)])


def _stored(column: str, value: UUID | datetime) -> Any:
    field: Any = Receipt._meta.get_field(column)
    return field.get_db_prep_value(value, connection)


def keep_draft(
    form: str, *, version: str, fields: Mapping[str, Sequence[str]], by: User, at: datetime
) -> None:  # fmt: skip
    """Keep what is filled into a form, in place of what was kept of it before. Raises :class:`DraftTooLong`."""
    if sum(len(name) + sum(map(len, values)) for name, values in fields.items()) > LARGEST_DRAFT:
        raise DraftTooLong
    kept = {
        "version": version[:64],
        "fields": {name: list(values) for name, values in fields.items()},
        "at": at,
    }
    Draft.objects.update_or_create(user_id=by.pk, form=form[:200], defaults=kept)


def drop_draft(form: str, *, by: User) -> None:
    """Forget what was filled into a form: it was sent, or is not wanted."""
    Draft.objects.filter(user_id=by.pk, form=form[:200]).delete()


def drop_drafts_about(keys: Iterable[UUID]) -> None:
    """Forget what anybody has filled into forms whose address names one of these: it may repeat their words."""
    named = set(map(str, keys))
    forms = Draft.objects.values_list("pk", "form")
    Draft.objects.filter(pk__in=[pk for pk, form in forms if named.intersection(form.split("/"))]).delete()


def sweep(at: datetime) -> int:
    """Old receipts and drafts go; returns how many. Twice is the same as once."""
    gone = 0
    for rows in (
        Receipt.objects.filter(at__lt=at - RECEIPTS_KEPT),
        Draft.objects.filter(at__lt=at - DRAFTS_KEPT),
    ):
        if rows.exists():  # most of the time there is nothing, and nobody has to wait
            with transaction.atomic():
                gone += rows.delete()[0]
    return gone
