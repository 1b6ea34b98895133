"""The door without a page: what the worker is asked to do."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from caytre import flows


@task()
def read_document(key: str) -> bool:
    """Read one document, if it still waits."""
    return flows.read_document(UUID(key), clock=timezone.now)


def queue(key: UUID) -> None:
    """Have a document read; inside a transaction, with the transaction."""
    read_document.enqueue(str(key))
