"""The engine ``caytre.writes.sqlite``."""

from __future__ import annotations

from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from caytre.writes.joining import Execute, Joining, writes
from caytre.writes.turns import TookTooLong, Turn

NOTICED = 0.1  # seconds; who waited longer than this waits less for the database


class DatabaseWrapper(Joining, base.DatabaseWrapper):
    """Whoever writes to a file waits for their turn before SQLite is asked, and holds it until the transaction ends."""

    turn: Turn | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self.longest = float(conn_params.get("timeout", 5))
        if not self.is_in_memory_db():
            self.turn = Turn(str(conn_params["database"]), longest=self.longest)
        return super().get_new_connection(conn_params)

    def _start_transaction_under_autocommit(self) -> None:
        waited = self._take()
        try:
            if waited > NOTICED:
                self._patience(self.longest - waited)
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._give()
            raise
        finally:
            if waited > NOTICED:
                self._patience(self.longest)

    def statement(self, execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001
        """A write outside of a transaction is one of its own."""
        if self.in_atomic_block or not writes(sql):
            return super().statement(execute, sql, params, many, context)
        self._take()
        try:
            return super().statement(execute, sql, params, many, context)
        finally:
            self._give()

    def _commit(self) -> Any:
        done = super()._commit()
        self._give()  # not where the commit failed: what was begun is still there, and is rolled back
        return done

    def _rollback(self) -> None:
        try:
            super()._rollback()
        finally:
            self._give()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            self._give()

    def _take(self) -> float:
        if self.turn is None:
            return 0.0
        try:
            return self.turn.take()
        except TookTooLong:
            raise OperationalError("database is locked") from None

    def _give(self) -> None:
        if self.turn is not None:
            self.turn.give()

    def _patience(self, seconds: float) -> None:
        """How long SQLite waits for others who write past the queue: a backup, another program."""
        self.connection.execute(f"PRAGMA busy_timeout = {max(1, int(seconds * 1000))}")
