"""The history is append-only, and whatever is done to it behind the system's back is found."""

from datetime import datetime, timedelta, timezone

import pytest
from django.db import DatabaseError, connection, transaction

from caytre.core import chain, history
from caytre.core.chain import Fault
from caytre.core.models import Event
from factories import AT
from tampering import LOCK, rechain, tamper

pytestmark = pytest.mark.django_db


@pytest.fixture
def events(officer):
    """Six events, of a person in a post and of the machine."""
    officer.capacity = "Văn thư, UBND xã Suối Trúc"
    for number in range(6):
        by = officer if number % 2 else None
        history.record("test.thing.done", about="a", by=by, at=AT + timedelta(seconds=number), number=number)
    return list(Event.objects.order_by("id"))


def test_each_event_has_a_number_a_capacity_and_the_digest_of_the_one_before(events):
    assert [event.id for event in events] == [1, 2, 3, 4, 5, 6]
    assert [event.previous for event in events] == ["", *(event.digest for event in events[:-1])]
    assert [event.capacity for event in events[:2]] == ["", "Văn thư, UBND xã Suối Trúc"]
    assert chain.verify({}) == (6, 6, events[-1].digest, None)


def test_the_digest_is_over_the_columns_in_the_form_that_is_written_down(events):
    second = (
        f'[2,"test.thing.done","a","2031-03-01 02:30:01.000000",{events[1].by_id},'
        r'"V\u0103n th\u01b0, UBND x\u00e3 Su\u1ed1i Tr\u00fac","{\"number\":1}",'
        f'"{events[0].digest}"]'
    )
    assert chain.sha256(second.encode("ascii")).hexdigest() == events[1].digest


def test_an_event_is_the_same_whatever_zone_its_time_was_given_in_and_to_the_microsecond(db):
    hanoi = datetime(2031, 3, 1, 9, 30, 0, 123456, tzinfo=timezone(timedelta(hours=7)))
    history.record("test.thing.done", about="a", by=None, at=hanoi)
    assert next(chain.rows())[3] == "2031-03-01 02:30:00.123456"
    assert chain.verify({}).fault is None


@pytest.mark.parametrize("details", [{"b": 1, "aa": 2, "ê": "đ"}, {"z": [1, "x", ["y"]], "a": True}, {}])
def test_details_are_hashed_in_one_form_on_every_database(details, db):
    history.record("test.thing.done", about="a", by=None, at=AT, **details)
    assert chain.verify({}).fault is None
    assert Event.objects.get().details == details


@pytest.mark.parametrize("words", ["Trồng tre ven suối", "x" * 65, "a\nb", 1.5, {"a": 1}, ["hai chữ"], ""])
def test_an_event_holds_no_words(words, db):
    with pytest.raises(TypeError, match="no words"):
        history.record("test.thing.done", about="a", by=None, at=AT, words=words)
    assert not Event.objects.exists()


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
    assert chain.verify({}).count == 6 and chain.is_guarded()


def test_no_two_events_follow_the_same_one(events):
    twin = Event(pk=7, name="x", about="a", at=AT, previous=events[2].digest, digest="0" * 64)
    with pytest.raises(DatabaseError), transaction.atomic():
        twin.save(force_insert=True)


def test_what_was_rolled_back_leaves_no_gap(events):
    with pytest.raises(RuntimeError), transaction.atomic():
        history.record("test.thing.done", about="a", by=None, at=AT)
        raise RuntimeError
    history.record("test.thing.done", about="b", by=None, at=AT)
    assert chain.verify({})[:2] == (7, 7)


def test_a_clock_that_goes_back_does_not_break_the_order(events):
    history.record("test.thing.done", about="a", by=None, at=AT - timedelta(days=20_000))
    assert chain.verify({})[:2] == (7, 7)


SWAP = [
    "UPDATE core_event SET id = 99 WHERE id = 3",
    "UPDATE core_event SET id = 3 WHERE id = 4",
    "UPDATE core_event SET id = 4 WHERE id = 99",
]
INSERTED = (
    "INSERT INTO core_event (id, name, about, at, capacity, details, previous, digest) "
    "VALUES (7, 'x', 'a', '2031-03-01 00:00:00+00:00', '', '{}', 'nothing', 'nothing')"
)


@pytest.mark.parametrize(
    ("statements", "fault"),
    [
        (["UPDATE core_event SET name = 'test.thing.undone' WHERE id = 3"], Fault("changed", 3, 2)),
        (["UPDATE core_event SET about = 'b' WHERE id = 1"], Fault("changed", 1, 0)),
        (["UPDATE core_event SET at = '2031-03-02 00:00:00+00:00' WHERE id = 6"], Fault("changed", 6, 5)),
        (["UPDATE core_event SET by_id = NULL WHERE id = 2"], Fault("changed", 2, 1)),
        (["UPDATE core_event SET capacity = 'Chủ tịch' WHERE id = 2"], Fault("changed", 2, 1)),
        (["""UPDATE core_event SET details = '{"number": 9}' WHERE id = 4"""], Fault("changed", 4, 3)),
        (["UPDATE core_event SET previous = 'x' WHERE id = 4"], Fault("changed", 4, 3)),
        (["UPDATE core_event SET digest = 'x' WHERE id = 4"], Fault("changed", 4, 3)),
        (["DELETE FROM core_event WHERE id = 4"], Fault("removed", 5, 3)),
        (["DELETE FROM core_event WHERE id < 3"], Fault("removed", 3, 0)),
        (SWAP, Fault("changed", 3, 2)),
        ([INSERTED], Fault("changed", 7, 6)),
    ],
)
def test_what_is_done_to_a_row_is_found_and_its_place_named(events, statements, fault):
    tamper(*statements)
    assert chain.verify({}).fault == fault


@pytest.mark.parametrize("column", ["name", "about", "at", "previous"])
def test_what_is_no_event_at_all_is_found(events, column):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite stores any value in any column")
    tamper(f"UPDATE core_event SET {column} = x'00ff' WHERE id = 3")
    assert chain.verify({}).fault == Fault("changed", 3, 2)


def test_an_event_with_a_digest_of_its_own_does_not_follow(events):
    columns = (4, "x", "a", "2031-03-01 02:30:03.000000", None, "", "{}", "b" * 64)
    tamper(
        "UPDATE core_event SET name = 'x', by_id = NULL, capacity = '', details = '{}', "
        f"previous = '{columns[7]}', digest = '{chain.digest_of(columns)}' WHERE id = 4"
    )
    assert chain.verify({}).fault == Fault("unlinked", 4, 3)


def test_a_chain_that_was_made_anew_is_found_by_a_head_noted_elsewhere(events):
    tamper("UPDATE core_event SET name = 'test.thing.undone' WHERE id = 3")
    rechain(3)
    assert chain.verify({}).fault is None
    assert chain.verify({2: events[1].digest, 5: events[4].digest}).fault == Fault("rewritten", 5, 4)


def test_an_end_that_was_cut_off_is_found_by_a_head_noted_elsewhere(events):
    tamper("DELETE FROM core_event WHERE id > 4")
    assert chain.verify({4: events[3].digest}).fault is None
    assert chain.verify({4: events[3].digest, 6: events[5].digest}).fault == Fault("truncated", 6, 4)


def test_locks_that_were_taken_off_are_missed(events):
    tamper()
    assert chain.is_guarded()
    with connection.cursor() as cursor:
        cursor.execute(LOCK.UNLOCK[connection.vendor][0])
    assert not chain.is_guarded()
