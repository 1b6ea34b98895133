"""Who approves or administers cannot do without the second step."""

import pytest

from caytre.accounts.models import RecoveryCode
from caytre.core.models import User
from caytre.units.models import Post, Unit
from factories import AT, person
from flows.clock import clock
from flows.pages import path_of, shown
from flows.signing import (
    administrator,
    browser,
    code,
    is_in,
    secret_of,
    set_up_telephone,
    sign_in,
    signed_in,
    strict,
)

__all__ = ["administrator", "clock", "strict"]
pytestmark = pytest.mark.django_db


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


def test_from_the_codes_one_goes_on_to_the_page_one_wanted(administrator):
    tab = browser()
    sign_in(tab, name="quantri")
    for address, headers in (
        ("/units/office/?q.unit=tre", {}),
        ("/documents/waiting/", {"HX-Request": "true"}),
    ):
        tab.get(address, headers=headers)
    secret = secret_of(tab.get("/account/second-step/"))
    page = tab.post("/account/second-step/", {"code": code(secret)})
    assert '<a class="button main" href="/units/office/?q.unit=tre">' in page.content.decode()


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


def test_a_new_right_is_seen_by_an_open_session(officer, strict):
    person("khac")
    tab = signed_in()
    assert tab.get("/").status_code == 200
    User.objects.filter(pk=officer.pk).update(is_superuser=True)
    assert path_of(tab.get("/")) == "/account/second-step/"


def test_who_needs_no_second_step_may_take_it_away(officer):
    tab = signed_in()
    set_up_telephone(tab)
    assert path_of(tab.post("/account/second-step/off/")) == "/account/"
    assert is_in(tab) and not RecoveryCode.objects.exists()
    assert path_of(sign_in(browser())) == "/day/"
    assert tab.post("/account/recovery-codes/").status_code == 409
