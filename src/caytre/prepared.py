"""Questions whose SQL is written once: to write it anew, Django takes longer than the database takes to answer."""

from __future__ import annotations

import copy
import secrets
from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID, uuid4

from django.db import connections
from django.db.models import QuerySet

Row = TypeVar("Row")
Value = UUID | int | str


class Prepared(Generic[Row]):
    """``Prepared(make)(unit=…)`` has the rows of ``make(unit=…)``, of any queryset without prefetching.

    ``make`` is called once for each kind of database, with other keys in the place of the real ones: it may only hand
    them to conditions of equality.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Row]]) -> None:
        self.make = make
        self.written: dict[str, _Written] = {}

    def __call__(self, **values: Value) -> list[Row]:
        connection = connections["default"]
        written = self.written.get(connection.vendor)
        if written is None:
            written = self.written[connection.vendor] = _write(self.make, values)
        return list(written.rows_of(values, connection))

    def first(self, **values: Value) -> Row | None:
        """The first row, None where there is none."""
        return next(iter(self(**values)), None)


class _Written(NamedTuple):
    """A queryset with its SQL. ``places``: at which places of the parameters which value stands."""

    rows: QuerySet[Any, Any]
    compiler: Any
    sql: str
    parameters: tuple[Any, ...]
    places: tuple[tuple[int, str], ...]

    def rows_of(self, values: Mapping[str, Value], connection: Any) -> QuerySet[Any, Any]:
        parameters = list(self.parameters)
        for place, name in self.places:
            parameters[place] = _like(parameters[place], values[name])
        compiler = copy.copy(self.compiler)
        compiler.connection = connection
        compiler.as_sql = lambda *asked, **how: (self.sql, parameters)
        rows = self.rows.all()
        rows.query.get_compiler = lambda *asked, **how: compiler  # type: ignore[method-assign]
        return rows


def _write(make: Callable[..., QuerySet[Any, Any]], values: Mapping[str, Value]) -> _Written:
    marks = {name: _mark(value) for name, value in values.items()}
    rows = make(**marks)
    compiler = rows.query.get_compiler(using="default")
    sql, parameters = compiler.as_sql()
    places = tuple(
        (place, name)
        for place, parameter in enumerate(parameters)
        for name, mark in marks.items()
        if parameter == mark or (isinstance(mark, UUID) and parameter == mark.hex)
    )
    assert {name for _, name in places} == set(marks), f"not all of {sorted(marks)} stand in {sql}"
    return _Written(rows, compiler, sql, tuple(parameters), places)


def _mark(value: Value) -> Value:
    """A key that nothing else in the statement is."""
    if isinstance(value, int):
        return 2**61 + secrets.randbits(60)
    return uuid4() if isinstance(value, UUID) else uuid4().hex


def _like(mark: object, value: Value) -> object:
    """SQLite keeps a UUID without dashes."""
    return value.hex if isinstance(value, UUID) and isinstance(mark, str) else value
