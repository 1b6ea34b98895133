"""The append-only history of events."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from caytre.core.models import Event, User


def record(name: str, *, about: object, by: User | None, at: datetime, **details: object) -> None:
    """Note that ``name`` happened to the object whose key is ``about``; ``by`` None is the machine."""
    facts: Mapping[str, object] = {key: value for key, value in details.items() if value is not None}
    Event.objects.create(name=name, about=str(about), by=by, at=at, details=dict(facts))
