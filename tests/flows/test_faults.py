"""The database fails in the middle of a form: nothing half done, and what was filled in is kept."""

import sqlite3
import threading
from uuid import uuid4

import pytest
from django.db import connection

from caytre.documents.models import Correction
from caytre.web.faults import BUSY, FULL, sentence_of
from caytre.writes.models import Receipt
from factories import officer, own_folders
from flows.pages import read_plan, shown
from statements import between

__all__ = ["officer", "own_folders"]

ADDED = {"words": "Giữ bờ suối không sạt lở trong mùa mưa.", "why": "sót"}


@pytest.mark.django_db(transaction=True)
def test_a_fault_between_any_two_statements_leaves_all_or_nothing(client):
    document = read_plan(client)
    token, said = str(uuid4()), []

    def deed():
        answer = client.post(f"/documents/{document.pk}/add/tasks/", ADDED | {"once": token})
        said.append(answer)

    assert between(deed) >= 4
    assert [one.status_code for one in said[:-1]] == [503] * (len(said) - 1)
    assert "Gửi lại" in shown(said[0]) and token in said[0].content.decode()
    assert said[0]["Retry-After"]
    assert said[-1].status_code == 302
    assert Correction.objects.count() == Receipt.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("browsers", [16])
def test_the_same_form_at_the_same_moment_is_done_once(office_served, browsers):
    token, answers, start = str(uuid4()), [], threading.Barrier(browsers)

    def send():
        start.wait()
        answers.append(office_served.add(0, once=token, why="cùng lúc"))

    senders = [threading.Thread(target=send, daemon=True) for _ in range(browsers)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join(30)
    assert sorted(status for status, _ in answers) == [302] + [303] * (browsers - 1)
    assert len({answer.headers["Location"] for _, answer in answers}) == 1


@pytest.fixture
def office_served(office):
    from sending import served

    with served(office) as made:
        yield made


def test_nobody_among_many_is_told_that_the_database_is_locked(office_served):
    from sending import mix

    answers = mix(office_served, requests=120, clients=16)
    assert {status for status, _seconds in answers} == {200, 302}


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (sqlite3.OperationalError("database is locked"), BUSY),
        (sqlite3.OperationalError("database or disk is full"), FULL),
        (sqlite3.OperationalError("no such table: x"), ""),
    ],
)
def test_what_the_database_says_is_said_in_words(error, sentence):
    from django.db import OperationalError

    assert sentence_of(OperationalError(str(error))) == sentence


@pytest.mark.parametrize("text", ["a\0b", "a%00b"])
@pytest.mark.django_db
def test_what_is_no_text_is_refused(client, text):
    if "%" in text:
        assert client.get(f"/?q={text}").status_code == 400
        return
    answer = client.post("/capacity/", {"post": text})
    assert answer.status_code == 400
    assert "ký tự không phải là chữ" in shown(answer)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text", ["\u202egnart", "tre\u200b", "e" + "\u0301" * 500, "🎋" * 300, "tre " * 250_000]
)
def test_strange_text_is_stored_or_refused(client, text):
    document = read_plan(client)
    answer = client.post(f"/documents/{document.pk}/edit/header/0/", {"title": text})
    assert answer.status_code in (302, 400, 409, 413, 422)
    assert client.get(f"/documents/{document.pk}/").status_code == 200
    assert connection.is_usable()
