"""What a web server in front says is believed of a trusted one only, and the host is one of ours."""

import pytest
from django.test import Client

from caytre.accounts.models import Session
from flows.signing import sign_in

pytestmark = pytest.mark.django_db


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
