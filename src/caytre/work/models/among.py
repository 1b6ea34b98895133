"""Whether a column holds one of many keys, as one value of the statement however many there are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, Func, IntegerField

FEW = 200
"""Of so many units what they do and give is looked up in an index; of more, rows are tested as they are read."""


Keys = frozenset[UUID] | tuple[str, ...] | str


class Among(Func):
    """The condition that the column ``name`` holds one of the ``keys``.

    Thousands of placeholders cost more than the query. Keys that come as a tuple of texts (:func:`plain`) stay what
    they are, since to make UUIDs of them takes as long; those of a question that is prepared come :func:`packed`.
    ``is_looked_up`` False: the database tests each row that it reads for other reasons, instead of looking the keys up
    in an index (PostgreSQL decides that itself).
    """

    output_field = BooleanField()
    arity = 1

    def __init__(
        self,
        name: Any,
        keys: Iterable[UUID] | Keys = (),
        *,
        is_looked_up: bool = True,
        **extra: Any,
    ) -> None:
        self.keys = keys if isinstance(keys, tuple | frozenset | str) else frozenset(keys)
        self.is_looked_up = is_looked_up
        super().__init__(name, **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        column, values = compiler.compile(self.source_expressions[0])
        plus = "" if self.is_looked_up else "+"
        return f"{plus}{column} IN (SELECT value FROM json_each(%s))", [*values, _json(self.keys)]

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        column, values = compiler.compile(self.source_expressions[0])
        return f"{column} = ANY(%s::uuid[])", [*values, _array(self.keys)]

    @property
    def identity(self) -> tuple[Any, ...]:
        return (*super().identity, self.keys, self.is_looked_up)


def plain(key: str) -> str:
    """A key without dashes, as SQLite keeps a UUID; PostgreSQL reads both."""
    return key.replace("-", "")


def packed(keys: frozenset[UUID]) -> str:
    """The keys as the one value that they are for the database."""
    return _json(keys) if connection.vendor == "sqlite" else _array(keys)


def _json(keys: Keys) -> str:
    if isinstance(keys, frozenset):
        return _as_json(keys)
    return keys if isinstance(keys, str) else json.dumps(keys)


def _array(keys: Keys) -> str:
    if isinstance(keys, frozenset):
        return _as_array(keys)
    return keys if isinstance(keys, str) else "{" + ",".join(keys) + "}"


@lru_cache(maxsize=256)
def _as_json(keys: frozenset[UUID]) -> str:
    return json.dumps(sorted(key.hex for key in keys))


@lru_cache(maxsize=256)
def _as_array(keys: frozenset[UUID]) -> str:
    return "{" + ",".join(sorted(map(str, keys))) + "}"


class Found(Func):
    """The condition that a column holds a key that a query finds. PostgreSQL asks the query once and then looks the
    keys up in an index, also as one of several alternatives, for which it else would read the whole table."""

    output_field = BooleanField()
    arity = 2
    arg_joiner = " IN "
    template = "%(expressions)s"

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, Any]:
        return self.as_sql(
            compiler, connection, template="%(expressions)s)", arg_joiner=" = ANY(ARRAY", **context
        )


class Tested(Func):
    """A column that is tested in rows found by something else. SQLite, which keeps no statistics, would take an index
    of a column with two values for the best; PostgreSQL decides that itself."""

    arity = 1
    template = "%(expressions)s"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, template="+%(expressions)s", **context)


class Asks(Func):
    """Whether more time was asked for an occurrence, and nobody has decided. For each list, the ORM would take longer
    to write this condition than the database to answer it."""

    output_field = BooleanField()
    arity = 1
    template = (
        "EXISTS(SELECT 1 FROM work_extension WHERE granted IS NULL AND occurrence_id = %(expressions)s)"
    )


class PlaceIn(Func):
    """The place of a column's key in a list of :func:`plain` keys; null where it is not in it, unless it always is
    (``is_there``)."""

    output_field = IntegerField()
    arity = 1

    def __init__(
        self, name: Any, keys: tuple[str, ...] = (), *, is_there: bool = False, **extra: Any
    ) -> None:
        self.keys, self.is_there = keys, is_there
        super().__init__(name, **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        column, values = compiler.compile(self.source_expressions[0])
        if self.is_there:
            return f"instr(%s, {column})", ["".join(self.keys), *values]
        found = f"CASE WHEN {column} IN (SELECT value FROM json_each(%s)) THEN instr(%s, {column}) END"
        return found, [*values, json.dumps(self.keys), "".join(self.keys), *values]

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        column, values = compiler.compile(self.source_expressions[0])
        return f"array_position(%s::uuid[], {column})", [_array(self.keys), *values]

    @property
    def identity(self) -> tuple[Any, ...]:
        return (*super().identity, self.keys, self.is_there)
