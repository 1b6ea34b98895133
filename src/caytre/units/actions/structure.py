"""One change of units or posts at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.db import transaction

from caytre.units.models import Structure


@contextmanager
def alone() -> Iterator[Structure]:
    """A transaction for which other changes of units and posts wait, so that no plan misses one."""
    with transaction.atomic():
        row, _ = Structure.objects.select_for_update().get_or_create(pk=1)
        yield row


@contextmanager
def setting_up() -> Iterator[None]:
    """The same for usual agencies that become rows: every process reads the rows anew, names mean what they meant.

    The mark is made at the end: what is read on the way must not be kept under it.
    """
    with alone() as row:
        yield
        row.version = uuid4()
        row.save(update_fields=["version"])


@contextmanager
def changing() -> Iterator[None]:
    """The same for a change of units: after it every process reads them anew, and the directory too."""
    with alone() as row:
        yield
        row.version, row.meaning = uuid4(), uuid4()
        row.save(update_fields=["version", "meaning"])
