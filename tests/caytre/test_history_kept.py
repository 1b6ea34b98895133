"""The database itself keeps the history as it is."""

import pytest
from django.db import DatabaseError, connection, transaction

from caytre.core import chain
from caytre.core.models import Event
from factories import AT
from tampering import LOCK, tamper

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "change",
    [
        lambda: Event.objects.filter(pk=2).update(name="x"),
        lambda: Event.objects.filter(pk=2).delete(),
        lambda: Event.objects.all().delete(),
        lambda: Event.objects.get(pk=2).save(),
    ],
)
def test_the_database_refuses_to_change_or_delete_an_event(events, change):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change()
    assert chain.verify({}).events == 6 and chain.is_guarded()


def test_no_two_events_follow_the_same_one(events):
    twin = Event(pk=7, name="x", about="a", at=AT, previous=events[2].digest, digest="0" * 64)
    with pytest.raises(DatabaseError), transaction.atomic():
        twin.save(force_insert=True)


def test_locks_that_were_taken_off_are_missed(events):
    tamper()
    assert chain.is_guarded()
    with connection.cursor() as cursor:
        cursor.execute(LOCK.UNLOCK[connection.vendor][0])
    assert not chain.is_guarded()
