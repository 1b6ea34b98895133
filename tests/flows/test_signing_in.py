"""Signing in and out."""

import pytest

from caytre.accounts.models import Session
from caytre.documents.models import Document
from factories import PLAN
from flows.guesses import counted
from flows.pages import path_of, send, shown
from flows.signing import ELSEWHERE, PASSWORD, browser, is_in, sign_in, signed_in

__all__ = ["counted"]
pytestmark = pytest.mark.django_db


def test_signing_in_and_out(officer):
    tab = browser()
    wrong = sign_in(tab, password="sai")
    assert wrong.status_code == 200 and "Tên đăng nhập hoặc mật khẩu chưa đúng" in shown(wrong)
    assert path_of(sign_in(tab)) == "/day/"
    assert tab.get("/").status_code == 200
    tab.post("/logout/")
    assert not is_in(tab)


def test_signing_in_leads_to_the_page_that_was_wanted_and_to_no_other_house(officer):
    assert path_of(sign_in(browser(), next="/documents/upload/")) == "/documents/upload/"
    assert sign_in(browser(), next="https://example.org/")["Location"] == "/day/"
    assert sign_in(browser(), next="//example.org/")["Location"] == "/day/"


def test_the_session_before_is_not_the_session_after(officer):
    tab = browser()
    tab.session.save()
    before = tab.session.session_key
    tab.cookies["caytre"] = before
    sign_in(tab)
    assert tab.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_signing_out_ends_the_session_on_the_server(officer):
    tab, copy = signed_in(), browser()
    copy.cookies["caytre"] = tab.cookies["caytre"].value
    assert is_in(copy)
    tab.post("/logout/")
    assert not is_in(copy)


def test_a_disabled_account_is_out_at_the_next_request_and_does_not_come_in(officer):
    tab = signed_in()
    officer.is_active = False
    officer.save()
    assert not is_in(tab)
    assert "tài khoản đã ngừng hoạt động" in shown(sign_in(browser()))


def test_an_unknown_name_costs_and_answers_what_a_known_one_does(officer, counted):
    known = sign_in(browser(), password="sai")
    hashes = counted.since()
    unknown = sign_in(browser(ELSEWHERE), name="khongco", password="sai")
    assert hashes == counted.since() == 1
    assert shown(known) == shown(unknown) and known.status_code == unknown.status_code


def test_name_and_password_are_the_same_in_both_forms_of_unicode(officer, settings):
    import unicodedata

    settings.PASSWORD_HASHERS = ["caytre.accounts.actions.hashing.Argon2id"]
    officer.username = "đỗ.văn.ốc"
    officer.set_password(unicodedata.normalize("NFD", PASSWORD))
    officer.save()
    for form in ("NFC", "NFD"):
        name, password = (unicodedata.normalize(form, text) for text in ("đỗ.văn.ốc", PASSWORD))
        assert path_of(sign_in(browser(), name=name, password=password)) == "/day/"


def test_a_form_without_its_token_is_refused(officer):
    from django.test import Client

    tab = Client(enforce_csrf_checks=True)
    tab.force_login(officer)
    refused = send(tab, ("a.txt", PLAN))
    assert refused.status_code == 403 and "Biểu mẫu này đã cũ" in shown(refused)
    assert not Document.objects.exists()


def test_nobody_signs_up_and_no_other_page_of_allauth_is_open(officer):
    tab = signed_in()
    for address in (
        "/signup/",
        "/accounts/signup/",
        "/password/reset/",
        "/account/email/",
        "/2fa/",
        "/account/signup/",
    ):
        assert tab.get(address).status_code == 404, address
