"""Changing the history behind the system's back, as somebody with the database's password could."""

from __future__ import annotations

from importlib import import_module

from django.db import connection

from caytre.core import chain

LOCK = import_module("caytre.core.migrations.0003_history_chain")


def tamper(*statements: str) -> None:
    """Run SQL on the history with its locks taken off, and put them on again."""
    with connection.cursor() as cursor:
        for sql in (*LOCK.UNLOCK[connection.vendor], *statements, *LOCK.LOCK[connection.vendor]):
            cursor.execute(sql)


def rechain(first: int) -> None:
    """Give the events from ``first`` on digests that fit again, as a skilled forger would."""
    previous, statements = chain.FIRST, []
    for *columns, digest in chain.rows():
        columns[6], columns[7] = chain.canonical(columns[6]), previous
        previous = chain.digest_of(tuple(columns)) if columns[0] >= first else digest
        statements.append(
            f"UPDATE core_event SET previous = '{columns[7]}', digest = '{previous}' WHERE id = {columns[0]}"
        )
    tamper(*reversed(statements))
