"""Whatever is done to the history behind the system's back is found."""

import pytest
from django.db import connection

from caytre.core import chain
from caytre.core.chain import Fault
from tampering import rechain, tamper

pytestmark = pytest.mark.django_db

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
