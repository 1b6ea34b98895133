"""The page by which files come in."""

import pytest

from factories import PLAN
from flows.pages import read_plan, send, shown

pytestmark = pytest.mark.django_db


def test_nothing_sent_is_said(client):
    assert "Chưa chọn tệp nào." in shown(client.post("/documents/upload/", {}))


def test_a_script_gets_only_the_rows(client):
    answer = send(client, ("a.txt", PLAN), **{"X-Rows": "1"})
    assert answer.content.decode().strip().startswith("<li")


def test_a_name_is_shown_escaped(client):
    answer = send(client, ("<img src=x onerror=alert(1)>.txt", PLAN))
    assert "<img src=x" not in answer.content.decode()


def test_words_of_a_document_are_shown_escaped(client):
    document = read_plan(client, PLAN.replace("Chọn giống tre", "Chọn <script>alert(1)</script> giống tre"))
    body = client.get(f"/documents/{document.pk}/").content.decode()
    assert "<script>alert" not in body
    assert "&lt;script&gt;alert(1)" in body
