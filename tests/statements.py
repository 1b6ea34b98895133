"""Faults between any two statements of a deed: what it leaves is what was before, or what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError, connection, transaction

from caytre.writes.joining import writes

MOST = 400
# Written when the deed is done: the session, and what a document cites and asks, which the worker catches up with.
AFTER = (
    "accounts_session",
    "documents_citation",
    "documents_link",
    "documents_duty",
    "documents_sketch",
    "documents_twin",
    "documents_apart",
    'SET "number_key"',
)


class Stopped(OperationalError):
    """The database went away at this statement."""


def rows() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the system, sessions and jobs left out."""
    models = [kind.model_class() for kind in ContentType.objects.all()]
    return {
        model._meta.db_table: sorted(model._default_manager.values_list(), key=repr)
        for model in models
        if model is not None and model.__name__ not in ("Session", "DBTaskResult")
    }


def between(deed: Callable[[], object]) -> int:
    """Do a deed again and again, and raise at its first writing statement, at its second, and so on to its end.

    After each fault every table is as before. What is written AFTER the deed is another matter: a fault in that leaves
    the deed done. Returns at how many statements it
    was tried; the last time it is done. The test must be one that commits (``django_db(transaction=True)``).
    """
    assert not connection.in_atomic_block
    before = rows()
    for number in range(1, MOST):
        left = number

        def stop(execute: Any, sql: str, *how: Any) -> Any:
            nonlocal left
            counts = writes(sql) and not any(table in sql for table in AFTER)
            left -= counts
            if left == 0 and counts:
                raise Stopped("the connection is closed")
            return execute(sql, *how)

        with connection.execute_wrapper(stop):
            try:
                deed()
            except Stopped:
                assert transaction.get_autocommit()
        if left > 0:
            return number - 1
        assert rows() == before, f"a fault at writing statement {number} left something"
    raise AssertionError(f"more than {MOST} statements")
