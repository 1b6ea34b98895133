"""What holds for every answer: no cache, no other house's script or frame, no write by a link, no word of an error."""

import re
from hashlib import sha256

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client, override_settings
from django.urls import include, path

from caytre.core.models import Session
from factories import person, read
from flows.pages import addresses, shown
from flows.signing import OFFICE, browser, is_in, set_up_telephone, sign_in, signed_in

pytestmark = pytest.mark.django_db
SECRET = "SELECT tên bí mật FROM kho"


def broken(request):
    raise RuntimeError(f"{SECRET} in {__file__}")


urlpatterns = [path("broken/", broken), path("", include("caytre.web.urls"))]


@pytest.fixture
def everywhere(officer, tmp_path):
    """Every address, those of a document filled with one that is there."""
    document = read(tmp_path, by=officer)
    there = [
        address.replace("00000000-0000-4000-8000-000000000000", str(document.pk))
        for address in addresses().values()
    ]
    return [*addresses().values(), *there, "/nowhere/", "/static/web/page.css"]


def faults(answer):
    """What an answer lacks of what every answer has."""
    csp = answer.get("Content-Security-Policy", "")
    rules = {
        "nosniff": answer.get("X-Content-Type-Options") == "nosniff",
        "referrer": answer.get("Referrer-Policy") == "same-origin",
        "frames": answer.get("X-Frame-Options") == "DENY",
        "policy": "default-src 'none'" in csp and ("frame-ancestors 'none'" in csp or "sandbox" in csp),
        "unsafe": "unsafe" not in csp and "*" not in csp,
        "opener": answer.get("Cross-Origin-Opener-Policy") == "same-origin",
        "server": "Server" not in answer and "X-Powered-By" not in answer,
    }
    return [rule for rule, holds in rules.items() if not holds]


@pytest.mark.parametrize("who", ["stranger", "officer"])
def test_every_answer_has_its_headers_and_is_kept_by_no_cache(everywhere, officer, who):
    tab = signed_in() if who == "officer" else browser()
    found = {}
    for address in everywhere:
        answer = tab.get(address)
        wrong = faults(answer) if not address.startswith("/static/") else []
        if not address.startswith("/static/") and "no-store" not in answer.get("Cache-Control", ""):
            wrong.append("cache")
        for cookie in answer.cookies.values():
            wrong += [name for name in ("httponly", "samesite") if not cookie[name]]
        found |= {address: wrong} if wrong else {}
    assert found == {}


def test_no_page_has_a_script_or_a_style_within(everywhere, officer):
    tab = signed_in()
    pages = {address: tab.get(address) for address in ["/account/second-step/", *everywhere]}
    set_up_telephone(tab)
    pages["codes"] = tab.post("/account/recovery-codes/")
    for address, page in pages.items():
        if page.get("Content-Type", "").startswith("text/html"):
            assert not re.findall(
                r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", page.content.decode()
            ), address


def tables():
    """A digest of every row of every table but those of sessions."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if model is not Session:
                cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
                found[model._meta.label] = sha256(
                    repr(sorted(map(repr, cursor.fetchall()))).encode()
                ).hexdigest()
    return found


def test_no_link_changes_anything(everywhere, officer):
    tab = signed_in()
    before = tables()
    for address in everywhere:
        tab.get(address)
        tab.head(address)
        tab.options(address)
    changed = {name for name, rows in tables().items() if rows != before[name]}
    assert changed == set() and is_in(tab)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_no_form_without_its_token_is_heard(everywhere, officer, method):
    tab, strangers = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    tab.force_login(officer)
    before = tables()
    for address in everywhere:
        if not address.startswith("/static/"):
            assert getattr(tab, method)(address).status_code in (403, 404, 405), address
    assert getattr(strangers, method)("/login/").status_code in (403, 405)
    assert (
        strangers.post("/login/code/").status_code == 403 and strangers.post("/language/").status_code == 403
    )
    assert tables() == before


def test_an_error_shows_nothing_of_itself(officer):
    tab = Client(raise_request_exception=False)
    tab.force_login(officer)
    with override_settings(ROOT_URLCONF=__name__):
        answer = tab.get("/broken/")
    page = answer.content.decode()
    assert answer.status_code == 500 and "Hệ thống gặp lỗi" in page
    assert not [word for word in (SECRET, "RuntimeError", "Traceback", "/tests/", "django") if word in page]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1:80@evil.example", "a b"]
)
def test_another_host_is_refused(host):
    assert Client().get("/login/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize(
    ("asked_by", "says", "believed"),
    [
        ("10.0.0.5", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.5", "1.2.3.4, 203.0.113.9", "203.0.113.9"),
        ("10.0.0.5", "1.2.3.4, 203.0.113.9, 10.0.0.6", "203.0.113.9"),
        ("10.0.0.5", "", "10.0.0.5"),
        ("203.0.113.7", "127.0.0.1", "203.0.113.7"),
    ],
)
def test_only_a_trusted_web_server_says_who_asks(officer, settings, asked_by, says, believed):
    settings.TRUSTED_PROXIES = ["10.0.0.0/29"]
    tab = Client(REMOTE_ADDR=asked_by, HTTP_X_FORWARDED_FOR=says)
    sign_in(tab)
    assert Session.objects.get(user=officer).address == believed


def test_a_stranger_cannot_say_that_the_page_came_over_https(settings):
    settings.TRUSTED_PROXIES = ["10.0.0.5"]
    settings.SECURE_PROXY_SSL_HEADER, settings.SECURE_SSL_REDIRECT = ("HTTP_X_FORWARDED_PROTO", "https"), True
    assert Client(REMOTE_ADDR="203.0.113.7", HTTP_X_FORWARDED_PROTO="https").get("/login/").status_code == 301
    assert Client(REMOTE_ADDR="10.0.0.5", HTTP_X_FORWARDED_PROTO="https").get("/login/").status_code == 200


def test_two_people_through_one_cache_never_see_each_other_s_page(officer):
    person("khac")
    for tab in (signed_in(), signed_in("khac", address=OFFICE)):
        answer = tab.get("/account/")
        assert answer["Cache-Control"] == "no-store, private" and "Cookie" in answer["Vary"]
        assert ("canbo" in shown(answer)) != ("khac" in shown(answer))
