"""The engine ``caytre.writes.postgresql``."""

from __future__ import annotations

from django.db.backends.postgresql import base

from caytre.writes.joining import Joining


class DatabaseWrapper(Joining, base.DatabaseWrapper):
    """PostgreSQL has its own queues; only what a request writes is joined."""
