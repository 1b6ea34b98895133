"""A telephone is set up, and another one in its place."""

import pytest
from allauth.mfa.models import Authenticator

from flows.clock import clock
from flows.pages import path_of, shown
from flows.signing import PASSWORD, ask_for_code, code, enter, is_in, secret_of, set_up_telephone, signed_in

__all__ = ["clock"]
pytestmark = pytest.mark.django_db


def test_the_secret_does_not_lie_open_in_the_database(officer, settings):
    secret, _ = set_up_telephone(signed_in())
    assert secret not in str(Authenticator.objects.get().data)
    settings.SECRET_KEY = "another key, as after a restore without its file"
    assert "Mã chưa đúng" in shown(enter(ask_for_code(), code(secret, steps=1)))


def test_a_wrong_first_code_sets_nothing_up_and_keeps_the_secret(officer):
    tab = signed_in()
    first = secret_of(tab.get("/account/second-step/"))
    wrong = tab.post("/account/second-step/", {"code": "12"})
    assert "Hãy xem giờ của điện thoại" in shown(wrong) and secret_of(wrong) == first
    assert not Authenticator.objects.exists()


def test_setting_up_ends_the_other_sessions_and_renews_this_one(officer):
    mine, other = signed_in(), signed_in()
    before = mine.session.session_key
    set_up_telephone(mine)
    assert is_in(mine) and mine.session.session_key != before and not is_in(other)


def test_after_ten_minutes_the_password_is_asked_for_again(officer, clock):
    tab = signed_in()
    clock.forward(minutes=11)
    asked = tab.get("/account/second-step/")
    assert path_of(asked) == "/account/confirm/"
    there = asked["Location"]
    assert "Mật khẩu chưa đúng" in shown(tab.post(there, {"password": "sai"}))
    assert path_of(tab.post(there, {"password": PASSWORD})) == "/account/second-step/"
    assert tab.get("/account/second-step/").status_code == 200


def test_another_telephone_takes_the_place_of_the_first(officer, clock):
    tab = signed_in()
    first, _ = set_up_telephone(tab)
    second, _ = set_up_telephone(tab)
    clock.forward(minutes=5)
    assert first != second and "Mã chưa đúng" in shown(enter(ask_for_code(), code(first)))
    assert path_of(enter(ask_for_code(), code(second))) == "/day/"


def test_the_code_of_the_set_up_does_not_open(officer):
    tab = signed_in()
    secret = secret_of(tab.get("/account/second-step/"))
    used = code(secret)
    tab.post("/account/second-step/", {"code": used})
    assert "Mã chưa đúng" in shown(enter(ask_for_code(), used))
