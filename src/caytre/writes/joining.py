"""All that a request writes as one transaction, which begins with the first write and not before.

What takes long and writes nothing (reading a file, hashing a password) is done before it, while others write.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import TracebackType
from typing import Any

from django.db import transaction

_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)

Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


def writes(sql: str) -> bool:
    """Whether a statement writes."""
    return _WRITES.match(sql) is not None


class Whole:
    """``with Whole(connection, first=…)``: what is written inside is one transaction.

    ``first`` is called in it before all else. An exception, also a caught one of ``take_back``, undoes everything.
    """

    def __init__(self, connection: Any, *, first: Callable[[], None]) -> None:
        self.connection, self.first = connection, first
        self.block: Any = None

    @property
    def begun(self) -> bool:
        """Whether anything was to be written."""
        return self.block is not None

    def begin(self) -> None:
        """Called by the connection when something is about to be written."""
        self.connection.whole = None
        self.block = transaction.atomic(using=self.connection.alias)
        self.block.__enter__()
        self.first()

    def take_back(self) -> None:
        """Undo at the end all that was written."""
        if self.begun:
            transaction.set_rollback(True, using=self.connection.alias)

    def __enter__(self) -> Whole:
        self.connection.whole, self.connection.depth = self, len(self.connection.atomic_blocks)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.whole = None
        if self.begun:
            self.block.__exit__(kind, value, trace)


class Joining:
    """A database connection whose next transaction, where a :class:`Whole` waits for it, begins inside of that one."""

    whole: Whole | None = None
    depth = 0

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers: list[Any] = [self._before]

    def set_autocommit(self, autocommit: bool, *how: bool, **named: bool) -> None:  # noqa: FBT001
        """The outermost ``atomic`` asks for this: it becomes the second."""
        if self.whole and not autocommit:
            self.whole.begin()
            self.savepoint_ids.append(self.savepoint())  # type: ignore[attr-defined]
        else:
            super().set_autocommit(autocommit, *how, **named)  # type: ignore[misc]

    def savepoint(self) -> Any:
        """An ``atomic`` inside of one that was there before the request (a test's) asks for this."""
        if self.whole:
            self.whole.begin()
        return super().savepoint()  # type: ignore[misc]

    def _before(self, execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001
        if self.whole and len(self.atomic_blocks) == self.depth and writes(sql):  # type: ignore[attr-defined]
            self.whole.begin()
        return self.statement(execute, sql, params, many, context)

    def statement(self, execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001
        """Do one statement."""
        return execute(sql, params, many, context)
