"""The history is append-only, in one order, and holds no words."""

from datetime import datetime, timedelta, timezone

import pytest
from django.db import transaction

from caytre.core import chain, history
from caytre.core.models import Event
from factories import AT

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("words", ["Trồng tre ven suối", "x" * 65, "a\nb", 1.5, {"a": 1}, ["hai chữ"]])
def test_an_event_holds_no_words(words, db):
    with pytest.raises(TypeError, match="no words"):
        history.record("test.thing.done", about="a", by=None, at=AT, words=words)
    assert not Event.objects.exists()


def test_what_was_rolled_back_leaves_no_gap(events):
    with pytest.raises(RuntimeError), transaction.atomic():
        history.record("test.thing.done", about="a", by=None, at=AT)
        raise RuntimeError
    history.record("test.thing.done", about="b", by=None, at=AT)
    assert chain.verify({})[:2] == (7, 7)


def test_a_clock_that_goes_back_does_not_break_the_order(events):
    history.record("test.thing.done", about="a", by=None, at=AT - timedelta(days=20_000))
    assert chain.verify({})[:2] == (7, 7)
