"""Whether a column holds one of many keys, as one value of the statement however many there are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Func, IntegerField

FEW = 200
"""Of so many units what they do and give is looked up in an index; of more, rows are tested as they are read."""


class Among(Func):
    """The condition that the column ``name`` holds one of the ``keys``.

    Thousands of placeholders cost more than the query. ``is_looked_up`` False: the database tests each row that it
    reads for other reasons, instead of looking the keys up in an index (PostgreSQL decides that itself).
    """

    output_field = BooleanField()
    arity = 1

    def __init__(
        self, name: Any, keys: Iterable[UUID] = (), *, is_looked_up: bool = True, **extra: Any
    ) -> None:
        self.keys = keys if isinstance(keys, frozenset) else frozenset(keys)
        self.is_looked_up = is_looked_up
        super().__init__(name, **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        column, values = compiler.compile(self.source_expressions[0])
        plus = "" if self.is_looked_up else "+"
        return f"{plus}{column} IN (SELECT value FROM json_each(%s))", [*values, _as_json(self.keys)]

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        column, values = compiler.compile(self.source_expressions[0])
        return f"{column} = ANY(%s::uuid[])", [*values, _as_array(self.keys)]

    @property
    def identity(self) -> tuple[Any, ...]:
        return (*super().identity, self.keys, self.is_looked_up)


@lru_cache(maxsize=256)
def _as_json(keys: frozenset[UUID]) -> str:
    """SQLite keeps a UUID without dashes."""
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
    """The place of a column's key in a list of keys; null where it is not in it."""

    output_field = IntegerField()
    arity = 1

    def __init__(self, name: Any, keys: Sequence[UUID] = (), **extra: Any) -> None:
        self.keys = tuple(keys)
        super().__init__(name, **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        column, values = compiler.compile(self.source_expressions[0])
        found = f"CASE WHEN {column} IN (SELECT value FROM json_each(%s)) THEN instr(%s, {column}) END"
        return found, [
            *values,
            _as_json(frozenset(self.keys)),
            "".join(key.hex for key in self.keys),
            *values,
        ]

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        column, values = compiler.compile(self.source_expressions[0])
        array = "{" + ",".join(map(str, self.keys)) + "}"
        return f"array_position(%s::uuid[], {column})", [array, *values]

    @property
    def identity(self) -> tuple[Any, ...]:
        return (*super().identity, self.keys)
