"""The second step: a telephone, codes on paper, and who cannot do without."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.test import override_settings
from django.urls import include, path

from caytre.accounts.models import RecoveryCode
from caytre.core.models import Event, User
from caytre.units.models import Post, Unit
from caytre.web.accounts.guard import administering
from factories import AT, person
from flows.pages import path_of, shown
from flows.signing import (
    ELSEWHERE,
    HOME,
    PASSWORD,
    administrator,
    browser,
    clock,
    code,
    codes_of,
    is_in,
    secret_of,
    set_up_telephone,
    sign_in,
    signed_in,
    strict,
)

__all__ = ["administrator", "clock", "strict"]
pytestmark = pytest.mark.django_db
urlpatterns = [
    path("administer/", administering(lambda request: HttpResponse("administered"))),
    path("", include("caytre.web.urls")),
]


def ask_for_code(name="canbo", *, address=HOME):
    """A browser that has given the right password and is asked for a code."""
    tab = browser(address)
    assert path_of(sign_in(tab, name=name)) == "/login/code/"
    return tab


def enter(tab, entered):
    """The answer to a code."""
    return tab.post("/login/code/", {"code": entered})


def test_with_a_telephone_the_password_alone_opens_nothing(officer):
    secret, _ = set_up_telephone(signed_in())
    tab = ask_for_code()
    assert not is_in(tab) and path_of(tab.get("/login/")) == "/login/code/"
    assert "Mã chưa đúng" in shown(enter(tab, "000000" if code(secret) != "000000" else "000001"))
    before = tab.session.session_key
    assert path_of(enter(tab, code(secret, steps=1))) == "/"
    assert is_in(tab) and tab.session.session_key != before


def test_a_code_works_once(officer, clock):
    secret, _ = set_up_telephone(signed_in())
    clock.forward(seconds=60)
    used = code(secret)
    assert path_of(enter(ask_for_code(), used)) == "/"
    for seconds in (0, 29, 31):
        clock.forward(seconds=seconds)
        assert "Mã chưa đúng" in shown(enter(ask_for_code(), used))


def test_the_code_of_the_set_up_does_not_open(officer):
    tab = signed_in()
    secret = secret_of(tab.get("/account/second-step/"))
    used = code(secret)
    tab.post("/account/second-step/", {"code": used})
    assert "Mã chưa đúng" in shown(enter(ask_for_code(), used))


@pytest.mark.parametrize(("steps", "opens"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_telephone_may_be_one_step_wrong(officer, clock, steps, opens):
    secret, _ = set_up_telephone(signed_in())
    clock.forward(minutes=5)
    answer = enter(ask_for_code(), code(secret, steps=steps))
    assert (answer.status_code == 302) == opens


def test_a_code_may_be_typed_in_groups(officer, clock):
    secret, codes = set_up_telephone(signed_in())
    clock.forward(minutes=5)
    shown_code = code(secret)
    assert path_of(enter(ask_for_code(), f"{shown_code[:3]} {shown_code[3:]}")) == "/"
    assert path_of(enter(ask_for_code(), codes[0].upper().replace("-", " "))) == "/"


def test_recovery_codes_open_once_and_are_kept_as_hashes(officer):
    _, codes = set_up_telephone(signed_in())
    assert len({kept.letter for kept in RecoveryCode.objects.all()}) == 10
    kept = " ".join(RecoveryCode.objects.values_list("hash", flat=True))
    assert not [one for one in codes if one in kept or one.replace("-", "") in kept]
    assert path_of(enter(ask_for_code(), codes[3])) == "/"
    assert "Mã chưa đúng" in shown(enter(ask_for_code(), codes[3]))
    assert RecoveryCode.objects.count() == 9
    assert Event.objects.filter(name="accounts.second_step.code_used", about=str(officer.pk)).count() == 1


def test_the_secret_does_not_lie_open_in_the_database(officer, settings):
    secret, _ = set_up_telephone(signed_in())
    assert secret not in str(Authenticator.objects.get().data)
    settings.SECRET_KEY = "another key, as after a restore without its file"
    assert "Mã chưa đúng" in shown(enter(ask_for_code(), code(secret, steps=1)))


def test_codes_are_shown_once_to_print_and_to_keep(officer):
    tab = signed_in()
    secret = secret_of(tab.get("/account/second-step/"))
    page = tab.post("/account/second-step/", {"code": code(secret)})
    assert "Các mã này chỉ hiện một lần" in shown(page)
    assert re.search(
        r'download="ma-du-phong.txt" href="data:text/plain;charset=utf-8,[^"]*' + codes_of(page)[0],
        page.content.decode(),
    )
    assert codes_of(tab.get("/account/")) == [] and "Còn 10 mã dự phòng" in shown(tab.get("/account/"))


def test_renewed_codes_replace_the_old_ones(officer):
    tab = signed_in()
    _, old = set_up_telephone(tab)
    new = codes_of(tab.post("/account/recovery-codes/"))
    assert len(new) == 10 and not set(new) & set(old)
    assert "Mã chưa đúng" in shown(enter(ask_for_code(), old[0]))
    assert path_of(enter(ask_for_code(), new[0])) == "/"


def test_guesses_of_codes_are_bounded_and_do_not_lock_the_owner_out(officer, clock):
    mine = signed_in()
    secret, _ = set_up_telephone(mine)
    mine.post("/logout/")
    clock.forward(minutes=5)
    thief = ask_for_code(address=ELSEWHERE)
    answers = [enter(thief, f"x{number:05}").status_code for number in range(12)]
    assert answers == [200] * 10 + [429] * 2
    assert path_of(sign_in(mine)) == "/login/code/"
    assert path_of(enter(mine, code(secret))) == "/"


def test_a_wrong_first_code_sets_nothing_up_and_keeps_the_secret(officer):
    tab = signed_in()
    first = secret_of(tab.get("/account/second-step/"))
    wrong = tab.post("/account/second-step/", {"code": "12"})
    assert "Hãy xem giờ của điện thoại" in shown(wrong) and secret_of(wrong) == first
    assert not Authenticator.objects.exists()


def test_whoever_asks_for_another_account_is_let_go(officer):
    set_up_telephone(signed_in())
    tab = ask_for_code()
    assert path_of(tab.post("/login/code/", {"stop": "1"})) == "/login/"
    assert tab.get("/login/").status_code == 200


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
    assert path_of(enter(ask_for_code(), code(second))) == "/"


def test_who_needs_no_second_step_may_take_it_away(officer):
    tab = signed_in()
    set_up_telephone(tab)
    assert path_of(tab.post("/account/second-step/off/")) == "/account/"
    assert is_in(tab) and not RecoveryCode.objects.exists()
    assert path_of(sign_in(browser())) == "/"
    assert tab.post("/account/recovery-codes/").status_code == 409


def test_an_administrator_sets_it_up_before_anything_else(administrator):
    tab = browser()
    assert sign_in(tab, name="quantri").status_code == 302
    for address in ("/", "/documents/upload/", "/account/"):
        assert path_of(tab.get(address)) == "/account/second-step/", address
    assert tab.post("/documents/upload/").status_code == 302
    assert "cần thêm bước xác nhận" in shown(tab.get("/account/second-step/"))
    set_up_telephone(tab)
    assert tab.get("/").status_code == 200
    assert tab.post("/account/second-step/off/").status_code == 403


@pytest.mark.parametrize(
    ("role", "needs"), [("leader", True), ("administrator", True), ("clerk", False), ("focal", False)]
)
def test_a_post_that_approves_or_administers_needs_it_while_it_lasts(officer, strict, clock, role, needs):
    person("khac")
    Post.objects.create(
        user=officer,
        unit=Unit.objects.create(level="commune"),
        role=role,
        valid_from=AT.date(),
        valid_to=None,
    )
    tab = signed_in()
    assert tab.get("/").status_code == 200, "the post begins in 2031"
    clock.forward(days=(AT - clock()).days + 2)
    tab = signed_in()
    assert (tab.get("/").status_code == 302) == needs


def test_who_is_alone_may_look_at_the_system_first(strict):
    person("quantri", is_superuser=True)
    tab = signed_in("quantri")
    assert tab.get("/").status_code == 200 and tab.get("/documents/upload/").status_code == 200
    with override_settings(ROOT_URLCONF=__name__):
        assert path_of(tab.get("/administer/")) == "/account/second-step/"
        set_up_telephone(tab)
        assert tab.get("/administer/").content == b"administered"


def test_the_second_account_ends_the_exception(strict):
    person("quantri", is_superuser=True)
    tab = signed_in("quantri")
    assert tab.get("/").status_code == 200
    person("khac")
    assert path_of(tab.get("/")) == "/account/second-step/"


def test_a_new_right_is_seen_by_an_open_session(officer, strict):
    person("khac")
    tab = signed_in()
    assert tab.get("/").status_code == 200
    User.objects.filter(pk=officer.pk).update(is_superuser=True)
    assert path_of(tab.get("/")) == "/account/second-step/"
