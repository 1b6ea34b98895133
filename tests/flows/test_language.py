"""Vietnamese, and English by a switch."""

import pytest

from factories import STAMPED
from flows.pages import path_of, send, shown

pytestmark = pytest.mark.django_db


def test_the_language_is_switched_by_hand_only(client):
    assert "Sổ văn bản" in shown(client.get("/", headers={"Accept-Language": "en"}))
    client.post("/language/", {"language": "en", "next": "/"})
    answer = client.get("/")
    assert "Document register" in shown(answer) and '<html lang="en">' in answer.content.decode()
    client.post("/language/", {"language": "vi", "next": "/"})
    assert "Sổ văn bản" in shown(client.get("/"))


def test_the_switch_does_not_lead_away(client):
    assert path_of(client.post("/language/", {"language": "en", "next": "https://example.org/"})) == "/"


def test_a_secret_refusal_is_the_same_in_english(client):
    client.post("/language/", {"language": "en", "next": "/"})
    assert "state secrets" in shown(send(client, ("a.txt", STAMPED)))


def test_a_refusal_with_an_advice_is_translated_whole(client):
    client.post("/language/", {"language": "en", "next": "/"})
    said = shown(send(client, ("a.txt", b"a" * 100_001)))
    assert "The file is too large to be read." in said
    assert "One paragraph of the file is longer than 100,000 letters without a line break." in said
