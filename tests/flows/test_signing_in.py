"""Signing in and out."""

import pytest

from caytre.documents.models import Document
from factories import PLAN
from flows.pages import path_of, send, shown

pytestmark = pytest.mark.django_db


def test_signing_in_and_out(officer):
    from django.test import Client

    browser = Client()
    wrong = browser.post("/login/", {"username": "canbo", "password": "sai"})
    assert wrong.status_code == 200 and "Sổ văn bản" not in shown(wrong)
    right = browser.post("/login/", {"username": "canbo", "password": "cây tre trăm đốt"})
    assert path_of(right) == "/"
    assert browser.get("/").status_code == 200
    browser.post("/logout/")
    assert browser.get("/").status_code == 302


def test_after_ten_wrong_passwords_the_page_rests_for_that_name(officer):
    from django.test import Client

    browser = Client(REMOTE_ADDR="10.0.0.9")
    for _ in range(10):
        assert browser.post("/login/", {"username": "canbo", "password": "sai"}).status_code == 200
    right = {"username": "canbo", "password": "cây tre trăm đốt"}
    answer = browser.post("/login/", right)
    assert answer.status_code == 429 and "Hãy đợi 15 phút" in shown(answer)
    assert path_of(Client(REMOTE_ADDR="10.0.0.10").post("/login/", right)) == "/"


def test_a_form_without_its_token_is_refused(officer):
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(officer)
    assert send(browser, ("a.txt", PLAN)).status_code == 403
    assert not Document.objects.exists()
