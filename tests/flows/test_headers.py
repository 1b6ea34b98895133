"""What holds for every answer: no cache, no other house's script or frame, no write by a link, no word of an error."""

import re

import pytest
from django.test import Client, override_settings
from django.urls import include, path

from factories import person
from flows.pages import shown
from flows.signing import OFFICE, browser, everywhere, set_up_telephone, signed_in

__all__ = ["everywhere"]
pytestmark = pytest.mark.django_db
SECRET = "SELECT tên bí mật FROM kho"


def broken(request):
    raise RuntimeError(f"{SECRET} in {__file__}")


urlpatterns = [path("broken/", broken), path("", include("caytre.web.urls"))]


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


def test_an_error_shows_nothing_of_itself(officer):
    tab = Client(raise_request_exception=False)
    tab.force_login(officer)
    with override_settings(ROOT_URLCONF=__name__):
        answer = tab.get("/broken/")
    page = answer.content.decode()
    assert answer.status_code == 500 and "Hệ thống gặp lỗi" in page
    assert not [word for word in (SECRET, "RuntimeError", "Traceback", "/tests/", "django") if word in page]


def test_two_people_through_one_cache_never_see_each_other_s_page(officer):
    person("khac")
    for tab in (signed_in(), signed_in("khac", address=OFFICE)):
        answer = tab.get("/account/")
        assert answer["Cache-Control"] == "no-store, private" and "Cookie" in answer["Vary"]
        assert ("canbo" in shown(answer)) != ("khac" in shown(answer))
