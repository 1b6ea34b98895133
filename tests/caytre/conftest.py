"""Folders of their own, people, and a document that was read."""

from datetime import timedelta

import pytest

from caytre.core import history
from caytre.core.models import Event
from factories import AT, officer, own_folders, read

__all__ = ["document", "officer", "own_folders"]


@pytest.fixture
def document(officer, tmp_path):
    return read(tmp_path, by=officer)


@pytest.fixture
def events(officer):
    """Six events, of a person in a post and of the machine."""
    officer.capacity = "Văn thư, UBND xã Suối Trúc"
    for number in range(6):
        by = officer if number % 2 else None
        history.record("test.thing.done", about="a", by=by, at=AT + timedelta(seconds=number), number=number)
    return list(Event.objects.order_by("id"))
